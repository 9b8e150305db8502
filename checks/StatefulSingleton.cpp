//===- StatefulSingleton.cpp - stateless-stateful-singleton ---------------===//
//
// Recognises a singleton by what its instance is and who hands it out, and
// reports it if a field of it, or of what it holds, is written outside
// construction. A singleton of the shape "monostate" has no instance: its
// static members are one. It must not know names.
//
//===----------------------------------------------------------------------===//
#include "WrittenParts.h"

namespace stateless {

/// Names beyond these do not help a reader.
static constexpr size_t MaxFields = 3;

namespace {

enum class Shape { Meyers, Pointer, SmartPointer, CallOnce, Crtp, Accessor };

struct Singleton {
  Shape Form = Shape::Meyers;
  const Variable *Instance = nullptr;
  const Function *Accessor = nullptr;
  const Class *Of = nullptr;
};

llvm::StringRef categoryOf(Shape Form) {
  switch (Form) {
  case Shape::Meyers:
    return "meyers";
  case Shape::Pointer:
    return "pointer";
  case Shape::SmartPointer:
    return "smart-pointer";
  case Shape::CallOnce:
    return "call-once";
  case Shape::Crtp:
    return "crtp";
  case Shape::Accessor:
    return "accessor";
  }
  return "";
}

llvm::StringRef nounOf(Shape Form) {
  switch (Form) {
  case Shape::Meyers:
    return "Meyers singleton";
  case Shape::Pointer:
    return "pointer singleton";
  case Shape::SmartPointer:
    return "smart-pointer singleton";
  case Shape::CallOnce:
    return "call_once singleton";
  case Shape::Crtp:
    return "CRTP singleton";
  case Shape::Accessor:
    return "singleton behind an accessor";
  }
  return "";
}

class SingletonCheck {
public:
  SingletonCheck(const Evidence &E, VerdictSink &Out)
      : E(E), Prog(E.Prog), Out(Out) {}

  std::optional<Singleton> recognise(const StateObject &O) const {
    const Variable &V = *O.Var;
    Singleton S;
    S.Instance = &V;
    S.Accessor = O.HandedOutBy;
    if (!S.Accessor)
      return std::nullopt;
    const Type &T = Prog.type(V.Type);
    if (T.Kind == TypeKind::Array)
      return std::nullopt;
    S.Of = Prog.classOf(O.Shape->Core->Symbol);
    if (!S.Of)
      return std::nullopt;
    bool Pointer = T.Kind == TypeKind::Pointer;
    S.Form = isCrtp(V, *S.Of)         ? Shape::Crtp
             : callsOnce(*S.Accessor) ? Shape::CallOnce
             : Pointer                ? Shape::Pointer
             : T.PointerLike          ? Shape::SmartPointer
             // The function that hands it out keeps it itself.
             : V.Where == Storage::FunctionLocal && V.Function &&
                     Prog.function(V.Function) == S.Accessor
                 ? Shape::Meyers
                 : Shape::Accessor;
    return S;
  }

  void judge(const Singleton &S, const TypeShape &OfInstance) const {
    Verdict Result = verdictOn(Prog, *S.Instance);
    Result.Category = categoryOf(S.Form);
    Result.Type = Prog.text(S.Of->QualifiedName).str();
    Result.Notes.push_back(
        {NoteRole::Path, sourceLocation(Prog, S.Accessor->Loc),
         "handed out by '" + Prog.text(S.Accessor->QualifiedName).str() + "'"});
    WrittenParts Parts =
        writtenParts(E, *S.Of, isExactly(Prog, S.Instance->Type, *S.Of));
    Reason Benign = OfInstance.Benign;
    bool Constant = OfInstance.Change == Mutability::Constant;
    if (!Benign && (Constant || isFrozen(S, Parts) ||
                    (Parts.Fields.empty() && !Parts.Unseen && !isLost(S))))
      Benign = {ReasonKind::NoMutableState};
    else if (!Benign && isLeftAlone(S)) {
      // Somebody writes the fields, but not of this object: of others of its
      // class, or of what it refers to.
      if (!isOneOfMany(S))
        return;
      Benign = {ReasonKind::OthersWritten};
    }
    if (Benign) {
      Result.Kind = VerdictKind::Benign;
      Result.Settles = !Constant;
      Result.Why = Benign;
      Result.Message = "singleton '" + Result.Symbol + "' is no state";
      Out.report(std::move(Result));
      return;
    }
    Result.Level = Confidence::Possible;
    std::vector<WrittenState> States = statesOf(Parts);
    Result.Message =
        (nounOf(S.Form) + " '" + Result.Symbol + "' of '" +
         Prog.text(S.Of->QualifiedName) + "', handed out by '" +
         Prog.text(S.Accessor->QualifiedName) + "', " +
         (Parts.Fields.empty()
              ? Parts.Unseen ? "may keep state: methods that could write it "
                               "are in other translation units"
                             : "may keep state: its address goes to where "
                               "it is not followed"
              : "keeps state: " + fieldNames(Parts)))
            .str() +
        requestClause(E, sitesOf(States));
    setParts(Prog, Parts, Result);
    addEvidence(E, States, Result);
    Out.report(std::move(Result));
  }

  /// Its class has no other data, and methods of the class write it.
  void judgeMonostate(const StateObject &O) const {
    const Variable &V = *O.Var;
    if (O.Seen.Benign)
      return;
    Verdict Result = verdictOn(Prog, V);
    const Class &C = *Prog.classOf(V.Class);
    Result.Category = "monostate";
    Result.Type = Prog.text(C.QualifiedName).str();
    Result.Message =
        "monostate singleton '" + Prog.text(C.QualifiedName).str() +
        "' keeps state in its static member '" + Prog.text(V.Name).str() +
        "', which " + writtenClause(E, O.Seen);
    addEvidence(E, O.Seen, V.Symbol, Result);
    Out.report(std::move(Result));
  }

private:
  /// The instance is kept by a template that the class derives from with
  /// itself as the argument.
  bool isCrtp(const Variable &V, const Class &Of) const {
    SymbolId Keeper = V.Class;
    if (const Function *F = Prog.function(V.Function); F && F->Class)
      Keeper = F->Class;
    if (!Keeper)
      return false;
    return llvm::any_of(Of.Bases, [&](TypeId Base) {
      const Type &T = Prog.type(Base);
      return T.Symbol == Keeper && llvm::any_of(T.Args, [&](TypeId Arg) {
               return Prog.type(Arg).Symbol == Of.Symbol;
             });
    });
  }

  bool callsOnce(const Function &F) const {
    return llvm::any_of(F.Calls, [&](const Call &C) {
      return llvm::any_of(E.Options.Known.OnceCallers, [&](const OnceModel &M) {
        return matchesGlob(M.Function, Prog.text(C.CalleeName));
      });
    });
  }

  std::string fieldNames(const WrittenParts &Parts) const {
    std::string Text;
    for (size_t I = 0; I < Parts.Fields.size(); ++I) {
      if (I == MaxFields)
        return Text + " and " + (Parts.More ? "at least " : "") +
               std::to_string(Parts.Fields.size() - I) + " more";
      const WrittenParts::Part &Part = Parts.Fields[I];
      Text +=
          (I ? ", '" : "'") + Prog.text(Part.Chain.front()->Name).str() + "'";
      if (Part.Chain.size() > 1)
        Text += " (its '" + Prog.text(Part.field().Name).str() + "')";
    }
    return Text;
  }

  /// Handed out as a constant and written by nobody.
  bool isFrozen(const Singleton &S, const WrittenParts &Parts) const {
    const Type &Returned = Prog.type(S.Accessor->Returns);
    bool ConstAccess =
        !Returned.Args.empty() && Prog.type(Returned.Args[0]).Const;
    auto IsMutable = [](const WrittenParts::Part &Part) {
      return llvm::any_of(Part.Chain,
                          [](const Field *F) { return F->Mutable; });
    };
    return ConstAccess && llvm::none_of(Parts.Fields, IsMutable) &&
           llvm::none_of(E.Known.Writes.writesOf(S.Instance->Symbol),
                         [](const Write &W) { return W.Certain; });
  }

  /// There are more objects of its class: what is written to a field of the
  /// class may be written to those.
  bool isOneOfMany(const Singleton &S) const {
    return E.Known.Lives.hasPassingObjects(S.Of->Symbol) ||
           E.Objects->variablesOf(S.Of->Symbol) > 1;
  }

  /// The address of the instance is where nobody follows it: any part of it
  /// may be written.
  bool isLost(const Singleton &S) const {
    return llvm::any_of(
        E.Known.Writes.writesOf(S.Instance->Symbol), [](const Write &W) {
          return W.Kind == WriteKind::AddressTaken && !W.Whole && !W.Certain;
        });
  }

  /// Nobody writes the instance, by its name or through what hands it out.
  bool isLeftAlone(const Singleton &S) const {
    return (S.Instance->Link != Linkage::External || Prog.isWhole()) &&
           llvm::none_of(E.Known.Writes.writesOf(S.Instance->Symbol),
                         [&](const Write &W) {
                           return !isOutsideServing(W.When) &&
                                  !E.Known.Dead.neverRuns(*W.By, W.Loc);
                         });
  }

  const Evidence &E;
  const Program &Prog;
  VerdictSink &Out;
};

} // namespace

void classifyStatefulSingleton(const Evidence &E, const StateObject &O,
                               VerdictSink &Out) {
  if (!O.Var || O.Var->Where == Storage::Automatic)
    return;
  SingletonCheck Check(E, Out);
  if (std::optional<Singleton> S = Check.recognise(O))
    Check.judge(*S, *O.Shape);
  if (O.Monostate)
    Check.judgeMonostate(O);
}

} // namespace stateless
