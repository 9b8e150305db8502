//===- ParameterGuards.h - What runs only for some arguments ---*- C++ -*-===//
//
// Finds the parts of one control-flow graph that are only run where a parameter
// is, or is not, a number: the flags by which callers choose what a function
// does. It must not know who calls it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_PARAMETERGUARDS_H
#define STATELESS_EXTRACT_PARAMETERGUARDS_H

#include "clang/AST/Decl.h"
#include "clang/Analysis/CFG.h"

namespace stateless {

struct ParameterGuard {
  const clang::ParmVarDecl *Of; ///< Keeps the value that it is given.
  int64_t Number = 0;           ///< Of a boolean: 0.
  bool Equal = false; ///< Blocks are only run where Of is Number; else where it
                      ///< is not.
  std::vector<const clang::CFGBlock *> Blocks;
};

/// The parts of \p Graph, which is of \p F, in the order of their tests; of a
/// great many, the first ones.
std::vector<ParameterGuard> parameterGuardsOf(const clang::CFG &Graph,
                                              const clang::FunctionDecl &F);

} // namespace stateless

#endif
