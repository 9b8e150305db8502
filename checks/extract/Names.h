//===- Names.h - What declarations are called and where they stand -*- C++
//-*-===//
//
// Symbols (USRs), readable qualified names and locations of declarations.
// Functions and variables that a template makes have symbols of their own;
// classes and fields are named by their pattern. It must not know facts other
// than ids and locations.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_NAMES_H
#define STATELESS_EXTRACT_NAMES_H

#include "extract/Origins.h"
#include "facts/Facts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Mangle.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <memory>

namespace stateless {

class Names {
public:
  Names(clang::ASTContext &Ast, StringTable &Strings, const Origins &Origin);

  /// The symbol of \p D. Entities with internal linkage are qualified by the
  /// file that declares them: copies of a header's static in many units are one
  /// entity, as they are one line. A class or field that a template makes has
  /// the symbol of its pattern, and so have a library's functions; a function
  /// or variable of the project has its own. Those of one template beyond
  /// MaxInstances share one.
  SymbolId symbol(const clang::NamedDecl *D);

  /// The symbol of the template's own function or variable, if \p D was made of
  /// it and is told apart; else none.
  SymbolId patternSymbol(const clang::NamedDecl *D);

  /// Functions of one template in a unit that are told apart.
  static constexpr unsigned MaxInstances = 64;

  /// True if \p F shares its symbol with others of its template.
  bool isOneOfRest(const clang::FunctionDecl *F);
  /// From now on \p Pattern has instances of which no declaration is known:
  /// bodies of libraries, which are not read, may make them.
  void assumeInstances(const clang::FunctionDecl *Pattern);
  /// If \p Pattern has instances that share a symbol or that are assumed, gives
  /// it their symbol from now on. False: it has none.
  bool takeSymbolOfRest(const clang::FunctionDecl *Pattern);

  /// Of what a template makes, what it belongs to as a reader would write it:
  /// "counter<long>", "Singleton<Users>".
  StringId instance(const clang::VarDecl *D);

  /// The initialiser of a variable or field, as a function.
  SymbolId initializerSymbol(const clang::ValueDecl *D);

  /// "ns::Class::name": without template arguments, inline and unnamed
  /// namespaces. A local is qualified by its function.
  StringId qualifiedName(const clang::NamedDecl *D);
  StringId name(const clang::NamedDecl *D);

  /// The name in the object file; empty where there is none to tell.
  StringId mangled(const clang::VarDecl *D);

  Location locate(clang::SourceLocation Loc);
  StringId fileName(clang::FileID File);
  /// The macro whose expansion contains \p Loc, or the empty id.
  StringId macro(clang::SourceLocation Loc);

  /// True if \p Loc is in a file of the project: not in a library's header and
  /// not made up by the compiler.
  bool inProject(clang::SourceLocation Loc) const;
  bool inProject(const clang::Decl *D) const {
    return inProject(D->getLocation());
  }

  /// The object through which a library offers \p F as if it were a function
  /// (std::ranges::sort); null: it is called in another way.
  const clang::VarDecl *functionObject(const clang::FunctionDecl *F);

  /// What \p D was instantiated from, or \p D itself.
  const clang::NamedDecl *pattern(const clang::NamedDecl *D);

private:
  std::string usr(const clang::NamedDecl *D);
  std::string qualified(const clang::NamedDecl *D);
  /// Of what is local to the function \p In, or to nothing.
  std::string localUsr(const clang::NamedDecl *D, SymbolId In);
  std::string lambdaUsr(const clang::CXXRecordDecl *Lambda, SymbolId In);
  bool isToldApart(const clang::NamedDecl *D, const clang::NamedDecl *Pattern);
  SymbolId instanceSymbol(const clang::NamedDecl *D,
                          const clang::NamedDecl *Pattern);
  std::string mangledName(const clang::NamedDecl *D);

  clang::ASTContext &Ast;
  clang::SourceManager &Sources;
  StringTable &Strings;
  const Origins &Origin;
  std::unique_ptr<clang::ASTNameGenerator> Mangler;
  llvm::DenseMap<const clang::NamedDecl *, SymbolId> Symbols;
  llvm::DenseMap<const clang::NamedDecl *, StringId> QualifiedNames;
  llvm::DenseMap<const clang::CXXRecordDecl *, const clang::VarDecl *>
      FunctionObjects; ///< By class.
  /// By pattern: how many functions were made of it.
  llvm::DenseMap<const clang::NamedDecl *, unsigned> Instances;
  llvm::DenseSet<SymbolId> Shared; ///< By those beyond MaxInstances.
  llvm::DenseSet<const clang::NamedDecl *> Assumed; ///< Patterns.
  /// Patterns whose body stands for those.
  llvm::DenseMap<const clang::NamedDecl *, SymbolId> Rest;
  llvm::DenseMap<clang::FileID, StringId> FileNames;
};

} // namespace stateless

#endif
