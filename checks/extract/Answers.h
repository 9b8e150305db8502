//===- Answers.h - What waits for an answer, not for a request -*- C++ -*-===//
//
// A function that sends on a socket, and then waits on the same one, asks
// somebody else: it serves nobody. Finds the calls of request sources that each
// turn of the loop around them, or each way through the function, comes to from
// such a send. Which functions send, models say. It must not know facts, nor
// names of functions.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_ANSWERS_H
#define STATELESS_EXTRACT_ANSWERS_H

#include "extract/TuContext.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

class Answers {
public:
  /// \p F: the function that is asked about; null for an initialiser.
  Answers(const clang::FunctionDecl *F, TuContext &Tu) : F(F), Tu(Tu) {}

  /// What \p Call is for (ModelIndex::roleOf), but for a request source that
  /// waits for an answer: that is for nothing.
  CallRole roleOf(const clang::CallExpr *Call);

private:
  const clang::FunctionDecl *F;
  TuContext &Tu;
  bool Asked = false;
  llvm::DenseSet<const clang::CallExpr *> Found;
};

} // namespace stateless

#endif
