//===- Names.h - What declarations are called and where they stand -*- C++
//-*-===//
//
// Symbols (USRs), readable qualified names and locations of declarations. What
// is instantiated from a template is named by its pattern, so that evidence
// from all instantiations meets in one symbol. It must not know facts other
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
#include <memory>

namespace stateless {

class Names {
public:
  Names(clang::ASTContext &Ast, StringTable &Strings, const Origins &Origin);

  /// The symbol of \p D, or of what \p D was instantiated from. Entities with
  /// internal linkage are qualified by the file that declares them: copies of
  /// a header's static in many units are one entity, as they are one line.
  SymbolId symbol(const clang::NamedDecl *D);

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

  /// What \p D was instantiated from, or \p D itself.
  const clang::NamedDecl *pattern(const clang::NamedDecl *D);

private:
  std::string usr(const clang::NamedDecl *D);
  std::string qualified(const clang::NamedDecl *D);
  std::string localUsr(const clang::NamedDecl *D,
                       const clang::FunctionDecl *In);

  clang::ASTContext &Ast;
  clang::SourceManager &Sources;
  StringTable &Strings;
  const Origins &Origin;
  std::unique_ptr<clang::ASTNameGenerator> Mangler;
  llvm::DenseMap<const clang::NamedDecl *, SymbolId> Symbols;
  llvm::DenseMap<const clang::NamedDecl *, StringId> QualifiedNames;
  llvm::DenseMap<clang::FileID, StringId> FileNames;
};

} // namespace stateless

#endif
