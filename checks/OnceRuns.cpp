//===- OnceRuns.cpp - What runs once, and the same everywhere -------------===//
#include "OnceRuns.h"
#include "facts/ControlFlow.h"

namespace stateless {

OnceRuns::OnceRuns(const Program &Prog, const Analyses &Known,
                   const CheckOptions &Options)
    : Prog(Prog), Known(Known) {
  findPieces(Options);
  if (Pieces.empty())
    return;
  keepOnlyOnce();
  indexNames();
  indexReads();
  indexRunners();
  for (Piece &P : Pieces) {
    const Function *F = Known.Graph.functionOf(P.Node);
    P.Same = F && (P.Blocks ? isSetByItself(P) : isFreeOfItsCaller(*F)) &&
             !varies(P) && (!P.isKeyed() || isKeyOfClock(P));
  }
}

//===-- The pieces --------------------------------------------------------===//

void OnceRuns::findPieces(const CheckOptions &Options) {
  llvm::DenseMap<StringId, bool> IsOnce; // By the name of a callee.
  auto RunsOnce = [&](StringId Name) {
    auto [It, New] = IsOnce.try_emplace(Name, false);
    if (New)
      It->second =
          llvm::any_of(Options.Known.OnceCallers, [&](const OnceModel &M) {
            return matchesGlob(M.Function, Prog.text(Name));
          });
    return It->second;
  };
  llvm::DenseSet<uint32_t> Seen;
  for (const Function &F : Prog.functions()) {
    uint32_t From = Known.Graph.nodeOf(F);
    addLazy(F);
    for (const CallGraph::Edge &E : Known.Graph.out(From))
      if (E.Call != CallGraph::NoCall && RunsOnce(F.Calls[E.Call].CalleeName)) {
        OnceCalls.insert({From, E.Call});
        if (Seen.insert(E.To).second)
          Pieces.push_back({E.To, nullptr, reachedFrom(E.To)});
      }
  }
}

/// False if somebody else than \p F, or what it calls, sets what \p L tests.
bool OnceRuns::mayBeSetBy(const Function &F, const LazyBlocks &L) const {
  bool Any = false;
  for (const Write &W : Known.Writes.writesOf(L.Guard)) {
    if (isOutsideServing(W.When) || Known.Dead.neverRuns(*W.By, W.Loc))
      continue;
    if (!W.Certain || (W.By == &F && !isInside(F.Control.front(), W.Loc, L)))
      return false;
    Any = true;
  }
  return Any;
}

/// Of a template's function with several bodies nobody knows which runs.
void OnceRuns::addLazy(const Function &F) {
  if (F.Control.size() != 1)
    return;
  const ControlFlow &Control = F.Control.front();
  uint32_t Node = Known.Graph.nodeOf(F);
  for (const LazyBlocks &L : Control.Lazy) {
    if (!mayBeSetBy(F, L))
      continue;
    std::vector<uint32_t> Calls;
    for (const CallGraph::Edge &E : Known.Graph.out(Node))
      if (E.Call != CallGraph::NoCall &&
          isInside(Control, F.Calls[E.Call].Loc, L)) {
        Calls.push_back(E.To);
        // By a key they run again.
        if (!L.Keyed)
          OnceCalls.insert({Node, E.Call});
      }
    LazyIn[Node].push_back(static_cast<uint32_t>(Pieces.size()));
    Pieces.push_back({Node, &L, reachedFrom(Calls)});
  }
}

OnceRuns::Nodes OnceRuns::reachedFrom(llvm::ArrayRef<uint32_t> From) const {
  llvm::BitVector Reached = Known.Graph.reachedFrom(From);
  return Nodes(Reached.set_bits_begin(), Reached.set_bits_end());
}

/// Takes out of what pieces run what anybody else may run.
void OnceRuns::keepOnlyOnce() {
  const CallGraph &Graph = Known.Graph;
  for (const Piece &P : Pieces)
    if (!P.isKeyed())
      Once.insert(P.Reached.begin(), P.Reached.end());
  std::vector<uint32_t> Work(Once.begin(), Once.end());
  auto IsRunByOthers = [&](uint32_t Node) {
    const Function *F = Graph.functionOf(Node);
    if (Graph.isEntry(Node) || (F && Graph.escapes(*F)))
      return true;
    return llvm::any_of(Graph.in(Node), [&](const CallGraph::Edge &E) {
      return !Once.contains(E.To) && !OnceCalls.contains({E.To, E.Call}) &&
             !Known.Dead.neverRuns(E.To);
    });
  };
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    if (!Once.contains(At) || !IsRunByOthers(At))
      continue;
    Once.erase(At);
    for (const CallGraph::Edge &E : Graph.out(At))
      Work.push_back(E.To);
  }
}

/// The variables and fields that \p Body names where no statement uses the
/// value, nor that of a part of it.
static std::vector<SymbolId> lentBy(const FlowBody &Body) {
  const std::vector<Statement> &Code = Body.Statements;
  std::vector<bool> Used(Code.size());
  std::vector<SymbolId> Lent;
  for (size_t I = Code.size(); I-- > 0;) {
    const Statement &S = Code[I];
    bool IsPart = S.Kind == StatementKind::Field ||
                  S.Kind == StatementKind::Element ||
                  S.Kind == StatementKind::Cast;
    if (!Used[I] &&
        (S.Kind == StatementKind::Variable || S.Kind == StatementKind::Field))
      Lent.push_back(S.Symbol);
    if (IsPart && !Used[I])
      continue;
    for (StatementNumber N : {S.A, S.B})
      if (N)
        Used[N - 1] = true;
  }
  return Lent;
}

void OnceRuns::indexNames() {
  for (const Function &F : Prog.functions())
    for (const FlowBody &Body : F.FlowBodies)
      for (const Statement &S : Body.Statements)
        if (S.Kind == StatementKind::Variable || S.Kind == StatementKind::Field)
          NamedIn[S.Symbol].insert(&F);
}

/// What each function reads, and what it names without doing anything with it:
/// that goes to a library, which may read it.
void OnceRuns::indexReads() {
  auto Add = [&](SymbolId Symbol) {
    for (const ReadSite &R : Known.Writes.readsOf(Symbol))
      ReadsBy[Known.Graph.nodeOf(*R.By)].push_back({Symbol, R.Loc});
  };
  for (const Variable &V : Prog.variables())
    Add(V.Symbol);
  for (const Field &F : Prog.fields())
    Add(F.Symbol);
  for (const Function &F : Prog.functions())
    for (const FlowBody &Body : F.FlowBodies)
      for (SymbolId Symbol : lentBy(Body))
        LentBy[Known.Graph.nodeOf(F)].push_back(Symbol);
}

/// Two tests of one thing in one function (double-checked locking) are one.
void OnceRuns::indexRunners() {
  llvm::DenseMap<uint32_t, std::pair<uint32_t, SymbolId>> First;
  for (const Piece &P : Pieces) {
    if (P.isKeyed())
      continue;
    for (uint32_t Node : P.Reached) {
      std::pair Runner(P.Node, P.Blocks ? P.Blocks->Guard : SymbolId());
      auto [It, New] = First.try_emplace(Node, Runner);
      if (!New && It->second != Runner)
        Shared.insert(Node);
    }
  }
}

bool OnceRuns::isIn(const Piece &P, const Function &F,
                    const Location &At) const {
  uint32_t Node = Known.Graph.nodeOf(F);
  if (!P.isKeyed() && P.Reached.contains(Node))
    return Once.contains(Node) && !Shared.contains(Node);
  return P.Blocks && P.Node == Node &&
         isInside(F.Control.front(), At, *P.Blocks);
}

/// What runs again must store the same again: a plain value, for which it does
/// not read what was there.
bool OnceRuns::isIn(const Piece &P, SymbolId Symbol, const Write &W) const {
  if (!W.Certain || !isIn(P, *W.By, W.Loc))
    return false;
  if (!P.Blocks || (P.Blocks->Sure && !P.Blocks->Keyed))
    return true;
  bool Plain =
      W.Kind == WriteKind::Assignment || (P.Blocks->Keyed && overwrites(W));
  return Plain &&
         llvm::none_of(Known.Writes.readsOf(Symbol), [&](const ReadSite &R) {
           return isIn(P, *R.By, R.Loc);
         });
}

//===-- Whether it is the same everywhere ---------------------------------===//

/// True if \p F gets nothing from who has it run: no arguments, no object, no
/// captures.
bool OnceRuns::isFreeOfItsCaller(const Function &F) const {
  bool HasObject = F.Kind != FunctionKind::Free &&
                   F.Kind != FunctionKind::StaticMethod &&
                   F.Kind != FunctionKind::Lambda;
  return !HasObject && F.Parameters.empty() &&
         llvm::none_of(F.FlowBodies, [](const FlowBody &Body) {
           return llvm::any_of(Body.Statements, [](const Statement &S) {
             return S.Kind == StatementKind::This;
           });
         });
}

/// True if what the test of \p P asks for is set by \p P, and by nobody else
/// while the program serves: then it runs once.
bool OnceRuns::isSetByItself(const Piece &P) const {
  bool Any = false;
  for (const Write &W : Known.Writes.writesOf(P.Blocks->Guard)) {
    if (isOutsideServing(W.When) || Known.Dead.neverRuns(*W.By, W.Loc))
      continue;
    // What it calls may unset what it has set.
    bool ByCallee = Known.Graph.nodeOf(*W.By) != P.Node;
    if ((P.Blocks->Sure && ByCallee) || !isIn(P, P.Blocks->Guard, W))
      return false;
    Any = true;
  }
  return Any && isReadBehind(P, P.Blocks->Guard);
}

/// True if no way through \p P leaves as it was what \p Writes, all in \p P,
/// write: else what it is depends on when \p P was run.
bool OnceRuns::isMadeOnEachWay(const Piece &P,
                               llvm::ArrayRef<Write> Writes) const {
  const ControlFlow &Control = Known.Graph.functionOf(P.Node)->Control.front();
  return isOnEachWay(Control, *P.Blocks, [&](const ProgramPoint &At) {
    return llvm::any_of(Writes,
                        [&](const Write &W) { return W.Loc == At.Loc; });
  });
}

/// True if the key of \p P is the time, and nothing else.
bool OnceRuns::isKeyOfClock(const Piece &P) const {
  DataOrigin Of;
  for (const Write &W : Known.Writes.writesOf(P.Blocks->Guard))
    if (!isOutsideServing(W.When))
      Of.add(Known.Origins.of(P.Blocks->Guard, *W.By, W.Loc));
  return Of.Clock && !Of.Unknown && !Of.Own && Of.States.empty() &&
         Of.Requests.empty() && Of.Varying.empty() && Of.Threads.empty();
}

/// True if \p Symbol is written while the program serves, and not only by \p
/// Than and pieces that run once.
bool OnceRuns::isWrittenByOthers(SymbolId Symbol, const Piece &Than) const {
  return llvm::any_of(Known.Writes.writesOf(Symbol), [&](const Write &W) {
    if (isOutsideServing(W.When) || Known.Dead.neverRuns(*W.By, W.Loc))
      return false;
    uint32_t Node = Known.Graph.nodeOf(*W.By);
    auto Lazy = LazyIn.find(Node);
    return !W.Certain ||
           (!Once.contains(Node) &&
            (Lazy == LazyIn.end() ||
             llvm::none_of(Lazy->second, [&](uint32_t P) {
               const Piece &By = Pieces[P];
               return (!By.isKeyed() || &By == &Than) && isIn(By, Symbol, W);
             })));
  });
}

/// True if nobody knows what a call does. Constructors and destructors without
/// a body are the compiler's own.
bool OnceRuns::isOutOfSight(const Function &F, uint32_t Call) const {
  const stateless::Call &C = F.Calls[Call];
  return !C.Library && C.Kind != CallKind::Constructor &&
         C.Kind != CallKind::Destructor && Known.Graph.targets(F, Call).empty();
}

/// True for what gives another value in each process, or at each time.
static bool isUneven(OperationKind Kind) {
  return Kind == OperationKind::Vary || Kind == OperationKind::Thread ||
         Kind == OperationKind::Clock || Kind == OperationKind::Receive;
}

/// True if what \p P runs may not be the same in every process: it draws what
/// differs, calls what is not in sight, or may read what others write while the
/// program serves.
bool OnceRuns::varies(const Piece &P) const {
  auto VariesIn = [&](uint32_t Node, auto Runs) {
    const Function *F = Known.Graph.functionOf(Node);
    if (!F || Known.Graph.isEntry(Node))
      return false;
    for (const Operation &Op : F->Operations)
      if (isUneven(Op.Kind) && Runs(*F, Op.Loc) &&
          !(P.isKeyed() && Op.Kind == OperationKind::Clock))
        return true;
    for (uint32_t I = 0; I < F->Calls.size(); ++I)
      if (Runs(*F, F->Calls[I].Loc) && isOutOfSight(*F, I))
        return true;
    auto Reads = ReadsBy.find(Node);
    if (Reads != ReadsBy.end() &&
        llvm::any_of(Reads->second, [&](const Read &R) {
          return Runs(*F, R.Loc) && isWrittenByOthers(R.Symbol, P);
        }))
      return true;
    return llvm::any_of(LentBy.lookup(Node), [&](SymbolId Symbol) {
      return isWrittenByOthers(Symbol, P);
    });
  };
  auto All = [](const Function &, const Location &) { return true; };
  auto InBlocks = [&](const Function &F, const Location &At) {
    return isInside(F.Control.front(), At, *P.Blocks);
  };
  return llvm::any_of(P.Reached,
                      [&](uint32_t Node) { return VariesIn(Node, All); }) ||
         (P.Blocks && VariesIn(P.Node, InBlocks));
}

/// True if whoever names \p Symbol while the program serves has seen to it that
/// \p P has run before it reads there, or is a part of it.
bool OnceRuns::isReadBehind(const Piece &P, SymbolId Symbol) const {
  auto Named = NamedIn.find(Symbol);
  if (Named == NamedIn.end())
    return true;
  auto IsOther = [&](const Function &F) {
    return !Known.Dead.neverRuns(F) &&
           (P.isKeyed() || !P.Reached.contains(Known.Graph.nodeOf(F)));
  };
  auto Tests = [&](const Function &F) {
    return llvm::any_of(F.Control, [&](const ControlFlow &C) {
      return llvm::any_of(C.Lazy, [&](const LazyBlocks &L) {
        return L.Guard == P.Blocks->Guard;
      });
    });
  };
  auto IsBehind = [&](const Function &F, const Location &At) {
    return isIn(P, F, At) || isOutsideServing(Known.Times.of(F, At)) ||
           llvm::any_of(F.Control, [&](const ControlFlow &C) {
             return llvm::any_of(C.Lazy, [&](const LazyBlocks &L) {
               return L.Guard == P.Blocks->Guard && isBehindTest(C, At, L);
             });
           });
  };
  return llvm::none_of(
             Named->second,
             [&](const Function *F) { return IsOther(*F) && !Tests(*F); }) &&
         llvm::all_of(Known.Writes.readsOf(Symbol), [&](const ReadSite &R) {
           return !Named->second.contains(R.By) || !IsOther(*R.By) ||
                  IsBehind(*R.By, R.Loc);
         });
}

/// True if the test of \p P asks for a pointer, or for a holder of an object:
/// fields of what the piece makes are found by way of it only.
bool OnceRuns::leadsToWhatItMakes(const Piece &P) const {
  const Variable *V = Prog.variable(P.Blocks->Guard);
  const Type *T = V ? &Prog.type(V->Type) : nullptr;
  return T && !T->Args.empty() &&
         (T->Kind == TypeKind::Pointer || T->Kind == TypeKind::Record);
}

Reason OnceRuns::reason(SymbolId Symbol, llvm::ArrayRef<Write> Writes) const {
  auto Makes = [&](const Piece &P) {
    if (!P.Same || !llvm::all_of(Writes, [&](const Write &W) {
          return isIn(P, Symbol, W);
        }))
      return false;
    if (P.isKeyed() && !isMadeOnEachWay(P, Writes))
      return false;
    return !P.Blocks || (Prog.field(Symbol) && leadsToWhatItMakes(P)) ||
           isReadBehind(P, Symbol);
  };
  auto By = Writes.empty() ? Pieces.end() : llvm::find_if(Pieces, Makes);
  if (By == Pieces.end())
    return {};
  return {By->isKeyed() ? ReasonKind::FollowsClock : ReasonKind::ComputedOnce};
}

} // namespace stateless
