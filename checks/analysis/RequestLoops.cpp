//===- RequestLoops.cpp - Loops that take requests ------------------------===//
//
// A loop takes requests if a call in it waits for one, or runs a function that
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
  /// A call of a function, by its index there.
  using CallOf = std::pair<const Function *, uint32_t>;

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
  template <typename Visitor>
  void forEachCallOf(const Function &F, Visitor Visit) const;
  void findTaking();
  void addLoop(const Function &F, const Loop &L);

  CallGraphBuilder &G;
  const Program &Prog;
  /// By node, what has an edge to it.
  std::vector<std::vector<std::pair<uint32_t, CallGraph::Edge>>> RunBy;
  /// Functions that wait for a request.
  llvm::DenseSet<const Function *> Looping;
  /// Calls of those of them that give it to their callers.
  llvm::DenseSet<CallOf> Taking;
};

} // namespace

/// Calls \p Visit(call) for each call that runs \p F before it returns. What
/// only hands \p F over (to a thread, to a framework) is no such call.
template <typename Visitor>
void LoopCollector::forEachCallOf(const Function &F, Visitor Visit) const {
  llvm::SmallVector<uint32_t, 8> Nodes{G.nodeOf(F)};
  llvm::SmallDenseSet<uint32_t, 8> Seen{Nodes.front()};
  for (size_t I = 0; I < Nodes.size(); ++I)
    for (auto [From, Edge] : RunBy[Nodes[I]])
      if (From >= Prog.functions().size()) {
        if (Seen.insert(From).second)
          Nodes.push_back(From);
      } else if (Edge.Call != CallGraph::NoCall && !Edge.Passed) {
        Visit(CallOf{&Prog.functions()[From], uint32_t(Edge.Call)});
      }
}

void LoopCollector::findTaking() {
  std::vector<const Function *> Work;
  for (const Function &F : Prog.functions())
    if (llvm::any_of(F.Calls, [](const Call &C) {
          return C.Role == CallRole::Receives;
        }))
      Work.push_back(&F);
  if (Work.empty())
    return;
  RunBy.resize(G.size());
  for (uint32_t Node = 0; Node < G.size(); ++Node)
    for (const CallGraph::Edge &E : G.out(Node))
      RunBy[E.To].push_back({Node, E});
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
    if (Returns && Receiving.insert(F).second)
      forEachCallOf(*F, [&](CallOf By) {
        Taking.insert(By);
        Work.push_back(By.first);
      });
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
