//===- DataSources.h - What the values in a body are made of ---*- C++ -*-===//
//
// Slices one function body, the lambdas in it included, backward: from a value
// through the locals that it was kept in to parameters, variables, fields and
// calls. In what order all that happens does not count. It must not know which
// of these come from a request.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_DATASOURCES_H
#define STATELESS_EXTRACT_DATASOURCES_H

#include "extract/CallParts.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

class DataSources {
public:
  explicit DataSources(TuContext &Tu) : Tu(Tu) {}

  /// Adds what \p Code of \p In puts into locals. \p In may be null: an
  /// initialiser.
  void scan(const clang::Stmt *Code, const clang::FunctionDecl *In);

  /// What \p Values, expressions of \p In, are made of.
  std::vector<Source> of(llvm::ArrayRef<const clang::Expr *> Values,
                         const clang::FunctionDecl *In);

  /// The locals and parameters of \p In that functions inside were found to
  /// use so far.
  std::vector<DataFlow> shared(const clang::FunctionDecl *In);

private:
  friend class DataSlice;

  static constexpr unsigned NoOutput = ~0U;

  /// A value that is put into a local.
  struct Put {
    const clang::Expr *What;
    const clang::FunctionDecl *In;
    const clang::Expr *At; ///< The assignment, or the call.
    /// The call What leaves it in its argument Output; NoOutput: its value.
    unsigned Output = NoOutput;
  };

  void put(const clang::VarDecl *To, const Put &What);
  void putByCall(const clang::Expr *E, const clang::FunctionDecl *In);
  void leadsTo(const clang::VarDecl *Var, const clang::Expr *What);

  TuContext &Tu;
  llvm::DenseMap<const clang::VarDecl *, llvm::SmallVector<Put, 2>> Puts;
  /// The locals that a reference or a pointer may lead to.
  llvm::DenseMap<const clang::VarDecl *,
                 llvm::SmallVector<const clang::VarDecl *, 1>>
      Targets;
  /// Asked for by functions inside of the one that has them, in order.
  llvm::SmallVector<const clang::VarDecl *, 4> Used;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> IsUsed;
};

/// What \p E, an lvalue or a pointer, is a part of or leads to, as far as the
/// expression says.
const clang::Expr *rootOf(const clang::Expr *E);

/// The local or parameter in which \p E, an lvalue or a pointer, lies or which
/// leads to it; null: none does.
const clang::VarDecl *localOf(const clang::Expr *E);

/// True if the call \p Of may write what its argument \p Index leads to.
bool mayWrite(TuContext &Tu, const CallParts &Of, unsigned Index);
/// The same of its receiver.
bool writesReceiver(const CallParts &Of);

} // namespace stateless

#endif
