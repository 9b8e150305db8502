//===- RequestLoops.cpp - Loops that take requests ------------------------===//
//
// A loop takes requests if a call in it waits for one, or calls a function that
// does so without a loop around it and returns. Its entry point runs what the
// calls inside of it run. A loop that only takes, to give to its caller, is
// none.
//
//===----------------------------------------------------------------------===//
#include "analysis/RequestLoops.h"
#include "analysis/CallGraphBuilder.h"
#include "analysis/Dispatch.h"
#include "facts/ControlFlow.h"

namespace stateless {

namespace {

/// What runs more bodies than these at one call waits for no request there.
constexpr size_t MaxBodies = 64;

class LoopCollector {
public:
  explicit LoopCollector(CallGraphBuilder &G) : G(G), Prog(G.program()) {}

  void run() {
    findTaking();
    for (const Function &F : Prog.functions()) {
      if (!Looping.contains(&F))
        continue;
      for (const Loop &L : F.Loops)
        if (takesIn(F, L) && doesMore(F, L)) {
          addLoop(F, L);
          break;
        }
    }
  }

private:
  /// True if call \p C of \p F may wait for a request.
  bool takes(const Function &F, const Call &C) const {
    return C.Role == CallRole::Receives ||
           Taking.contains({&F, static_cast<uint32_t>(&C - F.Calls.data())});
  }
  bool takesIn(const Function &F, const Loop &L) const {
    return llvm::any_of(F.Calls, [&](const Call &C) {
      return takes(F, C) && isInside(F, C.Loc, L);
    });
  }
  /// What takes a request and returns nothing has handled it.
  bool handsOn(const Call &C) const {
    const Function *Callee = Prog.function(C.Callee);
    return !Callee || Prog.text(Prog.type(Callee->Returns).Name) != "void";
  }
  /// A loop that does nothing but take (until it is not interrupted) hands the
  /// request to its caller, where it has one.
  bool doesMore(const Function &F, const Loop &L) const {
    return isMain(Prog, F) ||
           llvm::any_of(F.Calls,
                        [&](const Call &C) {
                          return isInside(F, C.Loc, L) &&
                                 (!takes(F, C) || !handsOn(C));
                        }) ||
           llvm::any_of(F.FlowBodies, [&](const FlowBody &Body) {
             return llvm::any_of(Body.Statements, [&](const Statement &S) {
               return isInside(F, S.Loc, L) && writesElsewhere(Body, S);
             });
           });
  }
  /// True if \p S writes what outlives its function.
  static bool writesElsewhere(const FlowBody &Body, const Statement &S) {
    if (S.Kind != StatementKind::Write || S.A == 0)
      return false;
    const Statement *At = &Body.Statements[S.A - 1];
    while (At->A && (At->Kind == StatementKind::Field ||
                     At->Kind == StatementKind::Element))
      At = &Body.Statements[At->A - 1];
    return !(At->Kind == StatementKind::Local && !At->Symbol) &&
           At->Kind != StatementKind::Parameter &&
           At->Kind != StatementKind::Result;
  }
  llvm::SmallVector<const Function *, 4> bodiesAt(uint32_t Node);
  void findTaking();
  void addLoop(const Function &F, const Loop &L);

  CallGraphBuilder &G;
  const Program &Prog;
  using CallOf = std::pair<const Function *, uint32_t>;
  /// Functions that wait for a request.
  llvm::DenseSet<const Function *> Looping;
  /// Calls of those of them that give it to their callers.
  llvm::DenseSet<CallOf> Taking;
};

} // namespace

/// The bodies that \p Node is or, as a node between, leads to.
llvm::SmallVector<const Function *, 4> LoopCollector::bodiesAt(uint32_t Node) {
  llvm::SmallVector<const Function *, 4> Result;
  llvm::SmallVector<uint32_t, 8> Nodes{Node};
  llvm::SmallDenseSet<uint32_t, 8> Seen{Node};
  for (size_t I = 0; I < Nodes.size() && Result.size() < MaxBodies; ++I)
    if (Nodes[I] < Prog.functions().size())
      Result.push_back(&Prog.functions()[Nodes[I]]);
    else
      for (const CallGraph::Edge &E : G.out(Nodes[I]))
        if (Seen.insert(E.To).second)
          Nodes.push_back(E.To);
  return Result;
}

void LoopCollector::findTaking() {
  // By function, the calls that may run it.
  llvm::DenseMap<const Function *, std::vector<CallOf>> CallsOf;
  std::vector<const Function *> Work;
  for (const Function &F : Prog.functions()) {
    for (const CallGraph::Edge &E : G.out(G.nodeOf(F)))
      if (E.Call != CallGraph::NoCall)
        for (const Function *Callee : bodiesAt(E.To))
          CallsOf[Callee].push_back({&F, E.Call});
    if (llvm::any_of(F.Calls, [](const Call &C) {
          return C.Role == CallRole::Receives;
        }))
      Work.push_back(&F);
  }
  llvm::DenseSet<const Function *> Receiving;
  while (!Work.empty()) {
    const Function *F = Work.back();
    Work.pop_back();
    // What never returns gives no request to its callers.
    bool Returns = llvm::any_of(F->Calls, [&](const Call &C) {
      return takes(*F, C) && llvm::none_of(F->Loops, [&](const Loop &L) {
               return L.Endless && isInside(*F, C.Loc, L);
             });
    });
    Looping.insert(F);
    if (!Returns || !Receiving.insert(F).second)
      continue;
    for (const CallOf &By : CallsOf.lookup(F)) {
      Taking.insert(By);
      Work.push_back(By.first);
    }
  }
}

void LoopCollector::addLoop(const Function &F, const Loop &L) {
  EntryPoint E;
  E.Handler = E.In = E.Where = &F;
  E.Takes = &L;
  E.Loc = L.Begin;
  uint32_t Node = G.addEntry(E);
  for (const CallGraph::Edge &Call : G.out(G.nodeOf(F)))
    if (Call.Call != CallGraph::NoCall &&
        isInside(F, F.Calls[Call.Call].Loc, L))
      G.out(Node).push_back(Call);
}

void addRequestLoops(CallGraphBuilder &Graph) { LoopCollector(Graph).run(); }

} // namespace stateless
