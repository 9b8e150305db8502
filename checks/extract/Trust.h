//===- Trust.h - Which declarations a broken unit still makes --*- C++ -*-===//
//
// Clang goes on after an error and makes declarations of what it could not
// read: a function whose parameters have unknown types becomes a variable.
// This says which variables and fields stand in the source as the AST has
// them. It must not know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_TRUST_H
#define STATELESS_EXTRACT_TRUST_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace stateless {

class Trust {
public:
  /// \p Errors are places in files, in any order. They may be missing (a host
  /// of the plugin keeps them): then only the declarations themselves tell.
  Trust(const clang::ASTContext &Ast,
        llvm::ArrayRef<clang::SourceLocation> Errors);

  /// False if \p D is invalid, is in something invalid, depends on a name that
  /// was not found, or does not end where its statement goes on, or if an
  /// error stands in its statement.
  bool believes(const clang::DeclaratorDecl *D);

private:
  /// Offsets, sorted.
  struct BrokenFile {
    std::vector<unsigned> Errors;
    std::vector<unsigned> Ends; ///< Of ';', '{' and '}'.
    bool Lexed = false;
  };

  bool endsOrGoesOn(const clang::DeclaratorDecl *D) const;
  bool holdsError(const clang::DeclaratorDecl *D);
  BrokenFile *broken(clang::FileID File);

  const clang::ASTContext &Ast;
  llvm::DenseMap<clang::FileID, BrokenFile> Files; ///< Those with errors.
};

} // namespace stateless

#endif
