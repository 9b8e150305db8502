//===- EdgeRegions.cpp - What is run only by way of an edge ---------------===//
#include "extract/EdgeRegions.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace stateless {

const CFGBlock *successor(const CFGBlock &B, unsigned Number) {
  return B.succ_size() > Number ? (B.succ_begin() + Number)->getReachableBlock()
                                : nullptr;
}

std::vector<const CFGBlock *>
blocksBehind(const CFG &Graph, const CFGBlock &From, unsigned Number) {
  // What is reached without the edge.
  llvm::SmallPtrSet<const CFGBlock *, 16> Others;
  llvm::SmallVector<const CFGBlock *, 16> Work{&Graph.getEntry()};
  while (!Work.empty()) {
    const CFGBlock *At = Work.pop_back_val();
    if (!Others.insert(At).second)
      continue;
    for (unsigned I = 0; I < At->succ_size(); ++I)
      if (const CFGBlock *Next = successor(*At, I);
          Next && !(At == &From && I == Number))
        Work.push_back(Next);
  }
  std::vector<const CFGBlock *> Result;
  for (const CFGBlock *In : Graph)
    if (In && !Others.contains(In) && In != &Graph.getExit())
      Result.push_back(In);
  return Result;
}

} // namespace stateless
