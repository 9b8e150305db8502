//===- ValueEvaluator.cpp - Values in the context of calls ----------------===//
//
// Alternatives make sets; concatenation takes the product.
//
//===----------------------------------------------------------------------===//
#include "analysis/ValueEvaluator.h"
#include "analysis/Dispatch.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SaveAndRestore.h"
#include <set>

namespace stateless {

static constexpr size_t MaxTexts = 8;
static constexpr unsigned MaxEvalDepth = 24;
static constexpr unsigned MaxEvalSteps = 20000;

static const KnownText Unknown{};

void addText(Texts &To, KnownText T) {
  auto Same = [&](const KnownText &Other) {
    return std::tie(Other.Prefix, Other.Complete, Other.Configurable,
                    Other.Variable) ==
           std::tie(T.Prefix, T.Complete, T.Configurable, T.Variable);
  };
  auto Known = llvm::find_if(To, Same);
  if (Known == To.end() && To.size() >= MaxTexts) {
    T = Unknown;
    Known = llvm::find_if(To, Same);
  }
  if (Known == To.end())
    To.push_back(std::move(T));
  else
    Known->Mixed &= T.Mixed;
}

Texts Evaluator::eval(ValueId Id, const Environment &Env) {
  if (!Id || Depth >= MaxEvalDepth || Steps >= MaxEvalSteps)
    return {Unknown};
  ++Steps;
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  Texts Result = evalValue(Prog.value(Id), Env);
  if (Result.empty())
    Result.push_back(Unknown);
  return Result;
}

Texts Evaluator::evalValue(const Value &V, const Environment &Env) {
  switch (V.Kind) {
  case ValueKind::Text:
    return {{Prog.text(V.Text).str(), true}};
  case ValueKind::Integer:
    return {{std::to_string(V.Number), true}};
  case ValueKind::Concat:
  case ValueKind::Join:
    return sequence(V, Env);
  case ValueKind::BitOr:
    return flags(V, Env);
  case ValueKind::Choice: {
    Texts Result;
    for (ValueId Arg : V.Args)
      for (KnownText &T : eval(Arg, Env))
        addText(Result, std::move(T));
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
      return V.Index < Env.Args.size() ? eval(Env.Args[V.Index], *Env.Up)
                                       : Texts{Unknown};
    return Env.In ? parameter(V.Index, *Env.In) : Texts{Unknown};
  case ValueKind::Variable:
    return variable(V.Symbol);
  case ValueKind::Field:
    return field(V, Env);
  case ValueKind::CallResult:
    return callResult(V, Env);
  case ValueKind::Environment:
    return {{"", false, true, false, V.Text}};
  case ValueKind::CommandLine:
    return {{"", false, true}};
  case ValueKind::Parent: {
    Texts Result;
    for (KnownText &T : eval(V.Args.empty() ? ValueId{} : V.Args[0], Env)) {
      size_t Slash = T.Prefix.rfind('/');
      T.Prefix.resize(Slash == std::string::npos ? 0
                                                 : std::max<size_t>(Slash, 1));
      addText(Result, std::move(T));
    }
    return Result;
  }
  case ValueKind::Behind:
    return behind(V, Env);
  case ValueKind::Setting:
    return setting(V, Env);
  case ValueKind::TempDirectory:
    return {{"/tmp", true}};
  case ValueKind::Made:
  case ValueKind::Object:
  case ValueKind::Given:
    // An object that is asked for its text stands for what it was made from.
    return V.Args.empty() ? Texts{Unknown} : eval(V.Args[0], Env);
  case ValueKind::This:
  case ValueKind::Changed:
  case ValueKind::Appended:
  case ValueKind::Joined:
  case ValueKind::Within:
  case ValueKind::Unknown:
    return {Unknown};
  }
  return {Unknown};
}

static KnownText concat(const KnownText &Head, const KnownText &Tail) {
  if (!Head.Complete)
    return Head;
  return {Head.Prefix + Tail.Prefix, Tail.Complete, Tail.Configurable,
          Head.Mixed || Tail.Mixed, Tail.Variable};
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
  return {Text + Tail.Prefix, Tail.Complete, Tail.Configurable,
          Head.Mixed || Tail.Mixed, Tail.Variable};
}

Texts Evaluator::product(const Texts &Heads, const Texts &Tails, bool AsPath,
                         bool First) {
  Texts Result;
  for (const KnownText &Head : Heads)
    for (const KnownText &Tail : Tails)
      addText(Result, AsPath ? join(Head, Tail, First) : concat(Head, Tail));
  return Result;
}

Texts Evaluator::sequence(const Value &V, const Environment &Env) {
  Texts Result{{"", true}};
  bool First = true;
  for (ValueId Arg : V.Args) {
    Result = product(Result, eval(Arg, Env), V.Kind == ValueKind::Join, First);
    First = false;
  }
  return Result;
}

Texts Evaluator::flags(const Value &V, const Environment &Env) {
  Texts Result{{"0", true}};
  for (ValueId Arg : V.Args) {
    Texts Next;
    Texts Parts = eval(Arg, Env);
    for (const KnownText &A : Result)
      for (const KnownText &B : Parts) {
        int64_t Left = 0, Right = 0;
        if (!A.Complete || !B.Complete ||
            llvm::StringRef(A.Prefix).getAsInteger(10, Left) ||
            llvm::StringRef(B.Prefix).getAsInteger(10, Right))
          addText(Next, Unknown);
        else
          addText(Next, {std::to_string(Left | Right), true});
      }
    Result = std::move(Next);
  }
  return Result;
}

/// Where \p Key stands in \p Text as a word of its own: "db=", but not in
/// "udb=". A star stands in front of a text that has no keys at all.
static size_t findKey(llvm::StringRef Text, llvm::StringRef Key) {
  if (Key == "*")
    return Text.contains('=') ? llvm::StringRef::npos : 0;
  bool Word = llvm::isAlnum(Key.front());
  size_t At = Text.find_insensitive(Key);
  while (At != llvm::StringRef::npos && At != 0 && Word &&
         llvm::isAlnum(Text[At - 1]))
    At = Text.find_insensitive(Key, At + 1);
  return At;
}

/// In \p T, what follows the first of \p Keys that it has. A text without any
/// names nothing.
static KnownText behindKey(const KnownText &T,
                           llvm::ArrayRef<std::string> Keys) {
  llvm::StringRef Text = T.Prefix;
  for (llvm::StringRef Key : Keys) {
    size_t At = findKey(Text, Key);
    if (At == llvm::StringRef::npos)
      continue;
    if (Key == "*")
      return T;
    llvm::StringRef Rest = Text.drop_front(At + Key.size());
    bool Quoted = Rest.consume_front("'") || Rest.consume_front("\"");
    size_t End = Rest.find_first_of(Quoted ? "'\"" : " ;&");
    if (End == llvm::StringRef::npos)
      return {Rest.str(), T.Complete, T.Configurable, T.Mixed, T.Variable};
    return {Rest.take_front(End).str(), true, false, T.Mixed};
  }
  return {"", T.Complete, T.Configurable, T.Mixed, T.Variable};
}

Texts Evaluator::behind(const Value &V, const Environment &Env) {
  std::vector<std::string> Keys;
  for (ValueId Key : llvm::drop_begin(V.Args))
    Keys.push_back(Prog.text(Prog.value(Key).Text).str());
  Texts Result;
  for (const KnownText &T : eval(V.Args[0], Env))
    addText(Result, behindKey(T, Keys));
  return Result;
}

Texts Evaluator::setting(const Value &V, const Environment &Env) {
  auto It = Known.Stores.find(V.Symbol);
  // Code out of sight may set it.
  if (It == Known.Stores.end())
    return Prog.isWhole() ? eval(V.Args[0], Env) : Texts{{"", false, true}};
  if (llvm::is_contained(Looking, V.Symbol))
    return {Unknown};
  Looking.push_back(V.Symbol);
  Texts Result;
  for (const PathValues::Store &S : It->second)
    for (KnownText &T : eval(S.Stored, keep(Environment{S.By})))
      addText(Result, std::move(T));
  Looking.pop_back();
  return Result;
}

/// Whatever any caller passes.
Texts Evaluator::parameter(uint32_t Index, const Function &F) {
  if (llvm::is_contained(Opened, &F))
    return {Unknown};
  auto Sites = callSites(Prog, F, MaxCallers);
  if (!Sites)
    return {Unknown};
  Opened.push_back(&F);
  Texts Result;
  for (const CallSite &S : *Sites) {
    llvm::ArrayRef<ValueId> Args = S.Site->Args;
    for (KnownText &T : eval(Index < Args.size() ? Args[Index] : ValueId{},
                             keep(Environment{S.Caller})))
      addText(Result, std::move(T));
  }
  Opened.pop_back();
  return Result;
}

Texts Evaluator::variable(SymbolId Symbol) {
  const Variable *V = Prog.variable(Symbol);
  if (!V)
    return {Unknown};
  Texts Result;
  if (V->Init)
    Result = eval(V->Init, keep(Environment{Prog.function(V->Function)}));
  return stored(Symbol, std::move(Result), bool(V->Init));
}

/// Of whatever object.
Texts Evaluator::anyField(SymbolId Symbol) {
  const Field *F = Prog.field(Symbol);
  if (!F)
    return {Unknown};
  Texts Result;
  if (F->Init)
    Result = eval(F->Init, keep(Environment{}));
  Result = stored(Symbol, std::move(Result), bool(F->Init));
  bool Several = llvm::count_if(Result, [](const KnownText &T) {
                   return T.Complete || !T.Prefix.empty();
                 }) > 1;
  for (KnownText &T : Result)
    T.Mixed = Several;
  return Result;
}

/// Adds what assignments and, if \p AlsoMakers, constructors store. Any other
/// write makes the text unknown; where none is known to give one (a null
/// pointer), even one that may be.
Texts Evaluator::stored(SymbolId Symbol, Texts Result, bool Initialized,
                        bool AlsoMakers) {
  if (llvm::is_contained(Looking, Symbol))
    return {Unknown};
  Looking.push_back(Symbol);
  std::set<Location> Told;
  if (auto It = Known.Stores.find(Symbol); It != Known.Stores.end())
    for (const PathValues::Store &S : It->second) {
      Told.insert(S.Loc);
      if (S.Makes && !AlsoMakers)
        continue;
      for (KnownText &T : eval(S.Stored, keep(Environment{S.By})))
        addText(Result, std::move(T));
    }
  bool Given = llvm::any_of(
      Result, [](const KnownText &T) { return T != KnownText{"", true}; });
  for (const Write &W : Known.Writes.writesOf(Symbol)) {
    bool Store =
        (W.Kind == WriteKind::Assignment || W.Kind == WriteKind::Argument) &&
        Told.count(W.Loc);
    if ((W.Certain || !Given) && !Store)
      addText(Result, Unknown);
  }
  Looking.pop_back();
  if (!Initialized && Told.empty())
    addText(Result, Unknown);
  return Result;
}

/// What a call of \p Symbol may run, on one of \p On if that is not empty.
Evaluator::Bodies Evaluator::bodiesOf(SymbolId Symbol,
                                      llvm::ArrayRef<KnownObject> On) const {
  const Function *F = Prog.function(Symbol);
  bool InSight = F && F->Definition;
  Bodies Result;
  auto Add = [&](const Function *Body) {
    if (Body && Body->Definition && !llvm::is_contained(Result.All, Body))
      Result.All.push_back(Body);
    return Body && Body->Definition;
  };
  auto Others = allOverriders(Prog, Symbol);
  if (!Others.empty() && !On.empty() &&
      llvm::all_of(On, [&](const KnownObject &O) {
        return Add(methodOf(Prog, classMade(O), Symbol));
      })) {
    Result.Complete = true;
    return Result;
  }
  if (InSight)
    Add(F);
  for (const Function *Other : Others)
    Add(Other);
  // Without a body it may be pure: then those that override it are all.
  Result.Complete = InSight || (F && Prog.isWhole());
  return Result;
}

/// What the call \p V may run, by the classes of its object.
Evaluator::Bodies Evaluator::bodiesOf(const Value &V, const Environment &Env) {
  KnownObjects On;
  if (V.Of && !Prog.overriders(V.Symbol).empty())
    On = objects(V.Of, Env);
  return bodiesOf(V.Symbol, On.Unknown || On.Open
                                ? llvm::ArrayRef<KnownObject>()
                                : llvm::ArrayRef<KnownObject>(On.All));
}

/// True if \p F stands among the callers of \p Env.
bool Evaluator::isEntered(const Function &F, const Environment &Env) const {
  for (const Environment *At = &Env; At; At = At->Up)
    if (At->In == &F)
      return true;
  return llvm::is_contained(Opened, &F);
}

Texts Evaluator::callResult(const Value &V, const Environment &Env) {
  Texts Result;
  Bodies Runs = bodiesOf(V, Env);
  if (!Runs.Complete)
    addText(Result, Unknown);
  for (const Function *Body : Runs.All)
    for (KnownText &T : returned(*Body, V, Env))
      addText(Result, std::move(T));
  return Result;
}

Texts Evaluator::returned(const Function &F, const Value &Call,
                          const Environment &Env) {
  if (isEntered(F, Env))
    return {Unknown};
  const Environment &Inner = keep(Environment{&F, Call.Args, &Env, Call.Of});
  Texts Result;
  for (ValueId Id : F.ReturnedValues)
    for (KnownText &T : eval(Id, Inner))
      addText(Result, std::move(T));
  return Result.empty() ? Texts{Unknown} : Result;
}

} // namespace stateless
