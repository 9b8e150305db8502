//===- ProgramPoints.cpp - Where code stands in its control flow ----------===//
#include "extract/ProgramPoints.h"
#include "extract/ChildProcesses.h"
#include "extract/LazyParts.h"
#include "extract/ParameterGuards.h"
#include "clang/AST/ASTContext.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include <map>

using namespace clang;

namespace stateless {

ProgramPoints::ProgramPoints(const FunctionDecl *F, ModelIndex &Known) {
  if (F && F->hasBody() && !F->isDependentContext())
    build(*F, Known);
}

static std::unique_ptr<CFG> graphOf(const FunctionDecl &F) {
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddInitializers = true;
  // What may throw leads to the handlers around it.
  Options.AddEHEdges = true;
  return CFG::buildCFG(&F, F.getBody(), &F.getASTContext(), Options);
}

void ProgramPoints::build(const FunctionDecl &F, ModelIndex &Models) {
  std::unique_ptr<CFG> Whole = graphOf(F);
  if (!Whole)
    return;
  HasGraph = true;
  // An exception that leaves the function goes on in its callers.
  auto Successors = [](const CFGBlock &B) {
    llvm::SmallVector<const CFGBlock *, 2> Result;
    for (const CFGBlock::AdjacentBlock &To : B.succs())
      if (To.isReachable() && To.getReachableBlock() && !isThrownOut(B, To))
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
  for (const CFGBlock *B : PostOrderCFGView(Whole.get())) {
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
  for (const auto &[B, Block] : EndOf) {
    if (B->hasNoReturnElement())
      Ending.insert(Block);
    for (const CFGBlock *Next : Successors(*B))
      if (!Continuing.contains(Next))
        Graph.Edges.push_back({Block, Start.lookup(Next).Block});
  }
  llvm::sort(Graph.Edges);
  Graph.Edges.erase(llvm::unique(Graph.Edges), Graph.Edges.end());
  for (const CFGBlock *B : blocksOfChildren(*Whole, F, Models))
    if (auto It = Start.find(B); It != Start.end())
      Graph.OfChild.push_back(It->second.Block);
  auto NumbersOf = [&](llvm::ArrayRef<const CFGBlock *> Part) {
    std::vector<uint32_t> Result;
    for (const CFGBlock *B : Part)
      if (auto It = EndOf.find(B); It != EndOf.end())
        Result.push_back(It->second);
    llvm::sort(Result);
    Result.erase(llvm::unique(Result), Result.end());
    return Result;
  };
  for (const LazyPart &Part : lazyPartsOf(*Whole, F, Models)) {
    const Position *Test = find(Part.Read, 0);
    if (!Test)
      continue;
    Lazy &L = LazyOnes.emplace_back(Part.Guard, Part.Read, LazyBlocks());
    L.Blocks.Test = Test->Block;
    L.Blocks.Sure = Part.Sure;
    L.Blocks.Keyed = Part.Key;
    L.Blocks.Blocks = NumbersOf(Part.Blocks);
  }
  for (const ParameterGuard &G : parameterGuardsOf(*Whole, F))
    Guards.push_back({G.Of, {{}, G.Number, G.Equal, NumbersOf(G.Blocks)}});
  for (const auto &[B, Block] : EndOf)
    if (isa_and_nonnull<CXXTryStmt>(B->getTerminatorStmt()))
      Graph.Handlers.push_back(Start.lookup(B).Block);
  llvm::sort(Graph.Handlers);
  llvm::sort(Graph.OfChild);
  Graph.OfChild.erase(llvm::unique(Graph.OfChild), Graph.OfChild.end());
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

bool ProgramPoints::comesBy(const Stmt *From,
                            llvm::ArrayRef<const Expr *> Stops,
                            llvm::ArrayRef<const Expr *> Lost) const {
  // By block and index; true for a stop.
  std::map<Position, bool> Marks;
  for (const Expr *E : Lost)
    if (const Position *At = find(E, 0))
      Marks[*At] = false;
  for (const Expr *E : Stops)
    if (const Position *At = find(E, 0))
      Marks[*At] = true;
  const Position *Start = find(From, 0);
  if (!Start)
    return false;
  bool Stopped = false;
  std::vector<Position> Work{*Start};
  std::set<uint32_t> Seen;
  while (!Work.empty()) {
    Position At = Work.back();
    Work.pop_back();
    auto Next = Marks.upper_bound(At);
    if (Next != Marks.end() && Next->first.Block == At.Block) {
      if (!Next->second)
        return false;
      Stopped = true;
      continue;
    }
    if (Ending.contains(At.Block))
      continue;
    auto Edge = llvm::lower_bound(Graph.Edges, BlockEdge{At.Block, 0});
    if (Edge == Graph.Edges.end() || Edge->From != At.Block)
      return false; // Out of the function.
    for (; Edge != Graph.Edges.end() && Edge->From == At.Block; ++Edge)
      if (Seen.insert(Edge->To).second)
        Work.push_back({Edge->To, 0});
  }
  return Stopped;
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
