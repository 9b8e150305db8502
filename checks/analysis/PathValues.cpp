//===- PathValues.cpp - Which texts a symbolic value can be ---------------===//
//
// Indexes what is stored where, and finds the calls that decide a value; what a
// value is in their context, ValueEvaluator tells.
//
// Limits: MaxCallers callers per function, MaxHops calls upwards and MaxCases
// ways in all; beyond them "unknown".
//
//===----------------------------------------------------------------------===//
#include "analysis/PathValues.h"
#include "analysis/Dispatch.h"
#include "analysis/ValueEvaluator.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

namespace stateless {

static constexpr unsigned MaxHops = 4;
static constexpr size_t MaxCases = 64;

namespace {

/// What of the call of its own function a value depends on.
struct Uses {
  std::set<uint32_t> Parameters;
  bool This = false;
};

void addUses(const Program &Prog, ValueId Id, Uses &Into) {
  std::vector<ValueId> Work{Id};
  llvm::DenseSet<uint32_t> Seen;
  while (!Work.empty()) {
    ValueId At = Work.back();
    Work.pop_back();
    if (!At || !Seen.insert(At.Value).second)
      continue;
    const Value &V = Prog.value(At);
    if (V.Kind == ValueKind::Parameter && !V.Symbol)
      Into.Parameters.insert(V.Index);
    Into.This |= V.Kind == ValueKind::This && !V.Symbol;
    Work.insert(Work.end(), V.Args.begin(), V.Args.end());
    Work.push_back(V.Of);
  }
}

/// Walks up from an operation to the calls that decide its parameters.
class CaseFinder {
public:
  CaseFinder(const Program &Prog, const PathValues &Known,
             llvm::ArrayRef<ValueId> Ids,
             llvm::function_ref<bool(const KnownText &)> IsDecided)
      : Prog(Prog), Known(Known), Ids(Ids), IsDecided(IsDecided) {}

  std::vector<ValueCase> run(const Function &F, size_t Deciding) {
    climb({Ids.take_front(Deciding).vec(), Ids.vec()}, F, {}, {});
    return std::move(Cases);
  }

private:
  struct Level {
    const Function *F;
    ValueCase::Hop From;
    std::vector<ValueId> Args;
    ValueId Of;
  };

  /// Values of one function whose parameters its callers decide.
  struct Question {
    std::vector<ValueId> Deciding; ///< Of these, who decides gets the blame.
    std::vector<ValueId> All;
  };

  Uses usesOf(llvm::ArrayRef<ValueId> Asked) const {
    Uses Result;
    for (ValueId Id : Asked)
      addUses(Prog, Id, Result);
    return Result;
  }

  /// True if what the function itself says of one of \p Paths is enough,
  /// whatever its callers add.
  bool isDecided(llvm::ArrayRef<ValueId> Paths, const Function &F) const {
    Evaluator E(Known, /*Closed=*/&F);
    return llvm::any_of(Paths, [&](ValueId Id) {
      return llvm::any_of(E.eval(Id, {&F}), IsDecided);
    });
  }

  /// True if callers tell \p Asked apart. Whose object it is matters only if
  /// objects differ.
  bool isOpen(llvm::ArrayRef<ValueId> Asked, const Function &F) const {
    Uses Open = usesOf(Asked);
    if (!Open.Parameters.empty() || !Open.This)
      return !Open.Parameters.empty();
    Evaluator E(Known);
    return llvm::any_of(Asked, [&](ValueId Id) {
      return llvm::any_of(E.eval(Id, {&F}), [](const KnownText &T) {
        return T.Mixed || !T.Complete;
      });
    });
  }

  void climb(const Question &Asked, const Function &F,
             std::vector<ValueCase::Hop> Hops, std::vector<Level> Levels) {
    size_t Before = Cases.size();
    Question Q = Asked;
    if (isDecided(Q.Deciding, F))
      Q.Deciding.clear();
    if (Levels.size() < MaxHops && Cases.size() < MaxCases && isOpen(Q.All, F))
      for (const CallSite &S :
           callSites(Prog, F, MaxCallers).value_or(std::vector<CallSite>()))
        enter(Q, S, F, Hops, Levels);
    if (Cases.size() == Before)
      finish(F, std::move(Hops), Levels);
  }

  /// The values of the caller that \p Asked depends on.
  std::vector<ValueId> passed(llvm::ArrayRef<ValueId> Asked, const Level &Below,
                              bool WithObject) const {
    Uses Open = usesOf(Asked);
    std::vector<ValueId> Result;
    for (uint32_t Index : Open.Parameters)
      if (Index < Below.Args.size())
        Result.push_back(Below.Args[Index]);
    if (!WithObject || !Open.This)
      return Result;
    // What a constructor makes depends on all that it is given.
    if (Below.F->Kind == FunctionKind::Constructor)
      llvm::append_range(Result, Below.Args);
    else if (Below.Of)
      Result.push_back(Below.Of);
    return Result;
  }

  void enter(const Question &Q, const CallSite &From, const Function &F,
             const std::vector<ValueCase::Hop> &Hops,
             const std::vector<Level> &Levels) {
    const Function &Caller = *From.Caller;
    bool Recursive = &Caller == &F || llvm::any_of(Levels, [&](const Level &L) {
      return L.F == &Caller;
    });
    if (Recursive)
      return;
    Level Below{&F, {&Caller, From.Site}, From.Site->Args, From.Site->Object};
    Question Next{passed(Q.Deciding, Below, false), passed(Q.All, Below, true)};
    std::vector<ValueCase::Hop> Further = Hops;
    // Who passes on an object that others made does not decide what it holds.
    if (llvm::all_of(Next.Deciding,
                     [&](ValueId Id) { return isOthersObject(Id); })) {
      if (!Next.Deciding.empty())
        Further.clear();
      Next.Deciding.clear();
    } else {
      Further.insert(Further.begin(), {&Caller, From.Site});
    }
    std::vector<Level> Deeper = Levels;
    Deeper.push_back(std::move(Below));
    climb(Next, Caller, std::move(Further), std::move(Deeper));
  }

  bool isOthersObject(ValueId Id) const {
    const Value &V = Prog.value(Id);
    return namesObject(V) && isObject(V);
  }

  /// True for an object, as opposed to a text.
  bool isObject(const Value &V) const {
    if (V.Kind == ValueKind::This)
      return true;
    const Variable *Global =
        V.Kind == ValueKind::Variable ? Prog.variable(V.Symbol) : nullptr;
    const Field *Member =
        V.Kind == ValueKind::Field ? Prog.field(V.Symbol) : nullptr;
    if (!Global && !Member)
      return false;
    const Type *T = &Prog.type(Global ? Global->Type : Member->Type);
    // A library's pointer-like class, a pointer or a reference leads to it.
    while (!T->Args.empty() && (T->PointerLike || T->Kind != TypeKind::Record))
      T = &Prog.type(T->Args[0]);
    return Prog.classOf(T->Symbol);
  }

  void finish(const Function &Outermost, std::vector<ValueCase::Hop> Hops,
              llvm::ArrayRef<Level> Levels) {
    // Environments from the operation's function up to the outermost caller.
    std::vector<Environment> Chain(Levels.size() + 1);
    Chain.back() = {&Outermost};
    for (size_t I = Levels.size(); I-- > 0;)
      Chain[I] = {Levels[I].F, Levels[I].Args, &Chain[I + 1], Levels[I].Of};
    Evaluator E(Known);
    ValueCase Case;
    for (ValueId Id : Ids)
      Case.Texts.push_back(E.eval(Id, Chain.front()));
    Case.Hops = std::move(Hops);
    if (Case.Hops.empty())
      for (const Level &L : llvm::reverse(Levels))
        Case.Through.push_back(L.From);
    Cases.push_back(std::move(Case));
  }

  const Program &Prog;
  const PathValues &Known;
  llvm::ArrayRef<ValueId> Ids;
  llvm::function_ref<bool(const KnownText &)> IsDecided;
  std::vector<ValueCase> Cases;
};

} // namespace

PathValues::PathValues(const Program &Prog, const Mutation &Writes)
    : Prog(Prog), Writes(Writes) {
  indexStores();
  indexChanges();
}

namespace {

/// What functions write where, by the points-to sets.
class WrittenSymbols {
public:
  explicit WrittenSymbols(const PointsTo &Points) : Points(Points) {
    for (const FlowContext &In : Points.contexts())
      Contexts[In.F].push_back(&In);
  }

  /// The variables and fields that a write or a store at \p At of \p F is to.
  llvm::SmallDenseSet<SymbolId, 4> at(const Function &F,
                                      const Location &At) const {
    llvm::SmallDenseSet<SymbolId, 4> Result;
    for (const FlowContext *In : Contexts.lookup(&F))
      for (size_t B = 0; B < F.FlowBodies.size(); ++B)
        for (const Statement &S : F.FlowBodies[B].Statements)
          if (S.Loc == At && (S.Kind == StatementKind::Write ||
                              S.Kind == StatementKind::Store))
            for (ObjectId Id : Points.of(*In, B, S.A))
              if (const Object &O = Points.object(Id);
                  O.Symbol && (O.Kind == ObjectKind::Variable ||
                               O.Kind == ObjectKind::Part))
                Result.insert(O.Symbol);
    return Result;
  }

private:
  const PointsTo &Points;
  llvm::DenseMap<const Function *, std::vector<const FlowContext *>> Contexts;
};

} // namespace

void PathValues::indexStores() {
  llvm::DenseSet<SymbolId> Asked;
  for (const Value &V : Prog.values())
    if (V.Kind == ValueKind::Variable || V.Kind == ValueKind::Field ||
        V.Kind == ValueKind::Setting)
      Asked.insert(V.Symbol);
  const WrittenSymbols Written(Writes.points());
  for (const Function &F : Prog.functions())
    for (const StoredText &S : F.StoredTexts) {
      auto AddTo = [&](SymbolId Symbol) {
        if (Asked.contains(Symbol))
          Stores[Symbol].push_back({&F, S.Text, S.Loc, S.Makes});
      };
      if (S.Into)
        AddTo(S.Into);
      else
        for (SymbolId Symbol : Written.at(F, S.Loc))
          AddTo(Symbol);
    }
}

/// Changes of variables by their name, or as what a function returns.
void PathValues::indexChanges() {
  auto IsOwn = [&](const Value &V) {
    return V.Kind == ValueKind::This || V.Kind == ValueKind::Parameter;
  };
  for (const Function &F : Prog.functions())
    for (const ObjectChange &C : F.Changes)
      if (const Value &V = Prog.value(C.Of); V.Kind == ValueKind::Variable)
        Changes[V.Symbol].add(F, C);
  for (const Function &F : Prog.functions())
    for (const ObjectChange &C : F.Changes)
      if (const Value &V = Prog.value(C.Of);
          V.Kind != ValueKind::Variable && !IsOwn(V)) {
        Environment Here{&F};
        for (SymbolId Variable : Evaluator(*this).variablesOf(C.Of, Here))
          Changes[Variable].add(F, C);
      }
  for (const Variable &V : Prog.variables())
    if (!isAllTold(V.Symbol))
      Changes[V.Symbol].Complete = false;
}

void PathValues::VariableChanges::add(const Function &By,
                                      const ObjectChange &C) {
  All.push_back({&By, C.What});
  Told.insert({C.Loc.File, C.Loc.Line});
}

const PathValues::VariableChanges &
PathValues::changesOf(SymbolId Variable) const {
  static const VariableChanges None;
  auto It = Changes.find(Variable);
  return It == Changes.end() ? None : It->second;
}

/// The functions that work on an object to which \p What is done.
void PathValues::addWorkers(ValueId What,
                            llvm::DenseSet<const Function *> &Into) const {
  const Value &V = Prog.value(What);
  if (V.Kind == ValueKind::Within)
    return addWorkers(V.Args[0], Into);
  const Function *F =
      V.Kind == ValueKind::CallResult ? Prog.function(V.Symbol) : nullptr;
  if (!F || !Into.insert(F).second)
    return;
  for (const ObjectChange &C : F->Changes)
    addWorkers(C.What, Into);
  for (const Function *Other : allOverriders(Prog, F->Symbol))
    if (Into.insert(Other).second)
      for (const ObjectChange &C : Other->Changes)
        addWorkers(C.What, Into);
}

/// True if every write of \p Variable that the points-to analysis knows is one
/// of those that name it, or stands in a function that is called on it.
bool PathValues::isAllTold(SymbolId Variable) const {
  llvm::ArrayRef<Write> All = Writes.writesOf(Variable);
  if (All.empty())
    return true;
  const VariableChanges &Known = changesOf(Variable);
  llvm::DenseSet<const Function *> Workers;
  for (auto [By, What] : Known.All)
    addWorkers(What, Workers);
  std::set<std::pair<StringId, uint32_t>> Told = Known.Told;
  if (auto It = Stores.find(Variable); It != Stores.end())
    for (const Store &S : It->second)
      Told.insert({S.Loc.File, S.Loc.Line});
  return llvm::all_of(All, [&](const Write &W) {
    return Told.count({W.Loc.File, W.Loc.Line}) || Workers.contains(W.By);
  });
}

std::vector<KnownText> PathValues::texts(ValueId Id, const Function &F) const {
  Environment Here{&F};
  return Evaluator(*this).eval(Id, Here);
}

std::vector<KnownText>
PathValues::texts(ValueId Id, const Function &F,
                  llvm::ArrayRef<EntryPoint::Hop> Through) const {
  std::vector<std::vector<ValueId>> Args(Through.size());
  std::vector<Environment> Chain(Through.size() + 1);
  const Function *In = &F;
  for (size_t I = 0; I < Through.size(); ++I) {
    Args[I] = Through[I].Site->Args;
    Chain[I] = {In, Args[I], &Chain[I + 1], Through[I].Site->Object};
    In = Through[I].Caller;
  }
  Chain.back() = {In};
  return Evaluator(*this).eval(Id, Chain.front());
}

std::vector<ValueCase>
PathValues::cases(llvm::ArrayRef<ValueId> Ids, const Function &F,
                  size_t Deciding,
                  llvm::function_ref<bool(const KnownText &)> IsDecided) const {
  return CaseFinder(Prog, *this, Ids, IsDecided).run(F, Deciding);
}

std::string normalizePath(llvm::StringRef Path) {
  bool Absolute = Path.starts_with("/");
  llvm::SmallVector<llvm::StringRef, 16> Parts, Kept;
  Path.split(Parts, '/', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Part : Parts) {
    if (Part == ".")
      continue;
    if (Part == ".." && !Kept.empty() && Kept.back() != "..")
      Kept.pop_back();
    else if (Part != ".." || !Absolute)
      Kept.push_back(Part);
  }
  return (Absolute ? "/" : "") + llvm::join(Kept, "/");
}

} // namespace stateless
