//===- EdgeRegions.h - What is run only by way of an edge ------*- C++ -*-===//
//
// Parts of Clang's control-flow graphs. They must not know why anybody asks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_EDGEREGIONS_H
#define STATELESS_EXTRACT_EDGEREGIONS_H

#include "clang/Analysis/CFG.h"
#include <vector>

namespace stateless {

/// The successor of \p B of that number, counted from 0, as far as control can
/// get there; null: it cannot, or there is none.
const clang::CFGBlock *successor(const clang::CFGBlock &B, unsigned Number);

/// The blocks of \p Graph that control comes to by the edge from \p From to its
/// successor \p Number, and not without it: the edge dominates them. The exit
/// is none of them: after a test that returns, only the edge leads there.
std::vector<const clang::CFGBlock *> blocksBehind(const clang::CFG &Graph,
                                                  const clang::CFGBlock &From,
                                                  unsigned Number);

} // namespace stateless

#endif
