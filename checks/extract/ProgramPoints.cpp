//===- ProgramPoints.cpp - Where code stands in its control flow ----------===//
#include "extract/ProgramPoints.h"
#include "clang/AST/ASTContext.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"

using namespace clang;

namespace stateless {

ProgramPoints::ProgramPoints(const FunctionDecl *F) {
  if (F && F->hasBody() && !F->isDependentContext())
    build(*F);
}

static std::unique_ptr<CFG> graphOf(const FunctionDecl &F) {
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddInitializers = true;
  // What may throw leads to the handlers around it.
  Options.AddEHEdges = true;
  return CFG::buildCFG(&F, F.getBody(), &F.getASTContext(), Options);
}

void ProgramPoints::build(const FunctionDecl &F) {
  std::unique_ptr<CFG> Graph = graphOf(F);
  if (!Graph)
    return;
  HasGraph = true;
  auto Successors = [](const CFGBlock &B) {
    llvm::SmallVector<const CFGBlock *, 2> Result;
    for (const CFGBlock::AdjacentBlock &To : B.succs())
      if (To.isReachable() && To.getReachableBlock())
        Result.push_back(To.getReachableBlock());
    return Result;
  };
  auto HasOnePredecessor = [](const CFGBlock &B) {
    return llvm::count_if(B.preds(), [](const CFGBlock::AdjacentBlock &From) {
             return From.isReachable() && From.getReachableBlock();
           }) == 1;
  };
  // The view is in reverse post-order: but for loops, what runs later has a
  // greater number.
  llvm::DenseMap<const CFGBlock *, Position> Start;
  llvm::DenseMap<const CFGBlock *, uint32_t> EndOf;
  llvm::SmallPtrSet<const CFGBlock *, 8> Continuing;
  uint32_t Blocks = 0;
  for (const CFGBlock *B : PostOrderCFGView(Graph.get())) {
    auto [It, New] = Start.try_emplace(B, Position{Blocks, 0});
    Blocks += New; // Else it goes on where its only predecessor ends.
    Position At = It->second;
    for (const CFGElement &Element : *B) {
      ++At.Index;
      if (auto Of = Element.getAs<CFGStmt>()) {
        Known[Of->getStmt()] = At;
        if (auto *Declares = dyn_cast<DeclStmt>(Of->getStmt()))
          for (const Decl *D : Declares->decls())
            Known[D] = At;
      }
    }
    EndOf[B] = At.Block;
    auto Next = Successors(*B);
    if (Next.size() == 1 && HasOnePredecessor(*Next.front()) &&
        Start.try_emplace(Next.front(), At).second)
      Continuing.insert(Next.front());
  }
  for (const auto &[B, Block] : EndOf)
    for (const CFGBlock *To : Successors(*B))
      if (!Continuing.contains(To))
        Edges.push_back({Block, Start.lookup(To).Block});
  llvm::sort(Edges);
  Edges.erase(llvm::unique(Edges), Edges.end());
}

const ProgramPoints::Position *ProgramPoints::find(const Stmt *S,
                                                   unsigned Depth) const {
  static constexpr unsigned MaxDepth = 8;
  if (!S || Depth > MaxDepth)
    return nullptr;
  if (auto It = Known.find(S); It != Known.end())
    return &It->second;
  const Position *Latest = nullptr;
  for (const Stmt *Part : S->children())
    if (const Position *Of = find(Part, Depth + 1);
        Of && (!Latest || *Latest < *Of))
      Latest = Of;
  return Latest;
}

ProgramPoints::Position ProgramPoints::of(const Stmt *S) {
  if (!HasGraph)
    ++Last.Index;
  else if (const Position *Found = find(S, 0))
    Last = *Found;
  return Last;
}

ProgramPoints::Position ProgramPoints::of(const Decl *D) {
  if (!HasGraph)
    ++Last.Index;
  else if (auto It = Known.find(D); It != Known.end())
    Last = It->second;
  return Last;
}

} // namespace stateless
