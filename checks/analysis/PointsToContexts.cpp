//===- PointsToContexts.cpp - Code that is run later, and contexts told ---===//
//
// What a library runs later is looked at once for each closure, and for each
// place that registers it, at most MaxLater times for one function; beyond
// that, together. When all is solved, contexts that stand for nobody are told
// from the rest.
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsToSolver.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

static constexpr uint32_t MaxLater = 64;

/// The context of \p F when a library runs it later: one for each closure
/// \p Self or, of other code, for each call that registers it. What hands
/// itself on is run as it was before. \p From: who hands it over.
uint32_t PointsToSolver::laterContext(const Function &F, ObjectId Self,
                                      uint32_t Call, uint32_t From) {
  if (Self == NoObject && !Calls[Call].Registers)
    return contextOf(F);
  uint64_t By = Self != NoObject ? Self : uint64_t(Call) << 32 | NoObject;
  auto [It, New] = Later.try_emplace({&F, By}, NoContext);
  if (!New)
    return It->second;
  for (uint32_t At = From; At != NoContext; At = Contexts[At].Caller)
    if (Contexts[At].F == &F)
      return It->second = Told[At].isClone() ? contextOf(F) : At;
  size_t Size = 0;
  uint32_t In;
  if (!dependsOnContext(F, Size) || LaterCounts[&F] >= MaxLater ||
      Built + Size > MostBuiltForOpen) {
    In = contextOf(F);
  } else {
    ++LaterCounts[&F];
    In = addContext(F, nullptr);
    Told[In].Later = true;
    Contexts[In].Caller = From;
    build(In);
  }
  return Later[{&F, By}] = In;
}

/// By context: false if it stands for nobody, since whoever calls the function
/// has another one.
std::vector<bool> PointsToSolver::liveContexts() const {
  // By context of a function that is no clone: who its calls lead to.
  std::vector<llvm::SmallVector<uint32_t, 4>> Runs(Contexts.size());
  std::vector<bool> Live(Contexts.size()), IsRun(Contexts.size());
  llvm::DenseSet<const Function *> Known, Apart;
  for (const CallSite &C : Calls)
    for (const FlowTarget &T : C.Targets) {
      Runs[Told[C.In].Of].push_back(T.In);
      IsRun[T.In] = true;
    }
  std::vector<uint32_t> Work;
  auto Reach = [&](uint32_t First) {
    Work.push_back(First);
    while (!Work.empty()) {
      uint32_t In = Work.back();
      Work.pop_back();
      if (Live[In])
        continue;
      Live[In] = true;
      Known.insert(Contexts[In].F);
      llvm::append_range(Work, Runs[In]);
    }
  };
  for (const Context &C : Contexts)
    if (&Contexts[ContextOf.lookup(C.F)] != &C)
      Apart.insert(C.F);
  for (uint32_t In = 0; In < Contexts.size(); ++In)
    if (Contexts[In].Seed || (!IsRun[In] && !Apart.contains(Contexts[In].F)))
      Reach(In);
  // What nothing leads to is looked at once.
  for (uint32_t In = 0; In < Contexts.size(); ++In)
    if (!Known.contains(Contexts[In].F))
      Reach(In);
  return Live;
}

void PointsToSolver::finishContexts(PointsTo &Into) {
  std::vector<uint32_t> New(Contexts.size(), NoContext);
  std::vector<bool> Live = liveContexts();
  for (uint32_t I = 0; I < Contexts.size(); ++I) {
    uint32_t Of = Told[I].Of;
    bool Clone = Told[I].isClone();
    // Of what is run later each context tells all that the function does.
    if (Clone ? New[Of] == NoContext
              : !Live[I] && LaterCounts.lookup(Told[I].F))
      continue;
    New[I] = static_cast<uint32_t>(Into.Contexts.size());
    Told[I].Idle = !Live[Of];
    Into.Contexts.push_back(std::move(Told[I]));
  }
  for (FlowContext &C : Into.Contexts) {
    C.Of = New[C.Of];
    if (C.isClone())
      C.Caller = New[C.Caller];
  }
  for (auto [Statement, Call] : CallAt)
    if (Calls[Call].Registers) {
      auto &Runs = Into.Runs[Statement];
      for (const FlowTarget &T : Calls[Call].Targets)
        Runs.push_back({T.F, New[T.In]});
      llvm::sort(Runs);
    }
}

} // namespace stateless
