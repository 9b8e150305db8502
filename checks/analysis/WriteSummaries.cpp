//===- WriteSummaries.cpp - What a function writes of its callers ---------===//
//
// The least sets closed under: a direct access of a place rooted in `this` or
// in a parameter; a call that hands such a place to a callee that writes it (by
// its summary if a body is in sight, by its declaration otherwise); for `this`,
// a lambda of the method that writes it. The summary of a node between (a
// virtual method, a holder of callables) is the union of what stands behind it,
// so the cost is the size of the graph times the number of parameters.
//
// Sure is what happens in sight: an assignment, a mutating method of the
// library. A callee without a body, or an address that escapes, only may.
//
//===----------------------------------------------------------------------===//
#include "analysis/WriteSummaries.h"
#include <numeric>
#include <queue>

namespace stateless {

WriteSummaries::WriteSummaries(const Program &Prog, const CallGraph &Graph,
                               const PlaceResolution &Places,
                               const KeptReferences &Kept)
    : Prog(Prog), Graph(Graph), Places(Places), Kept(Kept) {
  for (const Function &F : Prog.functions())
    if (F.Kind == FunctionKind::Lambda && F.Parent)
      Lambdas[F.Parent].push_back(&F);
  close();
}

/// Whether there is a body behind a node does not grow with the summaries.
void WriteSummaries::findBodies() {
  std::vector<uint32_t> Work;
  for (const Function &F : Prog.functions())
    if (F.Definition) {
      Nodes[Graph.nodeOf(F)].InSight = true;
      Work.push_back(Graph.nodeOf(F));
    }
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    for (const CallGraph::Edge &E : Graph.in(Node))
      if (Graph.isBetween(E.To) && !Nodes[E.To].InSight) {
        Nodes[E.To].InSight = true;
        Work.push_back(E.To);
      }
  }
}

/// Callees before callers, as far as there are no cycles: each node's place in
/// the order in which a depth-first search leaves the nodes.
static std::vector<uint32_t> calleesFirst(const CallGraph &Graph) {
  constexpr uint32_t Unseen = ~0U;
  std::vector<uint32_t> Rank(Graph.size(), Unseen), Next(Graph.size()), Path;
  std::vector<bool> Entered(Graph.size());
  uint32_t Count = 0;
  for (uint32_t Root = 0; Root < Graph.size(); ++Root) {
    if (Entered[Root])
      continue;
    Entered[Root] = true;
    Path.push_back(Root);
    while (!Path.empty()) {
      uint32_t At = Path.back();
      llvm::ArrayRef<CallGraph::Edge> Out = Graph.out(At);
      while (Next[At] < Out.size() && Entered[Out[Next[At]].To])
        ++Next[At];
      if (Next[At] < Out.size()) {
        Entered[Out[Next[At]].To] = true;
        Path.push_back(Out[Next[At]].To);
        continue;
      }
      Rank[At] = Count++;
      Path.pop_back();
    }
  }
  return Rank;
}

void WriteSummaries::close() {
  Nodes.assign(Graph.size(), {});
  findBodies();
  // What is computed after all that it calls is computed once.
  std::vector<uint32_t> Rank = calleesFirst(Graph), Node(Graph.size());
  for (uint32_t I = 0; I < Graph.size(); ++I)
    Node[Rank[I]] = I;
  std::vector<uint32_t> Heap(Graph.size());
  std::iota(Heap.begin(), Heap.end(), 0);
  std::priority_queue Work(std::greater<>(), std::move(Heap));
  std::vector<bool> Queued(Graph.size(), true);
  auto Enqueue = [&](uint32_t I) {
    if (!Queued[I]) {
      Queued[I] = true;
      Work.push(Rank[I]);
    }
  };
  while (!Work.empty()) {
    uint32_t At = Node[Work.top()];
    Work.pop();
    Queued[At] = false;
    Summary New = compute(At);
    if (New == Nodes[At])
      continue;
    Nodes[At] = New;
    for (const CallGraph::Edge &E : Graph.in(At))
      Enqueue(E.To);
    const Function *F = Graph.functionOf(At);
    if (F && F->Kind == FunctionKind::Lambda && !Graph.isEntry(At))
      if (const Function *Parent = Prog.function(F->Parent))
        Enqueue(Graph.nodeOf(*Parent));
  }
}

WriteSummaries::Summary WriteSummaries::compute(uint32_t Node) const {
  if (Graph.isEntry(Node))
    return {};
  if (!Graph.isBetween(Node))
    return ofFunction(*Graph.functionOf(Node));
  Summary Result = Nodes[Node];
  for (const CallGraph::Edge &E : Graph.out(Node)) {
    Result.May |= Nodes[E.To].May;
    Result.Sure |= Nodes[E.To].Sure;
  }
  return Result;
}

WriteSummaries::Summary WriteSummaries::ofFunction(const Function &F) const {
  Summary Result;
  Result.InSight = F.Definition;
  auto Mark = [&](const Place &P, bool Certain) {
    if (P.Root == RootKind::Variable)
      return;
    for (const Place &R : Places.resolve(P, F)) {
      uint64_t Bit = R.Symbol                        ? 0
                     : R.Root == RootKind::This      ? thisBit()
                     : R.Root == RootKind::Parameter ? bit(R.Index)
                                                     : 0;
      Result.May |= Bit;
      Result.Sure |= Certain ? Bit : 0;
    }
  };
  for (const Access &A : F.Accesses)
    if (isWrite(A.Kind) && A.Kind != AccessKind::ReturnedByReference &&
        !Kept.isFollowed(F, A))
      Mark(A.Target, isCertainWrite(A.Kind));
  for (const auto &OfCall : writtenByCalls(F))
    for (const Written &W : OfCall)
      Mark(*W.What, W.Certain);
  if (auto It = Lambdas.find(F.Symbol); It != Lambdas.end())
    for (const Function *Lambda : It->second) {
      const Summary &Inner = Nodes[Graph.nodeOf(*Lambda)];
      Result.May |= Inner.May & thisBit();
      Result.Sure |= Inner.Sure & thisBit();
    }
  return Result;
}

std::vector<llvm::SmallVector<WriteSummaries::Written, 2>>
WriteSummaries::writtenByCalls(const Function &F) const {
  std::vector<Summary> Callees(F.Calls.size()), Callbacks(F.Calls.size());
  for (const CallGraph::Edge &E : Graph.out(Graph.nodeOf(F))) {
    if (E.Call == CallGraph::NoCall)
      continue;
    const Call &C = F.Calls[E.Call];
    if (E.Passed) {
      // What a callee runs of its arguments is not what it does to them, but
      // for one that runs it on what it is given (std::for_each).
      if (C.Role == CallRole::RunsNow) {
        Callbacks[E.Call].May |= Nodes[E.To].May & ~thisBit();
        Callbacks[E.Call].Sure |= Nodes[E.To].Sure & ~thisBit();
      }
      continue;
    }
    Callees[E.Call].May |= Nodes[E.To].May;
    Callees[E.Call].Sure |= Nodes[E.To].Sure;
    Callees[E.Call].InSight |= Nodes[E.To].InSight;
  }
  std::vector<llvm::SmallVector<Written, 2>> Result(F.Calls.size());
  for (size_t I = 0; I < F.Calls.size(); ++I) {
    addWritten(F.Calls[I], Callees[I], Result[I]);
    if (Callbacks[I].May != 0)
      for (const Argument &A : F.Calls[I].Args)
        if (A.How == Passing::Value)
          for (const Place &P : A.Places)
            Result[I].push_back(
                {&P, WriteKind::Argument, Callbacks[I].Sure != 0});
  }
  return Result;
}

void WriteSummaries::addWritten(const Call &C, const Summary &Callee,
                                llvm::SmallVectorImpl<Written> &Into) const {
  // A function of the project whose body is out of sight, or one reached
  // through a pointer.
  bool DeclaredOnly = C.Kind == CallKind::Indirect || !C.Library;
  auto Add = [&](const Place &P, WriteKind Kind, uint64_t Bit) {
    bool Certain = Callee.InSight ? (Callee.Sure & Bit) != 0 : !DeclaredOnly;
    Into.push_back({&P, Kind, Certain});
  };
  // Calling what a std::function holds does not write the function.
  bool CallsHolder = C.Library && !C.Targets.empty();
  if (C.Use != ReceiverUse::None && !CallsHolder &&
      (Callee.InSight ? (Callee.May & thisBit()) != 0
                      : C.Use == ReceiverUse::Mutating))
    for (const Place &P : C.Receivers)
      Add(P, WriteKind::MethodCall, thisBit());
  for (size_t I = 0; I < C.Args.size(); ++I)
    if (C.Args[I].How == Passing::MutableReference &&
        (!Callee.InSight || Callee.May & bit(I)))
      for (const Place &P : C.Args[I].Places)
        if (Callee.InSight || !isHandle(P, C))
          Add(P, WriteKind::Argument, bit(I));
}

/// A library object that the project holds by a raw pointer (FILE *,
/// sqlite3 *): handing the pointer back to the library is using the handle.
bool WriteSummaries::isHandle(const Place &P, const Call &C) const {
  if (!C.Library || P.Steps.empty() || P.Steps.back().Kind != StepKind::Deref)
    return false;
  TypeId T;
  if (P.Steps.size() > 1 &&
      P.Steps[P.Steps.size() - 2].Kind == StepKind::Field) {
    if (const Field *F = Prog.field(P.Steps[P.Steps.size() - 2].Symbol))
      T = F->Type;
  } else if (P.Steps.size() == 1 && P.Root == RootKind::Variable) {
    if (const Variable *V = Prog.variable(P.Symbol))
      T = V->Type;
  }
  const Type &Pointer = Prog.type(T);
  if (Pointer.Kind != TypeKind::Pointer || Pointer.Args.empty())
    return false;
  const Type &Pointee = Prog.type(Pointer.Args[0]);
  return Pointee.Kind == TypeKind::Record && !Prog.classOf(Pointee.Symbol);
}

} // namespace stateless
