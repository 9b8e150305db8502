//===- PlaceUses.cpp - What a function does to one place ------------------===//
//
// 1. Statements that give the address of the place, and no other, name it: of
//    these it is known what they do.
// 2. What else reads and writes it by a pointer (Mutation), reads it here.
// 3. Calls may do anything that what they run does.
//
// A change that builds on the old content (`+=`, push_back) reads. Limits:
// parts are not told apart from the whole, and an object of a class of the
// project counts as overwritten by assignment only.
//
//===----------------------------------------------------------------------===//
#include "analysis/PlaceUses.h"

namespace stateless {

PlaceUses::PlaceUses(const Program &Prog, const CallGraph &Graph,
                     const DeadCode &Dead, const Phases &Times,
                     const Lifetime &Lives, const Mutation &Writes)
    : Prog(Prog), Graph(Graph), Dead(Dead), Times(Times), Lives(Lives),
      Writes(Writes), Points(Writes.points()) {
  for (ObjectId Id = 0; Id < Points.size(); ++Id)
    if (Points.object(Id).Kind == ObjectKind::Variable)
      ObjectOf[Points.object(Id).Symbol] = Id;
  for (const FlowContext &In : Points.contexts())
    Contexts[In.F].push_back(&In);
  findSole();
}

//===-- Objects -----------------------------------------------------------===//

ObjectId PlaceUses::objectOf(const Variable &V) const {
  auto It = ObjectOf.find(V.Symbol);
  return It == ObjectOf.end() ? NoObject : It->second;
}

ObjectId PlaceUses::soleObjectOf(const Field &F) const {
  auto It = Sole.find(F.Symbol);
  return It == Sole.end() ? NoObject : It->second;
}

void PlaceUses::findSole() {
  for (const FlowContext &In : Points.contexts())
    for (size_t B = 0; B < In.F->FlowBodies.size(); ++B) {
      const Code &Statements = In.F->FlowBodies[B].Statements;
      for (StatementNumber N = 1; N <= Statements.size(); ++N) {
        const Statement &S = Statements[N - 1];
        if (S.Kind != StatementKind::Field || In.Idle)
          continue;
        llvm::ArrayRef<ObjectId> Are = Points.of(In, B, N);
        ObjectId Id = Are.size() == 1 && isSingle(Are[0]) ? Are[0] : NoObject;
        if (auto [It, New] = Sole.try_emplace(S.Symbol, Id);
            !New && It->second != Id)
          It->second = NoObject;
      }
    }
}

/// True if \p Id stands for one object in the process.
bool PlaceUses::isSingle(ObjectId Id) const {
  for (; Points.object(Id).Kind == ObjectKind::Part;
       Id = Points.object(Id).Parent)
    if (!Points.object(Id).Symbol)
      return false;
  const Variable *V = Points.object(Id).Kind == ObjectKind::Variable
                          ? Prog.variable(Points.object(Id).Symbol)
                          : nullptr;
  return V && !V->ThreadLocal && Lives.stays(*V);
}

//===-- Statements that name the place ------------------------------------===//

static bool isGiven(const std::vector<Statement> &In, size_t I,
                    uint32_t Parameter) {
  const Statement &S = In[I];
  if (S.Kind != StatementKind::Load || !S.A)
    return false;
  const Statement &From = In[S.A - 1];
  return From.Kind == StatementKind::Parameter && From.Index == Parameter;
}

/// For each statement of \p F, the one object that it gives the address of,
/// whoever calls the function; NoObject: it may be several, or is not known.
const std::vector<ObjectId> &PlaceUses::exactIn(const Function &F) {
  auto [It, New] = Exact.try_emplace(&F);
  if (!New)
    return It->second;
  std::vector<ObjectId> Result(F.FlowBodies.front().Statements.size(),
                               NoObject);
  for (StatementNumber N = 1; N <= Result.size(); ++N) {
    bool Any = false, Several = false;
    for (const FlowContext *In : Contexts.lookup(&F))
      for (ObjectId Id : Points.of(*In, 0, N)) {
        Several |= Id == UnknownObject || (Any && Result[N - 1] != Id);
        Result[N - 1] = Id;
        Any = true;
      }
    if (Several)
      Result[N - 1] = NoObject;
  }
  return It->second = std::move(Result);
}

bool PlaceUses::isPlace(const Function &F, size_t I, const UsedPlace &What) {
  const Code &In = F.FlowBodies.front().Statements;
  const Statement &S = In[I];
  switch (What.Is) {
  case UsedPlace::Object:
    // Arithmetic stays in an object, but not at its start.
    return S.Kind != StatementKind::Either && exactIn(F)[I] == What.Index;
  case UsedPlace::Own:
    return S.Kind == StatementKind::Field && S.Symbol == What.Symbol && S.A &&
           In[S.A - 1].Kind == StatementKind::This;
  case UsedPlace::Given:
  case UsedPlace::Listed:
    return isGiven(In, I, What.Index);
  }
  return false;
}

/// Which statements of \p F give the address of \p What, or of a part of it.
std::vector<PlaceUses::Named> PlaceUses::namedIn(const Function &F,
                                                 const UsedPlace &What) {
  const Code &In = F.FlowBodies.front().Statements;
  std::vector<Named> Result(In.size());
  for (size_t I = 0; I < In.size(); ++I) {
    const Statement &S = In[I];
    if (isPlace(F, I, What)) {
      Result[I] = {true, true, What.Is == UsedPlace::Listed};
      continue;
    }
    auto Of = [&](StatementNumber N) {
      return N && N <= I ? Result[N - 1] : Named();
    };
    switch (S.Kind) {
    case StatementKind::Element:
      Result[I] = Of(S.A);
      Result[I].Start &= !Result[I].Element;
      Result[I].Element = Result[I].Is;
      break;
    case StatementKind::Cast:
      Result[I] = Of(S.A);
      break;
    case StatementKind::Field:
    case StatementKind::Either:
      Result[I].Is = Of(S.A).Is || Of(S.B).Is;
      break;
    default:
      break;
    }
  }
  return Result;
}

/// True if \p In changes its parameter \p Index itself, or lets others do so.
static bool movesParameter(const std::vector<Statement> &In, uint32_t Index) {
  auto IsIt = [&](StatementNumber N) {
    return N && In[N - 1].Kind == StatementKind::Parameter &&
           In[N - 1].Index == Index;
  };
  return llvm::any_of(In, [&](const Statement &S) {
    bool Only = S.Kind == StatementKind::Load || S.Kind == StatementKind::Read;
    return IsIt(S.B) || (IsIt(S.A) && !Only);
  });
}

/// \p S uses \p At, an address of the place or of a part of it.
void PlaceUses::addUse(const Statement &S, const Named &At, PlaceEvents &Into) {
  if (S.Kind != StatementKind::Write && S.Kind != StatementKind::Read)
    return;
  PlaceEvent E;
  E.At = S.Loc;
  bool Assigns = S.Kind == StatementKind::Write && S.How == AccessKind::Assign;
  E.Reads = !Assigns;
  E.After = S.Kind == StatementKind::Read && S.How == AccessKind::Assign;
  // A library fills an array from its start; others assign one element.
  E.Sets = Assigns && At.Start && (!At.Element || (S.Symbol && S.Index));
  Into.Told.insert(S.Loc);
  if (E.Reads || E.Sets)
    Into.All.push_back(std::move(E));
}

/// \p S hands \p At to the call \p Call.
void PlaceUses::addHanded(const Statement &S, const Statement &Call,
                          const Named &At, PlaceEvents &Into) {
  const Function *Callee =
      Call.Kind == StatementKind::Call && !Call.Virtual && Call.Symbol
          ? Prog.function(Call.Symbol)
          : nullptr;
  PlaceEvent E;
  E.At = Call.Loc;
  Into.Told.insert(Call.Loc);
  if (Callee && Callee->Definition && S.Kind == StatementKind::Argument) {
    UsedPlace::Kind As = At.Element ? UsedPlace::Listed : UsedPlace::Given;
    E.Runs.push_back({Callee, {As, {}, S.Index}});
    E.Sure = At.Start && S.How == AccessKind::Assign;
  } else {
    E.Reads = true;
  }
  Into.All.push_back(std::move(E));
}

bool isOwnCall(const std::vector<Statement> &In, const Statement &S) {
  return S.Kind == StatementKind::Receiver && S.A &&
         In[S.A - 1].Kind == StatementKind::This;
}

void PlaceUses::addNamed(const PlaceIn &N, PlaceEvents &Into) {
  const Code &In = N.F->FlowBodies.front().Statements;
  const UsedPlace &What = N.What;
  bool OfCaller = What.Is == UsedPlace::Given || What.Is == UsedPlace::Listed;
  if (OfCaller && movesParameter(In, What.Index))
    Into.Lost = true;
  std::vector<Named> Of = namedIn(*N.F, What);
  for (const Statement &S : In) {
    Named A = S.A ? Of[S.A - 1] : Named();
    Named B = S.B ? Of[S.B - 1] : Named();
    bool Handed = S.Kind == StatementKind::Receiver ||
                  S.Kind == StatementKind::Argument ||
                  S.Kind == StatementKind::ArgumentObject;
    if (Handed && A.Is)
      addHanded(S, In[S.B - 1], A, Into);
    else if (isOwnCall(In, S) && What.Is == UsedPlace::Own)
      addOwnCall(In[S.B - 1], What, Into);
    else if (A.Is)
      addUse(S, A, Into);
    // Others may read it by what they get here.
    bool Kept = (B.Is && S.Kind != StatementKind::Either) ||
                (A.Is && (S.Kind == StatementKind::Return ||
                          S.Kind == StatementKind::Escape));
    if (Kept && OfCaller)
      Into.Lost = true;
  }
}

/// A method calls another one on its own object, of which \p What is a field.
void PlaceUses::addOwnCall(const Statement &Call, const UsedPlace &What,
                           PlaceEvents &Into) {
  const Function *Callee = Call.Virtual ? nullptr : Prog.function(Call.Symbol);
  if (!Callee)
    return;
  PlaceEvent E;
  E.At = Call.Loc;
  E.Runs.push_back({Callee, What});
  Into.All.push_back(std::move(E));
}

/// What the function does to the variable by its pointers.
void PlaceUses::addSites(const PlaceIn &N, PlaceEvents &Into) {
  for (const Location &At : ReadsIn.lookup(N.F)) {
    if (Into.Told.contains(At))
      continue;
    PlaceEvent E;
    E.At = At;
    E.Reads = true;
    Into.All.push_back(std::move(E));
  }
}

/// What the function calls.
void PlaceUses::addCalls(const PlaceIn &N, PlaceEvents &Into) {
  llvm::DenseMap<uint32_t, PlaceEvent> ByCall;
  for (const CallGraph::Edge &Edge : Graph.out(Graph.nodeOf(*N.F))) {
    bool Between = Graph.isBetween(Edge.To);
    llvm::SmallVector<const Function *, 4> Run;
    if (const Function *F = Graph.functionOf(Edge.To))
      Run.push_back(F);
    for (const CallGraph::Edge &Over : Graph.out(Edge.To))
      if (const Function *F = Between ? Graph.functionOf(Over.To) : nullptr)
        Run.push_back(F);
    PlaceEvent &E = ByCall[Edge.Call];
    for (const Function *F : Run)
      E.Runs.push_back({F, N.What});
    E.Sure &= !Between && !Edge.Unsure && !Edge.Passed;
  }
  for (auto &[Call, E] : ByCall)
    if (!E.Runs.empty()) {
      if (Call != CallGraph::NoCall)
        E.At = N.F->Calls[Call].Loc;
      Into.All.push_back(std::move(E));
    }
}

bool PlaceUses::isOutside(const Function &F, const Location &At) const {
  return Dead.neverRuns(F, At) || isOutsideServing(Times.of(F, At));
}

bool PlaceUses::turnTo(SymbolId Symbol) {
  Sites.clear();
  ReadsIn.clear();
  bool Read = false;
  for (const ReadSite &R : Writes.readsOf(Symbol))
    if (!isOutside(*R.By, R.Loc)) {
      Read = true;
      Sites.insert(R.By);
      ReadsIn[R.By].push_back(R.Loc);
    }
  for (const Write &W : Writes.writesOf(Symbol)) {
    if (isOutside(*W.By, W.Loc))
      continue;
    if (!W.Certain)
      return false;
    Sites.insert(W.By);
    // A call may take what it gives back (the length of recvfrom).
    Read |= W.Kind == WriteKind::Argument && !overwrites(W);
    if (W.Kind != WriteKind::Assignment)
      ReadsIn[W.By].push_back(W.Loc);
  }
  return Read;
}

PlaceEvents PlaceUses::eventsOf(const PlaceIn &N) {
  PlaceEvents Result;
  addNamed(N, Result);
  if (N.What.Is == UsedPlace::Object) {
    addSites(N, Result);
    addCalls(N, Result);
  }
  return Result;
}

} // namespace stateless
