//===- PathValues.cpp - Which texts a symbolic value can be ---------------===//
//
// An evaluator over values with environments: an environment is a function
// and, where it was entered by a call, that call's arguments in the caller's
// environment. Alternatives make sets; concatenation takes the product.
//
// Limits: MaxTexts alternatives, MaxEvalDepth nested values and MaxEvalSteps in
// all, MaxCallers callers per function, MaxHops calls upwards and MaxCases ways
// in all; beyond them "unknown".
//
//===----------------------------------------------------------------------===//
#include "analysis/PathValues.h"
#include "analysis/Dispatch.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SaveAndRestore.h"
#include <set>

namespace stateless {

static constexpr size_t MaxTexts = 8;
static constexpr unsigned MaxEvalDepth = 24;
static constexpr unsigned MaxEvalSteps = 20000;
static constexpr size_t MaxCallers = 32;
static constexpr unsigned MaxHops = 4;
static constexpr size_t MaxCases = 64;

namespace {

using Texts = std::vector<KnownText>;

struct Environment {
  const Function *In = nullptr;
  llvm::ArrayRef<ValueId> Args; ///< Values in *Up.
  const Environment *Up = nullptr;
  size_t Entered = 0; ///< Functions entered where the call stands.
};

const KnownText Unknown{};

void add(Texts &To, KnownText T) {
  if (llvm::is_contained(To, T))
    return;
  if (To.size() >= MaxTexts)
    T = Unknown;
  if (!llvm::is_contained(To, T))
    To.push_back(std::move(T));
}

} // namespace

class Evaluator {
public:
  /// \p Closed: its parameters are unknown, whatever its callers pass.
  explicit Evaluator(const PathValues &Known, const Function *Closed = nullptr)
      : Known(Known), Prog(Known.Prog), Closed(Closed) {}

  Texts eval(ValueId Id, const Environment &Env) {
    if (!Id || Depth >= MaxEvalDepth || Steps >= MaxEvalSteps)
      return {Unknown};
    ++Steps;
    llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
    Texts Result = evalValue(Prog.value(Id), Env);
    if (Result.empty())
      Result.push_back(Unknown);
    return Result;
  }

private:
  Texts evalValue(const Value &V, const Environment &Env) {
    switch (V.Kind) {
    case ValueKind::Text:
      return {{Prog.text(V.Text).str(), true, false}};
    case ValueKind::Integer:
      return {{std::to_string(V.Number), true, false}};
    case ValueKind::Concat:
    case ValueKind::Join:
      return sequence(V, Env);
    case ValueKind::BitOr:
      return flags(V, Env);
    case ValueKind::Choice: {
      Texts Result;
      for (ValueId Arg : V.Args)
        for (KnownText &T : eval(Arg, Env))
          add(Result, std::move(T));
      return Result;
    }
    case ValueKind::Parameter:
      if (Closed && Env.In == Closed && !V.Symbol)
        return {Unknown};
      if (V.Symbol) {
        const Function *Around = Prog.function(V.Symbol);
        return Around ? parameter(V.Index, *Around) : Texts{Unknown};
      }
      if (Env.Up)
        return argument(V.Index, Env);
      return Env.In ? parameter(V.Index, *Env.In) : Texts{Unknown};
    case ValueKind::Variable:
      return variable(V.Symbol);
    case ValueKind::Field:
      return field(V.Symbol);
    case ValueKind::CallResult:
      return callResult(V, Env);
    case ValueKind::Environment:
    case ValueKind::CommandLine:
      return {{"", false, true}};
    case ValueKind::Parent: {
      Texts Result;
      for (KnownText &T : eval(V.Args.empty() ? ValueId{} : V.Args[0], Env)) {
        size_t Slash = T.Prefix.rfind('/');
        T.Prefix.resize(
            Slash == std::string::npos ? 0 : std::max<size_t>(Slash, 1));
        add(Result, std::move(T));
      }
      return Result;
    }
    case ValueKind::TempDirectory:
      return {{"/tmp", true, false}};
    case ValueKind::Unknown:
      return {Unknown};
    }
    return {Unknown};
  }

  Texts sequence(const Value &V, const Environment &Env) {
    Texts Result{{"", true, false}};
    bool First = true;
    for (ValueId Arg : V.Args) {
      Texts Next;
      Texts Parts = eval(Arg, Env);
      for (const KnownText &Head : Result)
        for (const KnownText &Tail : Parts)
          add(Next, V.Kind == ValueKind::Join ? join(Head, Tail, First)
                                              : concat(Head, Tail));
      Result = std::move(Next);
      First = false;
    }
    return Result;
  }

  Texts flags(const Value &V, const Environment &Env) {
    Texts Result{{"0", true, false}};
    for (ValueId Arg : V.Args) {
      Texts Next;
      Texts Parts = eval(Arg, Env);
      for (const KnownText &A : Result)
        for (const KnownText &B : Parts) {
          int64_t Left = 0, Right = 0;
          if (!A.Complete || !B.Complete ||
              llvm::StringRef(A.Prefix).getAsInteger(10, Left) ||
              llvm::StringRef(B.Prefix).getAsInteger(10, Right))
            add(Next, Unknown);
          else
            add(Next, {std::to_string(Left | Right), true, false});
        }
      Result = std::move(Next);
    }
    return Result;
  }

  static KnownText concat(const KnownText &Head, const KnownText &Tail) {
    if (!Head.Complete)
      return Head;
    return {Head.Prefix + Tail.Prefix, Tail.Complete, Tail.Configurable};
  }

  static KnownText join(const KnownText &Head, const KnownText &Tail,
                        bool First) {
    if (First || llvm::StringRef(Tail.Prefix).starts_with("/"))
      return Tail;
    if (!Head.Complete)
      return Head;
    std::string Text = Head.Prefix;
    if (!Text.empty() && Text.back() != '/')
      Text += '/';
    return {Text + Tail.Prefix, Tail.Complete, Tail.Configurable};
  }

  /// What the call that made \p Env passes. It stands outside of the body that
  /// it enters: "join(join(a, b), c)" is no recursion.
  Texts argument(uint32_t Index, const Environment &Env) {
    if (Index >= Env.Args.size())
      return {Unknown};
    std::vector<const Function *> Outside(Entered.begin(),
                                          Entered.begin() + Env.Entered);
    std::swap(Entered, Outside);
    Texts Result = eval(Env.Args[Index], *Env.Up);
    std::swap(Entered, Outside);
    return Result;
  }

  /// Whatever any caller passes.
  Texts parameter(uint32_t Index, const Function &F) {
    if (llvm::is_contained(Entered, &F))
      return {Unknown};
    auto Sites = callSites(Prog, F, MaxCallers);
    if (!Sites)
      return {Unknown};
    Entered.push_back(&F);
    Texts Result;
    for (const CallSite &S : *Sites) {
      llvm::ArrayRef<Argument> Args = S.Site->Args;
      for (KnownText &T :
           eval(Index < Args.size() ? Args[Index].Symbolic : ValueId{},
                {S.Caller, {}, nullptr}))
        add(Result, std::move(T));
    }
    Entered.pop_back();
    return Result;
  }

  Texts variable(SymbolId Symbol) {
    const Variable *V = Prog.variable(Symbol);
    if (!V)
      return {Unknown};
    Texts Result;
    if (V->Init)
      Result = eval(V->Init, {Prog.function(V->Function), {}, nullptr});
    return stored(Symbol, std::move(Result), bool(V->Init));
  }

  Texts field(SymbolId Symbol) {
    const Field *F = Prog.field(Symbol);
    if (!F)
      return {Unknown};
    Texts Result;
    if (F->Init)
      Result = eval(F->Init, {nullptr, {}, nullptr});
    return stored(Symbol, std::move(Result), bool(F->Init));
  }

  /// Adds what assignments and constructors store. Any other write makes the
  /// text unknown; where none is known to give one (a null pointer), even one
  /// that may be.
  Texts stored(SymbolId Symbol, Texts Result, bool Initialized) {
    if (llvm::is_contained(Looking, Symbol))
      return {Unknown};
    Looking.push_back(Symbol);
    std::set<Location> Told;
    if (auto It = Known.Stores.find(Symbol); It != Known.Stores.end())
      for (const PathValues::Store &S : It->second) {
        Told.insert(S.Loc);
        for (KnownText &T : eval(S.Stored, {S.By, {}, nullptr}))
          add(Result, std::move(T));
      }
    bool Given = llvm::any_of(
        Result, [](const KnownText &T) { return T != KnownText{"", true}; });
    for (const Write &W : Known.Writes.writesOf(Symbol)) {
      bool Store = W.Kind == WriteKind::Assignment && Told.count(W.Loc);
      if ((W.Certain || !Given) && !Store)
        add(Result, Unknown);
    }
    Looking.pop_back();
    if (!Initialized && Told.empty())
      add(Result, Unknown);
    return Result;
  }

  Texts callResult(const Value &V, const Environment &Env) {
    const Function *F = Prog.function(V.Symbol);
    bool InSight = F && F->Definition;
    llvm::SmallVector<const Function *, 4> Bodies;
    if (InSight)
      Bodies.push_back(F);
    for (const Function *Other : allOverriders(Prog, V.Symbol))
      if (Other->Definition)
        Bodies.push_back(Other);
    Texts Result;
    // Without a body it may be pure: then those that override it are all.
    if (!InSight && !(F && Prog.isWhole()))
      add(Result, Unknown);
    for (const Function *Body : Bodies)
      for (KnownText &T : returned(*Body, V.Args, Env))
        add(Result, std::move(T));
    return Result;
  }

  Texts returned(const Function &F, llvm::ArrayRef<ValueId> Args,
                 const Environment &Env) {
    if (llvm::is_contained(Entered, &F))
      return {Unknown};
    Environment Inner{&F, Args, &Env, Entered.size()};
    Entered.push_back(&F);
    Texts Result;
    for (ValueId Id : F.ReturnedValues)
      for (KnownText &T : eval(Id, Inner))
        add(Result, std::move(T));
    Entered.pop_back();
    return Result.empty() ? Texts{Unknown} : Result;
  }

  const PathValues &Known;
  const Program &Prog;
  const Function *Closed;
  unsigned Depth = 0, Steps = 0;
  std::vector<const Function *> Entered;
  std::vector<SymbolId> Looking;
};

namespace {

/// Adds the parameters of its own function that \p Id depends on.
void usedParameters(const Program &Prog, ValueId Id, std::set<uint32_t> &Into) {
  std::vector<ValueId> Work{Id};
  llvm::DenseSet<uint32_t> Seen;
  while (!Work.empty()) {
    ValueId At = Work.back();
    Work.pop_back();
    if (!At || !Seen.insert(At.Value).second)
      continue;
    const Value &V = Prog.value(At);
    if (V.Kind == ValueKind::Parameter && !V.Symbol)
      Into.insert(V.Index);
    Work.insert(Work.end(), V.Args.begin(), V.Args.end());
  }
}

/// Walks up from an effect to the calls that decide its parameters.
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
    std::vector<ValueId> Args;
  };

  /// Values of one function whose parameters its callers decide.
  struct Question {
    std::vector<ValueId> Deciding; ///< Of these, who decides gets the blame.
    std::vector<ValueId> All;
  };

  std::set<uint32_t> open(llvm::ArrayRef<ValueId> Asked) const {
    std::set<uint32_t> Result;
    for (ValueId Id : Asked)
      usedParameters(Prog, Id, Result);
    return Result;
  }

  /// True if what the function itself says of one of \p Paths is enough,
  /// whatever its callers add.
  bool isDecided(llvm::ArrayRef<ValueId> Paths, const Function &F) const {
    Evaluator E(Known, /*Closed=*/&F);
    return llvm::any_of(Paths, [&](ValueId Id) {
      return llvm::any_of(E.eval(Id, {&F, {}, nullptr}), IsDecided);
    });
  }

  void climb(const Question &Asked, const Function &F,
             std::vector<ValueCase::Hop> Hops, std::vector<Level> Levels) {
    size_t Before = Cases.size();
    Question Q = Asked;
    if (isDecided(Q.Deciding, F))
      Q.Deciding.clear();
    if (!open(Q.All).empty() && Levels.size() < MaxHops &&
        Cases.size() < MaxCases)
      for (const CallSite &S :
           callSites(Prog, F, MaxCallers).value_or(std::vector<CallSite>()))
        enter(Q, S, F, Hops, Levels);
    if (Cases.size() == Before)
      finish(F, std::move(Hops), Levels);
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
    Level Below{&F, {}};
    for (const Argument &A : From.Site->Args)
      Below.Args.push_back(A.Symbolic);
    auto Passed = [&](llvm::ArrayRef<ValueId> Asked) {
      std::vector<ValueId> Result;
      for (uint32_t Index : open(Asked))
        if (Index < Below.Args.size())
          Result.push_back(Below.Args[Index]);
      return Result;
    };
    Question Next{Passed(Q.Deciding), Passed(Q.All)};
    std::vector<ValueCase::Hop> Further = Hops;
    if (!Next.Deciding.empty())
      Further.insert(Further.begin(), {&Caller, From.Site});
    std::vector<Level> Deeper = Levels;
    Deeper.push_back(std::move(Below));
    climb(Next, Caller, std::move(Further), std::move(Deeper));
  }

  void finish(const Function &Outermost, std::vector<ValueCase::Hop> Hops,
              llvm::ArrayRef<Level> Levels) {
    // Environments from the effect's function up to the outermost caller.
    std::vector<Environment> Chain(Levels.size() + 1);
    Chain.back() = {&Outermost, {}, nullptr};
    for (size_t I = Levels.size(); I-- > 0;)
      Chain[I] = {Levels[I].F, Levels[I].Args, &Chain[I + 1]};
    Evaluator E(Known);
    ValueCase Case;
    for (ValueId Id : Ids)
      Case.Texts.push_back(E.eval(Id, Chain.front()));
    Case.Hops = std::move(Hops);
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
}

void PathValues::indexStores() {
  llvm::DenseSet<SymbolId> Asked;
  for (const Value &V : Prog.values())
    if (V.Kind == ValueKind::Variable || V.Kind == ValueKind::Field)
      Asked.insert(V.Symbol);
  auto Add = [&](const Place &Target, const Function &F, ValueId Stored,
                 Location Loc) {
    if (!Target.Steps.empty() && !Asked.contains(Target.Steps.back().Symbol))
      return;
    for (const Place &P : Writes.resolve(Target, F))
      if (SymbolId Symbol = P.Steps.empty() ? P.Symbol : P.Steps.back().Symbol;
          Asked.contains(Symbol))
        Stores[Symbol].push_back({&F, Stored, Loc});
  };
  for (const Function &F : Prog.functions()) {
    for (const FieldValue &V : F.FieldValues)
      if (V.Stored && Asked.contains(V.Field))
        Stores[V.Field].push_back({&F, V.Stored, V.Loc});
    for (const Access &A : F.Accesses)
      if (A.Kind == AccessKind::Assign || A.Kind == AccessKind::Initialize)
        Add(A.Target, F, A.Stored, A.Loc);
    for (const Call &C : F.Calls)
      if (Prog.text(C.CalleeName).ends_with("::operator=") &&
          C.Args.size() == 1)
        for (const Place &P : C.Receivers)
          Add(P, F, C.Args[0].Symbolic, C.Loc);
  }
}

std::vector<KnownText> PathValues::texts(ValueId Id, const Function &F) const {
  return Evaluator(*this).eval(Id, {&F, {}, nullptr});
}

std::vector<KnownText>
PathValues::texts(ValueId Id, const Function &F,
                  llvm::ArrayRef<EntryPoint::Hop> Through) const {
  std::vector<std::vector<ValueId>> Args(Through.size());
  std::vector<Environment> Chain(Through.size() + 1);
  const Function *In = &F;
  for (size_t I = 0; I < Through.size(); ++I) {
    for (const Argument &A : Through[I].Site->Args)
      Args[I].push_back(A.Symbolic);
    Chain[I] = {In, Args[I], &Chain[I + 1]};
    In = Through[I].Caller;
  }
  Chain.back() = {In, {}, nullptr};
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
