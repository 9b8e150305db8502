//===- LazyParts.h - What runs only where something is not set -*- C++ -*-===//
//
// Finds the parts of one control-flow graph that are only run where a test
// finds a variable unset: null, zero, false, without a value; or where it finds
// another value than that of a local, the key. And that need nothing of the
// function's caller: no parameter, nor any local from outside of the part but
// the key. It must not know what such a part stores.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_LAZYPARTS_H
#define STATELESS_EXTRACT_LAZYPARTS_H

#include "extract/ModelIndex.h"
#include "clang/AST/Decl.h"
#include "clang/Analysis/CFG.h"

namespace stateless {

struct LazyPart {
  /// There is one in the process; with a Key, or in each thread.
  const clang::VarDecl *Guard;
  const clang::Expr *Read; ///< Names it in the test.
  std::vector<const clang::CFGBlock *> Blocks;
  bool Sure = false; ///< Whoever leaves Blocks has set it: they run once.
  /// A local of the function that Guard is compared with: Blocks run where it
  /// has another value, and set it to that.
  const clang::VarDecl *Key = nullptr;
};

/// The parts of \p Graph, which is of \p F, in the order of their tests.
std::vector<LazyPart> lazyPartsOf(const clang::CFG &Graph,
                                  const clang::FunctionDecl &F,
                                  ModelIndex &Known);

} // namespace stateless

#endif
