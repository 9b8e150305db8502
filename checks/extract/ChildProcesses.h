//===- ChildProcesses.h - What only a child process runs -------*- C++ -*-===//
//
// Finds the parts of one control-flow graph that only a child of fork() runs,
// where every way through them ends the process. Which functions copy and end
// processes, models say. It must not know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CHILDPROCESSES_H
#define STATELESS_EXTRACT_CHILDPROCESSES_H

#include "extract/ModelIndex.h"
#include "clang/Analysis/CFG.h"

namespace stateless {

/// True if \p To is behind \p From only for an exception that leaves the
/// function.
bool isThrownOut(const clang::CFGBlock &From,
                 const clang::CFGBlock::AdjacentBlock &To);

/// The blocks of \p Graph, the one of \p F, that only such a child runs. None
/// if the process that forks ends, too, wherever it goes from there: then the
/// child is what goes on.
std::vector<const clang::CFGBlock *>
blocksOfChildren(const clang::CFG &Graph, const clang::FunctionDecl &F,
                 ModelIndex &Known);

} // namespace stateless

#endif
