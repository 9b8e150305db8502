//===- RequestLoops.cpp - Loops that take requests ------------------------===//
//
// A loop takes requests if a call in it waits for one, or runs a function that
// does so without a loop around it and returns. Its entry point runs what the
// calls inside of it run. A loop that only takes, to give to its caller, is
// none. One that takes only if a value that it calls is a function that does,
// takes if it waits for events, too: a reactor that runs the handlers of ready
// files (D. Schmidt, Reactor, in Pattern Languages of Program Design, 1995).
// Else it may serve.
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
      auto Takes = [&](const Loop &L) {
        return takesIn(F, L) && doesMore(F, L);
      };
      auto Sure = llvm::find_if(F.Loops, [&](const Loop &L) {
        return Takes(L) && (takesSurely(F, L) || waitsIn(F, L));
      });
      auto Perhaps = llvm::find_if(F.Loops, Takes);
      if (Sure != F.Loops.end())
        addLoop(F, *Sure);
      else if (Perhaps != F.Loops.end() &&
               (Perhaps->Endless || !Perhaps->Options))
        G.addPerhapsTaking(F, *Perhaps);
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
  /// False if each call in \p L that takes may as well run something else.
  bool takesSurely(const Function &F, const Loop &L) const {
    return llvm::any_of(F.Calls, [&](const Call &C) {
      CallOf At{&F, static_cast<uint32_t>(&C - F.Calls.data())};
      return (C.Role == CallRole::Receives || Surely.contains(At)) &&
             isInside(F, C.Loc, L);
    });
  }
  /// True if \p L waits for events, itself or by what it calls.
  bool waitsIn(const Function &F, const Loop &L) const {
    return llvm::any_of(F.Calls, [&](const Call &C) {
      return Waiting.contains(
                 {&F, static_cast<uint32_t>(&C - F.Calls.data())}) &&
             isInside(F, C.Loc, L);
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
  void forEachCallOf(const Function &F, bool OnlySure, Visitor Visit) const;
  template <typename Visitor> void forEachUnknownCall(Visitor Visit) const;
  void findTaking();
  void findWaiting();
  void spreadTaking(std::vector<const Function *> Work, bool OnlySure);
  bool callsUnknown(const Function &F, const Call &C) const;
  bool hasCallersApart(const Function &F, const Call &C) const;
  void addLoop(const Function &F, const Loop &L);

  CallGraphBuilder &G;
  const Program &Prog;
  /// By node, what has an edge to it.
  std::vector<std::vector<std::pair<uint32_t, CallGraph::Edge>>> RunBy;
  /// Functions that wait for a request.
  llvm::DenseSet<const Function *> Looping;
  /// Calls of those of them that give it to their callers.
  llvm::DenseSet<CallOf> Taking;
  llvm::DenseSet<CallOf> Surely; ///< Of these, what runs nothing else.
  /// Calls that wait for events, or may run a function that does.
  llvm::DenseSet<CallOf> Waiting;
};

} // namespace

/// Calls \p Visit(call) for each call that runs \p F before it returns. What
/// only hands \p F over (to a thread, to a framework) is no such call.
/// \p OnlySure: nor is the call of a value that may be something else.
template <typename Visitor>
void LoopCollector::forEachCallOf(const Function &F, bool OnlySure,
                                  Visitor Visit) const {
  llvm::SmallVector<uint32_t, 8> Nodes{G.nodeOf(F)};
  llvm::SmallDenseSet<uint32_t, 8> Seen{Nodes.front()};
  for (size_t I = 0; I < Nodes.size(); ++I)
    for (auto [From, Edge] : RunBy[Nodes[I]]) {
      if (From >= Prog.functions().size()) {
        if (Seen.insert(From).second)
          Nodes.push_back(From);
        continue;
      }
      if (Edge.Call == CallGraph::NoCall || Edge.Passed)
        continue;
      const Function &Caller = Prog.functions()[From];
      bool Unsure =
          Edge.Unsure && Caller.Calls[Edge.Call].Kind == CallKind::Indirect;
      if (!OnlySure || !Unsure)
        Visit(CallOf{&Caller, uint32_t(Edge.Call)});
    }
}

void LoopCollector::findTaking() {
  std::vector<const Function *> Receivers;
  for (const Function &F : Prog.functions())
    if (llvm::any_of(F.Calls, [](const Call &C) {
          return C.Role == CallRole::Receives;
        }))
      Receivers.push_back(&F);
  if (Receivers.empty())
    return;
  RunBy.resize(G.size());
  for (uint32_t Node = 0; Node < G.size(); ++Node)
    for (const CallGraph::Edge &E : G.out(Node))
      RunBy[E.To].push_back({Node, E});
  spreadTaking(Receivers, /*OnlySure=*/true);
  Surely = Taking;
  spreadTaking(std::move(Receivers), /*OnlySure=*/false);
  findWaiting();
}

void LoopCollector::findWaiting() {
  std::vector<const Function *> Work;
  auto Wait = [&](CallOf By) {
    if (Waiting.insert(By).second)
      Work.push_back(By.first);
  };
  for (const Function &F : Prog.functions())
    for (const Call &C : F.Calls)
      if (C.Role == CallRole::Waits)
        Wait({&F, static_cast<uint32_t>(&C - F.Calls.data())});
  // Who calls what serves by itself waits for that to end.
  auto Serves = [&](const Function &F) {
    return llvm::any_of(
        F.Loops, [&](const Loop &L) { return takesIn(F, L) && waitsIn(F, L); });
  };
  llvm::DenseSet<const Function *> Seen;
  while (!Work.empty()) {
    const Function *F = Work.back();
    Work.pop_back();
    if (Seen.insert(F).second && !Serves(*F))
      forEachCallOf(*F, /*OnlySure=*/false, Wait);
  }
}

/// From the functions of \p Work, which wait for a request, to their callers.
void LoopCollector::spreadTaking(std::vector<const Function *> Work,
                                 bool OnlySure) {
  llvm::DenseSet<const Function *> Receiving;
  bool OutOfSight = false; // Anybody may call one of them.
  while (!Work.empty()) {
    const Function *F = Work.back();
    Work.pop_back();
    // What never returns gives no request to its callers.
    bool Returns = llvm::any_of(F->Calls, [&](const Call &C) {
      return takes(*F, C) && llvm::none_of(F->Loops, [&](const Loop &L) {
               return !L.Left && isInside(*F, C.Loc, L);
             });
    });
    Looping.insert(F);
    if (!Returns || !Receiving.insert(F).second)
      continue;
    auto Take = [&](CallOf By) {
      Taking.insert(By);
      Work.push_back(By.first);
    };
    forEachCallOf(*F, OnlySure, Take);
    if (!OnlySure && G.escapes(*F) && !OutOfSight) {
      OutOfSight = true;
      forEachUnknownCall(Take);
    }
  }
}

/// True if nobody knows what \p C, a call of a value, runs: the value is one
/// that an event loop got back from a library (epoll, a pipe).
bool LoopCollector::callsUnknown(const Function &F, const Call &C) const {
  if (C.Kind != CallKind::Indirect)
    return false;
  auto IsUnknown = [](const auto &Of) { return Of.second.Unknown; };
  const FlowCalls::Runs *Runs = G.flow().at(F, C.Loc, {});
  return Runs && (llvm::any_of(Runs->Always, IsUnknown) ||
                  llvm::any_of(Runs->ByCaller, [&](const auto &By) {
                    return llvm::any_of(By.second, IsUnknown);
                  }));
}

/// \p Visit(call) for each call that may run what is out of sight.
template <typename Visitor>
void LoopCollector::forEachUnknownCall(Visitor Visit) const {
  for (const Function &F : Prog.functions())
    for (const Call &C : F.Calls)
      if (callsUnknown(F, C))
        Visit(CallOf{&F, static_cast<uint32_t>(&C - F.Calls.data())});
}

/// True if what \p C of \p F runs for one of several callers may not be what it
/// runs for another one.
bool LoopCollector::hasCallersApart(const Function &F, const Call &C) const {
  const FlowCalls::Runs *Runs = G.flow().at(
      F, C.Loc, C.Kind == CallKind::Indirect ? SymbolId() : C.Callee);
  return !Runs || Runs->ByCaller.size() > 1;
}

void LoopCollector::addLoop(const Function &F, const Loop &L) {
  EntryPoint E;
  E.Handler = E.In = E.Where = &F;
  E.Takes = &L;
  E.Loc = L.Begin;
  uint32_t Node = G.addEntry(E);
  for (const CallGraph::Edge &Edge : G.out(G.nodeOf(F))) {
    if (Edge.Call == CallGraph::NoCall ||
        !isInside(F, F.Calls[Edge.Call].Loc, L))
      continue;
    // The loop runs what it does for each caller of its function.
    CallGraph::Edge Own = Edge;
    Own.General = false;
    Own.Unsure |= Edge.General && hasCallersApart(F, F.Calls[Edge.Call]);
    G.out(Node).push_back(Own);
  }
}

void addRequestLoops(CallGraphBuilder &Graph) { LoopCollector(Graph).run(); }

} // namespace stateless
