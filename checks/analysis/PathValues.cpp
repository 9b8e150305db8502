//===- PathValues.cpp - Which texts a symbolic value can be ---------------===//
//
// An evaluator over values with environments: an environment is a function
// and, where it was entered by a call, that call's arguments in the caller's
// environment. Alternatives make sets; concatenation takes the product.
//
// Limits: MaxTexts alternatives, MaxEvalDepth nested values, MaxCallers call
// sites per function, MaxHops calls upwards and MaxCases ways in all; beyond
// them "unknown".
//
//===----------------------------------------------------------------------===//
#include "analysis/PathValues.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <set>

namespace stateless {

static constexpr size_t MaxTexts = 8;
static constexpr unsigned MaxEvalDepth = 24;
static constexpr size_t MaxCallers = 32;
static constexpr unsigned MaxHops = 4;
static constexpr size_t MaxCases = 64;

namespace {

using Texts = std::vector<KnownText>;

struct Environment {
  const Function *In = nullptr;
  llvm::ArrayRef<ValueId> Args; ///< Values in *Up.
  const Environment *Up = nullptr;
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

class Evaluator {
public:
  Evaluator(const Program &Prog, const Mutation &Writes)
      : Prog(Prog), Writes(Writes) {}

  Texts eval(ValueId Id, const Environment &Env) {
    if (!Id || Depth >= MaxEvalDepth)
      return {Unknown};
    ++Depth;
    Texts Result = evalValue(Prog.value(Id), Env);
    --Depth;
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
    case ValueKind::Choice: {
      Texts Result;
      for (ValueId Arg : V.Args)
        for (KnownText &T : eval(Arg, Env))
          add(Result, std::move(T));
      return Result;
    }
    case ValueKind::Parameter:
      if (Env.Up && V.Index < Env.Args.size())
        return eval(Env.Args[V.Index], *Env.Up);
      return Env.Up ? Texts{Unknown} : parameter(V.Index, *Env.In);
    case ValueKind::Variable:
      return variable(V.Symbol);
    case ValueKind::Field:
      return field(V.Symbol);
    case ValueKind::CallResult:
      return callResult(V, Env);
    case ValueKind::Environment:
      return {environment(Prog.text(V.Text))};
    case ValueKind::CommandLine:
      return {{"", false, true}};
    case ValueKind::TempDirectory:
      return {{"/tmp", true, false}};
    case ValueKind::Unknown:
      return {Unknown};
    }
    return {Unknown};
  }

  /// A temporary directory that the environment names is one all the same.
  static KnownText environment(llvm::StringRef Name) {
    bool Temporary = llvm::StringSwitch<bool>(Name)
                         .Cases("TMPDIR", "TMP", "TEMP", "TEMPDIR", true)
                         .Default(false);
    return Temporary ? KnownText{"/tmp", true, false}
                     : KnownText{"", false, true};
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

  /// Whatever any caller passes.
  Texts parameter(uint32_t Index, const Function &F) {
    if (llvm::is_contained(Entered, &F))
      return {Unknown};
    Entered.push_back(&F);
    Texts Result;
    llvm::ArrayRef<const Function *> Callers = Prog.callers(F.Symbol);
    if (Callers.size() > MaxCallers)
      Callers = {};
    for (const Function *Caller : Callers)
      for (const Call &C : Caller->Calls)
        if (C.Callee == F.Symbol)
          for (KnownText &T :
               eval(Index < C.Args.size() ? C.Args[Index].Symbolic : ValueId{},
                    {Caller, {}, nullptr}))
            add(Result, std::move(T));
    Entered.pop_back();
    return Result;
  }

  Texts variable(SymbolId Symbol) {
    const Variable *V = Prog.variable(Symbol);
    if (!V)
      return {Unknown};
    Texts Result;
    if (V->Init)
      Result = eval(V->Init, {nullptr, {}, nullptr});
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
  /// text unknown.
  Texts stored(SymbolId Symbol, Texts Result, bool Initialized) {
    if (llvm::is_contained(Looking, Symbol))
      return {Unknown};
    Looking.push_back(Symbol);
    bool Any = Initialized;
    for (const Function *F : storers(Symbol))
      for (const Access &A : F->Accesses) {
        if (A.Kind != AccessKind::Assign && A.Kind != AccessKind::Initialize)
          continue;
        bool Here = A.Target.Steps.empty()
                        ? A.Target.Symbol == Symbol
                        : A.Target.Steps.back().Symbol == Symbol;
        if (!Here)
          continue;
        Any = true;
        for (KnownText &T : eval(A.Stored, {F, {}, nullptr}))
          add(Result, std::move(T));
      }
    for (const Write &W : Writes.writesOf(Symbol))
      if (W.Certain && W.Kind != WriteKind::Assignment)
        add(Result, Unknown);
    Looking.pop_back();
    if (!Any)
      add(Result, Unknown);
    return Result;
  }

  llvm::ArrayRef<const Function *> storers(SymbolId Symbol) {
    if (Storers.empty())
      for (const Function &F : Prog.functions())
        for (const Access &A : F.Accesses) {
          if (A.Kind != AccessKind::Assign && A.Kind != AccessKind::Initialize)
            continue;
          SymbolId Target = A.Target.Steps.empty()
                                ? A.Target.Symbol
                                : A.Target.Steps.back().Symbol;
          auto &List = Storers[Target];
          if (List.empty() || List.back() != &F)
            List.push_back(&F);
        }
    auto It = Storers.find(Symbol);
    if (It == Storers.end())
      return {};
    return It->second;
  }

  Texts callResult(const Value &V, const Environment &Env) {
    const Function *F = Prog.function(V.Symbol);
    if (!F || !F->Definition || llvm::is_contained(Entered, F))
      return {Unknown};
    Entered.push_back(F);
    Environment Inner{F, V.Args, &Env};
    Texts Result;
    for (ValueId Returned : F->ReturnedValues)
      for (KnownText &T : eval(Returned, Inner))
        add(Result, std::move(T));
    Entered.pop_back();
    return Result;
  }

  const Program &Prog;
  const Mutation &Writes;
  unsigned Depth = 0;
  std::vector<const Function *> Entered;
  std::vector<SymbolId> Looking;
  llvm::DenseMap<SymbolId, std::vector<const Function *>> Storers;
};

/// Adds the parameters of its own function that \p Id depends on.
void usedParameters(const Program &Prog, ValueId Id, std::set<uint32_t> &Into,
                    unsigned Depth = 0) {
  if (!Id || Depth > MaxEvalDepth)
    return;
  const Value &V = Prog.value(Id);
  if (V.Kind == ValueKind::Parameter)
    Into.insert(V.Index);
  for (ValueId Arg : V.Args)
    usedParameters(Prog, Arg, Into, Depth + 1);
}

/// Walks up from an effect to the calls that decide its parameters.
class CaseFinder {
public:
  CaseFinder(const Program &Prog, const Mutation &Writes,
             llvm::ArrayRef<ValueId> Ids)
      : Prog(Prog), Writes(Writes), Ids(Ids) {}

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

  void climb(const Question &Q, const Function &F,
             std::vector<ValueCase::Hop> Hops, std::vector<Level> Levels) {
    llvm::ArrayRef<const Function *> Callers = Prog.callers(F.Symbol);
    size_t Before = Cases.size();
    if (!open(Q.All).empty() && Levels.size() < MaxHops &&
        Callers.size() <= MaxCallers && Cases.size() < MaxCases)
      for (const Function *Caller : Callers)
        enter(Q, *Caller, F, Hops, Levels);
    if (Cases.size() == Before)
      finish(F, std::move(Hops), Levels);
  }

  void enter(const Question &Q, const Function &Caller, const Function &F,
             const std::vector<ValueCase::Hop> &Hops,
             const std::vector<Level> &Levels) {
    bool Recursive =
        &Caller == &F || llvm::any_of(Levels, [&](const Level &L) {
          return L.F == &Caller;
        });
    if (Recursive)
      return;
    for (const Call &C : Caller.Calls) {
      if (C.Callee != F.Symbol)
        continue;
      Level Below{&F, {}};
      for (const Argument &A : C.Args)
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
        Further.insert(Further.begin(), {&Caller, &C});
      std::vector<Level> Deeper = Levels;
      Deeper.push_back(std::move(Below));
      climb(Next, Caller, std::move(Further), std::move(Deeper));
    }
  }

  void finish(const Function &Outermost, std::vector<ValueCase::Hop> Hops,
              llvm::ArrayRef<Level> Levels) {
    // Environments from the effect's function up to the outermost caller.
    std::vector<Environment> Chain(Levels.size() + 1);
    Chain.back() = {&Outermost, {}, nullptr};
    for (size_t I = Levels.size(); I-- > 0;)
      Chain[I] = {Levels[I].F, Levels[I].Args, &Chain[I + 1]};
    Evaluator E(Prog, Writes);
    ValueCase Case;
    for (ValueId Id : Ids)
      Case.Texts.push_back(E.eval(Id, Chain.front()));
    Case.Hops = std::move(Hops);
    Cases.push_back(std::move(Case));
  }

  const Program &Prog;
  const Mutation &Writes;
  llvm::ArrayRef<ValueId> Ids;
  std::vector<ValueCase> Cases;
};

} // namespace

std::vector<KnownText> PathValues::texts(ValueId Id, const Function &F) const {
  return Evaluator(Prog, Writes).eval(Id, {&F, {}, nullptr});
}

std::vector<ValueCase> PathValues::cases(llvm::ArrayRef<ValueId> Ids,
                                         const Function &F,
                                         size_t Deciding) const {
  return CaseFinder(Prog, Writes, Ids).run(F, Deciding);
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
