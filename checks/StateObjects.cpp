//===- StateObjects.cpp - All that may be state, judged once --------------===//
//
// One pass over variables and one over fields. The type is asked first: what
// it settles needs no writes. Then of the writes those are left that happen
// while the program serves; the best of them is the confidence.
//
//===----------------------------------------------------------------------===//
#include "StateObjects.h"
#include "ThreadValues.h"
#include "analysis/Accessors.h"
#include "analysis/ExposedReads.h"
#include "llvm/Support/Path.h"
#include <array>

namespace stateless {

namespace {

class Assessor {
public:
  Assessor(const Program &Prog, const Analyses &Known, const TypeShapes &Shapes,
           const CheckOptions &Options)
      : Prog(Prog), Known(Known), Shapes(Shapes), Once(Prog, Known, Options),
        Exposed(Prog, Known.Graph, Known.Dead, Known.Times, Known.Lives,
                Known.Writes) {
    findInternal();
  }

  Assessment assess(const Variable &V);
  Assessment assess(const Field &F);

private:
  void keepServing(std::vector<Write> &Writes) const;
  bool readsBefore(const Write &W, SymbolId Symbol) const;
  ReasonKind quietReason(llvm::ArrayRef<Write> Writes) const;
  bool isDiagnostic(SymbolId Symbol, const Assessment &A) const;
  std::optional<int64_t> numberStored(const Variable &V, const Write &W) const;
  Reason flagOfSignals(const Variable &V, const Assessment &A) const;
  void findInternal();
  Reason exemptByName(const Variable &V) const;
  std::optional<Write> firstMade(const Variable &V) const;
  Assessment stored(SymbolId Symbol) const;

  const Program &Prog;
  const Analyses &Known;
  const TypeShapes &Shapes;
  const OnceRuns Once;
  ExposedReads Exposed;
  llvm::DenseSet<SymbolId> Internal; ///< Classes that no other unit knows.
};

} // namespace

//===-- Writes ------------------------------------------------------------===//

/// A write that a request makes for sure.
static bool proves(const Analyses &Known, const Write &W) {
  return W.Certain && W.Sole && W.When == Phase::Request &&
         Known.Reach.surelyOnRequest(*W.By, W.Loc);
}

/// Takes out what start-up writes, and what nothing calls, and puts the best
/// evidence first.
void Assessor::keepServing(std::vector<Write> &Writes) const {
  llvm::erase_if(Writes, [&](const Write &W) {
    return isOutsideServing(W.When) || Known.Dead.neverRuns(*W.By, W.Loc);
  });
  for (Write &W : Writes)
    W.Certain &= !Known.Dead.runsOnlyIfAsked(*W.By, W.Loc);
  std::array<std::vector<Write>, 8> ByRank;
  for (const Write &W : Writes)
    ByRank[(proves(Known, W) ? 0 : 4) + (W.Certain ? 0 : 2) +
           (W.When == Phase::Request ? 0 : 1)]
        .push_back(W);
  Writes.clear();
  for (const std::vector<Write> &List : ByRank)
    llvm::append_range(Writes, List);
}

/// The stores into \p Symbol and when they are made.
Assessment Assessor::stored(SymbolId Symbol) const {
  Assessment A;
  llvm::ArrayRef<Write> All = Known.Writes.writesOf(Symbol);
  A.Writes.assign(All.begin(), All.end());
  keepServing(A.Writes);
  if (!A.Writes.empty())
    A.When = A.Writes.front().When;
  else if (!All.empty())
    A.When = All.front().When;
  return A;
}

/// The table of docs/architecture.md.
void grade(const Program &Prog, const Analyses &Known, Assessment &A) {
  const Write &Best = A.Writes.front();
  if (proves(Known, Best)) {
    A.Level = Confidence::Proven;
    A.Basis = {GroundsKind::SureRequest};
  } else if (Best.Certain) {
    A.Level = Confidence::Likely;
    A.Basis = {Best.When == Phase::Request     ? GroundsKind::OneOfSeveralCalls
               : Known.Reach.reached(*Best.By) ? GroundsKind::ThreadOrSignal
                                               : GroundsKind::NoEntryPoint};
  } else {
    A.Level = Confidence::Possible;
    A.Basis = {GroundsKind::UnseenWrite, describeWrite(Prog, Best)};
  }
}

/// A write that needs what was there before (`Count = Count + 1`) is no flag.
bool Assessor::readsBefore(const Write &W, SymbolId Symbol) const {
  return llvm::any_of(Known.Writes.readsOf(Symbol), [&](const ReadSite &R) {
    return R.By == W.By && R.Loc.File == W.Loc.File && R.Loc.Line == W.Loc.Line;
  });
}

/// Why writes of which none counts make no state.
ReasonKind Assessor::quietReason(llvm::ArrayRef<Write> Writes) const {
  if (Writes.empty())
    return ReasonKind::NeverWritten;
  std::vector<Write> Run(Writes);
  llvm::erase_if(
      Run, [&](const Write &W) { return Known.Dead.neverRuns(*W.By, W.Loc); });
  if (Run.empty())
    return ReasonKind::DeadWritersOnly;
  llvm::erase_if(Run, [](const Write &W) { return W.When == Phase::OfChild; });
  if (Run.empty())
    return ReasonKind::OfChildOnly;
  auto StartsUp = [](const Write &W) { return W.When == Phase::StartUp; };
  if (llvm::all_of(Run, StartsUp))
    return ReasonKind::StartUpOnly;
  return llvm::any_of(Run, StartsUp) ? ReasonKind::StartUpAndEnd
                                     : ReasonKind::EndOnly;
}

/// True if all that reads \p Symbol tells people what it holds. A program that
/// is not known to serve may answer in this way.
bool Assessor::isDiagnostic(SymbolId Symbol, const Assessment &A) const {
  llvm::ArrayRef<ReadSite> Reads = Known.Writes.readsOf(Symbol);
  return llvm::any_of(Known.Graph.entryPoints(), serves) &&
         llvm::any_of(Reads, [](const ReadSite &R) { return R.IsTold; }) &&
         llvm::all_of(Reads,
                      [&](const ReadSite &R) {
                        return R.IsTold || Known.Dead.neverRuns(*R.By, R.Loc);
                      }) &&
         llvm::all_of(A.Writes, [](const Write &W) { return W.Certain; });
}

/// What \p W puts into \p V, if that is one number.
std::optional<int64_t> Assessor::numberStored(const Variable &V,
                                              const Write &W) const {
  std::optional<int64_t> Number;
  for (const StoredText &T : W.By->StoredTexts) {
    if (T.Into != V.Symbol || T.Loc != W.Loc)
      continue;
    const Value &Stored = Prog.values()[T.Text.Value];
    if (Stored.Kind != ValueKind::Integer ||
        (Number && *Number != Stored.Number))
      return std::nullopt;
    Number = Stored.Number;
  }
  return Number;
}

/// True if only signals set \p V. Who has seen to it may take it back: put in
/// what it starts with, which nothing at start-up changes.
Reason Assessor::flagOfSignals(const Variable &V, const Assessment &A) const {
  const Value &Init = Prog.values()[V.Init.Value];
  std::optional<int64_t> First;
  if (Init.Kind == ValueKind::Integer)
    First = Init.Number;
  else if (!V.Init && V.ConstantInit)
    First = 0;
  for (const Write &W : Known.Writes.writesOf(V.Symbol))
    if (W.When == Phase::StartUp && numberStored(V, W) != First)
      First.reset();
  bool Set = false, TakenBack = false;
  for (const Write &W : A.Writes) {
    bool Plain =
        W.Certain && !readsBefore(W, V.Symbol) &&
        (W.Kind == WriteKind::Assignment || W.Kind == WriteKind::MethodCall);
    if (!Plain)
      return {};
    if (First && numberStored(V, W) == First)
      TakenBack = true;
    else if (Known.BySignals[Known.Graph.nodeOf(*W.By)])
      Set = true;
    else
      return {};
  }
  if (!Set)
    return {};
  return {TakenBack ? ReasonKind::SignalFlag : ReasonKind::ShutdownFlag};
}

//===-- Objects -----------------------------------------------------------===//

static Assessment benign(Assessment A, Reason Why) {
  A.Benign = true;
  A.Why = std::move(Why);
  return A;
}

/// Finds the classes that no unit that was not analysed can know, so that it
/// reads and writes none of their fields: a source defines them, or all their
/// methods are internal to a unit.
void Assessor::findInternal() {
  auto IsInSource = [&](const Class &C) {
    llvm::StringRef File = Prog.text(C.Loc.File);
    return Prog.isMainFile(C.Loc.File) &&
           llvm::sys::path::extension(File).starts_with_insensitive(".c");
  };
  auto IsExternal = [](const Function *F) {
    return F->Link == Linkage::External;
  };
  for (const Class &C : Prog.classes()) {
    llvm::ArrayRef<const Function *> Methods = Prog.methods(C.Symbol);
    if (IsInSource(C) ||
        (!Methods.empty() && llvm::none_of(Methods, IsExternal)))
      Internal.insert(C.Symbol);
  }
}

/// By the class that it belongs to, or the file that declares it.
Reason Assessor::exemptByName(const Variable &V) const {
  const Function *F = Prog.function(V.Function);
  const Class *C = Prog.classOf(V.Class ? V.Class : F ? F->Class : SymbolId());
  if (C)
    if (const Reason &Why = Shapes.ofClass(*C))
      return Why;
  return Shapes.ofFile(V.Loc.File);
}

/// A function's static is made of what the first request brings, or of what
/// each process draws then: its initialisation is a write like any other. It is
/// not certain where start-up calls the function, too.
std::optional<Write> Assessor::firstMade(const Variable &V) const {
  const Function *F = Prog.function(V.Function);
  if (V.Where != Storage::FunctionLocal || V.ConstantInit || !F ||
      Known.Dead.neverRuns(*F, V.Loc))
    return std::nullopt;
  Phase When = Known.Times.of(*F, V.Loc);
  if (isOutsideServing(When))
    return std::nullopt;
  Write W;
  W.By = F;
  W.Kind = WriteKind::Initialization;
  W.Loc = V.Loc;
  W.When = When;
  CarryKind Kind = carryOver(Known.Origins, V.Symbol, W).Kind;
  // What differs by thread is none of a request's.
  if (Kind != CarryKind::Remembers &&
      (Kind != CarryKind::DiffersByReplica || V.ThreadLocal))
    return std::nullopt;
  W.Certain = llvm::none_of(
      Known.Graph.in(Known.Graph.nodeOf(*F)), [&](const CallGraph::Edge &E) {
        const Function *By = Known.Graph.functionOf(E.To);
        return By && !Known.Graph.isEntry(E.To) &&
               E.Call != CallGraph::NoCall &&
               Known.Times.of(*By, By->Calls[E.Call].Loc) == Phase::StartUp;
      });
  return W;
}

Assessment Assessor::assess(const Variable &V) {
  const TypeShape &Shape = Shapes[V.Type];
  if (!V.Constexpr && !V.OfLibrary && !Shape.Benign && !Shape.NoData)
    if (std::optional<Write> Made = firstMade(V)) {
      Assessment A = stored(V.Symbol);
      A.Writes.insert(A.Writes.begin(), *Made);
      A.When = Made->When;
      grade(Prog, Known, A);
      return A;
    }
  if (V.Constexpr || Shape.Change == Mutability::Constant)
    return benign({}, {ReasonKind::Constant});
  if (V.OfLibrary)
    return benign({}, {ReasonKind::OfLibrary});
  if (Shape.Benign)
    return benign({}, Shape.Benign);
  if (Shape.NoData)
    return benign({}, {ReasonKind::NoData});
  Assessment A = stored(V.Symbol);
  if (Reason Why = A.Writes.empty() ? Reason() : exemptByName(V))
    return benign(std::move(A), std::move(Why));
  // A constant that points to something mutable cannot be written by name.
  bool InSight = V.Link != Linkage::External || Prog.isWhole();
  if (A.Writes.empty() && InSight)
    return benign(A, {quietReason(Known.Writes.writesOf(V.Symbol))});
  if (A.Writes.empty()) {
    A.Level = Confidence::Possible;
    A.Basis = {GroundsKind::PartAnalysed};
    A.OutOfSight = true;
    return A;
  }
  if (Reason Why = InSight ? Once.reason(V.Symbol, A.Writes) : Reason())
    return benign(std::move(A), std::move(Why));
  if (InSight && followsThread(Prog, Known, V))
    return benign(std::move(A), {ReasonKind::FollowsThread});
  if (InSight && Exposed.isSetBeforeRead(V))
    return benign(std::move(A), {ReasonKind::Scratch});
  if (InSight && isDiagnostic(V.Symbol, A))
    return benign(std::move(A), {ReasonKind::Diagnostic});
  if (Reason Why = InSight ? flagOfSignals(V, A) : Reason())
    return benign(std::move(A), std::move(Why));
  grade(Prog, Known, A);
  return A;
}

/// By its type and its writes outside construction.
Assessment Assessor::assess(const Field &F) {
  const TypeShape &Shape = Shapes[F.Type];
  Assessment A = stored(F.Symbol);
  if (!F.Mutable && Shape.Change == Mutability::Constant)
    return benign(std::move(A), {ReasonKind::Constant});
  if (Shape.Benign)
    return benign(std::move(A), Shape.Benign);
  if (A.Writes.empty())
    return benign(A, {quietReason(Known.Writes.writesOf(F.Symbol))});
  bool InSight = Prog.isWhole() || Internal.contains(F.Class);
  if (Reason Why = InSight ? Once.reason(F.Symbol, A.Writes) : Reason())
    return benign(std::move(A), std::move(Why));
  if (InSight && Exposed.isSetBeforeRead(F))
    return benign(std::move(A), {ReasonKind::Scratch});
  if (InSight && isDiagnostic(F.Symbol, A))
    return benign(std::move(A), {ReasonKind::Diagnostic});
  const Class *C = Prog.classOf(F.Class);
  if (Reason Why = C ? Shapes.ofClass(*C) : Reason())
    return benign(std::move(A), std::move(Why));
  grade(Prog, Known, A);
  return A;
}

namespace {

/// Classes whose data is all static and written by their methods, which are
/// not: every object is the same one.
llvm::DenseSet<SymbolId> monostates(const Program &Prog,
                                    const Analyses &Known) {
  llvm::DenseSet<SymbolId> Result;
  for (const Variable &V : Prog.variables()) {
    const Class *C = V.Class && V.Definition ? Prog.classOf(V.Class) : nullptr;
    if (C && C->Fields.empty() && !C->Template &&
        llvm::any_of(Known.Writes.writesOf(V.Symbol), [&](const Write &W) {
          return W.By->Class == V.Class && W.By->Kind == FunctionKind::Method;
        }))
      Result.insert(V.Class);
  }
  return Result;
}

} // namespace

StateObjects::StateObjects(const Program &Prog, const Analyses &Known,
                           const TypeShapes &Shapes,
                           const CheckOptions &Options) {
  Assessor Judge(Prog, Known, Shapes, Options);
  auto Accessors = accessors(Prog, Known.Points);
  auto Monostates = monostates(Prog, Known);
  for (const Variable &V : Prog.variables()) {
    if (!V.Definition)
      continue;
    ++VariablesOf[Shapes[V.Type].Core->Symbol];
    if (!Known.Lives.stays(V))
      continue;
    StateObject &O = Objects.emplace_back();
    O.Var = &V;
    O.Shape = &Shapes[V.Type];
    O.Seen = Judge.assess(V);
    O.Stays = true;
    O.HandedOutBy = Accessors.lookup(V.Symbol);
    O.Monostate = V.Class && Monostates.contains(V.Class);
  }
  for (const Field &F : Prog.fields()) {
    StateObject &O = Objects.emplace_back();
    O.Of = &F;
    O.Shape = &Shapes[F.Type];
    O.Seen = Judge.assess(F);
    O.Stays = Known.Lives.isLongLived(F.Class);
  }
  for (uint32_t I = 0; I < Objects.size(); ++I) {
    Objects[I].Reads = Known.Writes.readsOf(Objects[I].symbol());
    Position[Objects[I].symbol()] = I;
  }
  for (const Class &C : Prog.classes())
    if (Known.Lives.isBound(C.Symbol) || Known.Lives.runsAt(C.Symbol)) {
      StateObject &O = Objects.emplace_back();
      O.Unnamed = &C;
      O.Stays = true;
    }
}

const StateObject *StateObjects::find(SymbolId Symbol) const {
  auto It = Position.find(Symbol);
  return It == Position.end() ? nullptr : &Objects[It->second];
}

} // namespace stateless
