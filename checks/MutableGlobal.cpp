//===- MutableGlobal.cpp - stateless-mutable-global -----------------------===//
//
// Every variable with static or thread storage duration gets a verdict: state
// if something writes it after start-up or, out of sight, may. So does a local
// that lives as long as the program serves and is written, and an object
// without a name that a handler keeps. It must not know what other checks say.
//
//===----------------------------------------------------------------------===//
#include "ConstFix.h"
#include "WrittenParts.h"
#include "facts/ControlFlow.h"
#include <deque>

namespace stateless {

/// Names beyond these do not help a reader.
static constexpr size_t MaxFields = 3;

static llvm::StringRef categoryOf(const Variable &V) {
  if (V.ThreadLocal)
    return "thread-local";
  switch (V.Where) {
  case Storage::StaticMember:
    return "static-member";
  case Storage::FunctionLocal:
    return "function-local";
  case Storage::Automatic:
    return "automatic";
  default:
    return "namespace-scope";
  }
}

static llvm::StringRef nounOf(const Variable &V, bool IsConst) {
  if (V.ThreadLocal)
    return IsConst ? "thread-local variable" : "mutable thread-local variable";
  switch (V.Where) {
  case Storage::StaticMember:
    return "mutable static member";
  case Storage::FunctionLocal:
    return IsConst ? "function-local static" : "mutable function-local static";
  default:
    return "mutable global";
  }
}

/// Fields of the object that are written: where a more specific check speaks
/// for all of them, nothing is left to say of the variable.
static void addWrittenFields(const Evidence &E, const Variable &V,
                             Verdict &Into) {
  const Class *C = E.Prog.classOf((*E.Shapes)[V.Type].Core->Symbol);
  if (!C)
    return;
  setParts(E.Prog, writtenParts(E, *C, isExactly(E.Prog, V.Type, *C)), Into);
}

static void benign(const Assessment &A, Verdict &Into) {
  Into.Kind = VerdictKind::Benign;
  Into.Why = A.Why;
  Into.Message = "'" + Into.Symbol + "' is no state";
}

static void classifyStatic(const Evidence &E, const StateObject &O,
                           VerdictSink &Out) {
  const Variable &V = *O.Var;
  Verdict Result = verdictOn(E.Prog, V);
  Result.Category = categoryOf(V);
  Assessment A = O.Seen;
  if (A.Benign) {
    if (A.Why.Kind == ReasonKind::NeverWritten) {
      A.Why = {ReasonKind::EffectivelyConstant};
      Result.Fixes = constFix(E.Prog, V);
    }
    benign(A, Result);
  } else {
    Result.Message = (nounOf(V, O.Shape->Change == Mutability::Constant) +
                      " '" + Result.Symbol + "' " + writtenClause(E, A))
                         .str();
    addEvidence(E, A, V.Symbol, Result);
    addWrittenFields(E, V, Result);
  }
  Out.report(std::move(Result));
}

//===-- Locals that stay --------------------------------------------------===//

namespace {

/// Judges a local that lives as long as the program serves. It passes through
/// more hands than a global, so more is asked of its writes: requests or
/// threads make them, unless nothing is known to serve; and an object of a
/// class of the project is state by its fields, not by the methods that are
/// called on it.
class LocalCheck {
public:
  LocalCheck(const Evidence &E, VerdictSink &Out)
      : E(E), Out(Out),
        Served(llvm::any_of(E.Known.Graph.entryPoints(), serves)) {}

  void judge(const StateObject &O) {
    const Variable &V = *O.Var;
    Verdict Result = verdictOn(E.Prog, V);
    Result.Category = categoryOf(V);
    Assessment A = O.Seen;
    if (A.Benign) {
      if (A.Why.Kind == ReasonKind::Constant ||
          A.Why.Kind == ReasonKind::NeverWritten ||
          A.Why.Kind == ReasonKind::NoData)
        return; // No more than any local.
      benign(A, Result);
      return Out.report(std::move(Result));
    }
    llvm::SmallVector<const Class *, 2> Classes = E.Shapes->classesIn(V.Type);
    if (!Classes.empty() && isFreshEachTurn(V))
      return;
    if (!Classes.empty())
      return judgeObject(V, Classes, std::move(Result));
    keepServing(A, V.Symbol, V.Function);
    if (A.Writes.empty())
      return;
    Result.Message =
        "local '" + E.Prog.text(V.Name).str() + "' of " + ownerOf(V) +
        ", which lives as long as the program serves, " + writtenClause(E, A);
    addEvidence(E, A, V.Symbol, Result);
    Out.report(std::move(Result));
  }

private:
  std::string ownerOf(const Variable &V) const {
    const Function *F = E.Prog.function(V.Function);
    return F ? quotedName(E.Prog.text(F->QualifiedName)) : "a function";
  }

  /// True if the loop in which the function of \p V serves makes or sets it
  /// anew in each turn.
  bool isFreshEachTurn(const Variable &V) const {
    const Function *F = E.Prog.function(V.Function);
    return F && llvm::any_of(F->Loops, [&](const Loop &L) {
             return E.Known.Times.servesIn(*F, L) &&
                    llvm::is_contained(L.Fresh, V.Symbol);
           });
  }

  /// True if each turn of the outermost loop around \p W sets \p Local before
  /// it reads it.
  static bool isFreshAt(SymbolId Local, const Write &W) {
    const Loop *L = outermostLoop(*W.By, W.Loc);
    return L && llvm::is_contained(L->Fresh, Local);
  }

  /// What its own function assigns anew each turn carries nothing over, nor
  /// does what it does once after serving.
  void keepServing(Assessment &A, SymbolId Local = {},
                   SymbolId Owner = {}) const {
    llvm::erase_if(A.Writes, [&](const Write &W) {
      bool Renewed = W.By->Symbol == Owner &&
                     ((W.Whole && W.Kind == WriteKind::Assignment) ||
                      W.When != Phase::Request || isFreshAt(Local, W));
      return Renewed || (Served && W.When != Phase::Request &&
                         !E.Known.Reach.reached(*W.By));
    });
    if (!A.Writes.empty())
      grade(E.Prog, E.Known, A);
  }

  /// What functions surely write, but at no time that is known: a request may
  /// be what runs them. main and closures are no such functions: what they do
  /// to a new object they do to make it.
  void keepAnyTime(Assessment &A) const {
    llvm::erase_if(A.Writes, [&](const Write &W) {
      return !W.Certain || W.By->Kind == FunctionKind::Lambda ||
             W.By->Kind == FunctionKind::Constructor || isMain(E.Prog, *W.By);
    });
    if (A.Writes.empty())
      return;
    for (Write &W : A.Writes)
      W.Certain = false;
    grade(E.Prog, E.Known, A);
  }

  void judgeObject(const Variable &V, llvm::ArrayRef<const Class *> Classes,
                   Verdict Result) {
    report("local '" + E.Prog.text(V.Name).str() + "' of " + ownerOf(V) +
               ", which lives as long as the program serves,",
           Classes, std::move(Result),
           [&](const Class &C) { return isExactly(E.Prog, V.Type, C); });
  }

public:
  /// An object without a name, which a handler holds or start-up serves with:
  /// the finding stands at the first of its fields that are written.
  void judgeUnnamed(const Class &C) {
    Location Runs = E.Known.Lives.runsAt(C.Symbol);
    for (const WrittenParts::Part &Part :
         writtenParts(E, C, /*Exact=*/true).Fields) {
      Verdict Result = verdictOn(E.Prog, *Part.Chain.front());
      Result.Category = "automatic";
      // Another check may speak for that field: not for the others.
      Result.Subject = E.Prog.text(C.Symbol).str();
      if (Runs)
        Result.Notes.push_back(
            {NoteRole::Holder, sourceLocation(E.Prog, Runs), "it serves here"});
      return report("object of '" + E.Prog.text(C.QualifiedName).str() +
                        (Runs ? "', which lives as long as the program serves,"
                              : "', which a handler holds as long as the "
                                "program serves,"),
                    {&C}, std::move(Result),
                    [](const Class &) { return true; });
    }
  }

private:
  /// The fields of an object that are state, and what was seen of each.
  struct WrittenFields {
    std::vector<const Field *> Fields;
    std::deque<Assessment> Seen; ///< Its elements stay where they are.
    std::vector<WrittenParts::Part> Parts;
    bool More = false; ///< Not all parts were looked at.
  };

  /// Of those that requests are known to write or, \p AnyTime, of those that
  /// something writes.
  WrittenFields writtenFields(llvm::ArrayRef<const Class *> Classes,
                              llvm::function_ref<bool(const Class &)> IsExactly,
                              bool AnyTime) const {
    WrittenFields Result;
    for (const Class *C : Classes) {
      WrittenParts Parts = writtenParts(E, *C, IsExactly(*C));
      Result.More |= Parts.More;
      for (WrittenParts::Part &Part : Parts.Fields) {
        Assessment Seen = *Part.Seen;
        if (AnyTime)
          keepAnyTime(Seen);
        else
          keepServing(Seen);
        if (Seen.Writes.empty())
          continue;
        weakenIfMixed(E, C->Symbol, Seen);
        Result.Fields.push_back(&Part.field());
        Result.Seen.push_back(std::move(Seen));
        Result.Parts.push_back(std::move(Part));
      }
    }
    return Result;
  }

  void report(const std::string &What, llvm::ArrayRef<const Class *> Classes,
              Verdict Result,
              llvm::function_ref<bool(const Class &)> IsExactly) {
    WrittenFields Of = writtenFields(Classes, IsExactly, /*AnyTime=*/false);
    bool AnyTime = Of.Fields.empty();
    if (AnyTime)
      Of = writtenFields(Classes, IsExactly, AnyTime);
    if (Of.Fields.empty())
      return;
    Result.MoreParts |= Of.More;
    for (const WrittenParts::Part &Part : Of.Parts)
      addPart(E.Prog, Part, Result);
    llvm::ArrayRef<const Field *> Fields = Of.Fields;
    std::vector<WrittenState> States;
    for (size_t I = 0; I != Fields.size(); ++I)
      States.push_back({&Of.Seen[I], Fields[I]->Symbol});
    Result.Message = What + (AnyTime ? " may keep state: " : " keeps state: ") +
                     namesOf(Fields, Result.MoreParts) +
                     requestClause(E, sitesOf(States));
    addEvidence(E, States, Result);
    for (const Field *F :
         llvm::ArrayRef(Fields).drop_front(std::min(Fields.size(), MaxFields)))
      Result.Notes.push_back(
          {NoteRole::Detail, sourceLocation(E.Prog, F->Loc),
           "keeps '" + E.Prog.text(F->QualifiedName).str() + "', too"});
    for (const Class *C : Classes)
      if (E.Known.Lives.handlerOf(C->Symbol))
        addHolders(E, C->Symbol, Result);
    Out.report(std::move(Result));
  }

  /// "'App::hits', 'App::last' and 3 more".
  std::string namesOf(llvm::ArrayRef<const Field *> Fields, bool More) const {
    std::string Text;
    for (const Field *F : Fields.take_front(MaxFields))
      Text += (Text.empty() ? "'" : ", '") +
              E.Prog.text(F->QualifiedName).str() + "'";
    if (Fields.size() > MaxFields)
      Text += (More ? " and at least " : " and ") +
              std::to_string(Fields.size() - MaxFields) + " more";
    return Text;
  }

  const Evidence &E;
  VerdictSink &Out;
  bool Served;
};

} // namespace

void classifyMutableGlobal(const Evidence &E, const StateObject &O,
                           VerdictSink &Out) {
  if (O.Unnamed)
    LocalCheck(E, Out).judgeUnnamed(*O.Unnamed);
  else if (O.Var && O.Var->Where == Storage::Automatic)
    LocalCheck(E, Out).judge(O);
  else if (O.Var)
    classifyStatic(E, O, Out);
}

} // namespace stateless
