//===- SessionMap.cpp - stateless-session-map -----------------------------===//
//
// Long-lived keyed containers whose names, or whose elements' names, the
// vocabulary of the rules calls sessions, tokens, carts and the like. A
// replica that does not hold the entry cannot serve its user. It must not know
// any such name.
//
//===----------------------------------------------------------------------===//
#include "StateObjects.h"
#include "analysis/Analyses.h"

namespace stateless {

namespace {

/// A container in which one looks up an entry by a key.
struct KeyedContainer {
  const Type *Container = nullptr;
  std::vector<StringId> Aliases; ///< Of the container and what wraps it.
};

class SessionMapCheck {
public:
  SessionMapCheck(const Evidence &E, VerdictSink &Out)
      : E(E), Prog(E.Prog), Out(Out), Lives(E.Known.Lives) {}

  void run() {
    for (const Variable &V : Prog.variables())
      if (V.Definition && Lives.stays(V))
        judge(V, V.Class);
    for (const Field &F : Prog.fields())
      if (Lives.isLongLived(F.Class))
        judge(F, F.Class);
  }

private:
  /// The keyed container that an object of type \p T is, or wraps.
  std::optional<KeyedContainer> containerOf(TypeId T) const {
    KeyedContainer Result;
    for (unsigned Depth = 0; T && Depth < 8; ++Depth) {
      const Type &At = Prog.type(T);
      Result.Aliases.insert(Result.Aliases.end(), At.Aliases.begin(),
                            At.Aliases.end());
      if (At.Kind == TypeKind::Record &&
          E.Options.Types.is(Prog.text(At.Name), "keyed-container")) {
        Result.Container = &At;
        return Result;
      }
      // A table of structs is looked up by its index.
      bool Sequence =
          At.Kind == TypeKind::Array ||
          (At.Kind == TypeKind::Record &&
           E.Options.Types.is(Prog.text(At.Name), "sequence-container"));
      if (Sequence && !At.Args.empty() && isRecordOfProject(At.Args[0])) {
        Result.Container = &At;
        return Result;
      }
      bool Wrapper = At.Kind == TypeKind::Pointer ||
                     At.Kind == TypeKind::LValueReference || At.PointerLike ||
                     At.Kind == TypeKind::Array ||
                     E.Options.Types.is(Prog.text(At.Name), "wrapper");
      if (!Wrapper || At.Args.empty())
        return std::nullopt;
      T = At.Args[0];
    }
    return std::nullopt;
  }

  bool isRecordOfProject(TypeId T) const {
    return Prog.classOf(coreType(Prog, T).Symbol) != nullptr;
  }

  std::optional<llvm::StringRef> kindOf(StringId Name) const {
    llvm::StringRef Text = Prog.text(Name);
    // Of a qualified name, only the last part names the thing itself.
    size_t At = Text.rfind("::");
    return E.Options.StateKinds.kindOf(
        At == llvm::StringRef::npos ? Text : Text.drop_front(At + 2));
  }

  /// The kind that a type's own name, its aliases or its elements tell.
  std::optional<llvm::StringRef> kindOfType(TypeId T, unsigned Depth) const {
    if (!T || Depth > 3)
      return std::nullopt;
    const Type &At = Prog.type(T);
    for (StringId Alias : At.Aliases)
      if (!Prog.text(Alias).starts_with("std::"))
        if (auto Kind = kindOf(Alias))
          return Kind;
    if (At.Kind == TypeKind::Record || At.Kind == TypeKind::Enum)
      if (auto Kind = kindOf(At.Name))
        return Kind;
    // Key and value; what follows are comparators and allocators.
    size_t Shown = std::min<size_t>(At.Args.size(), 2);
    for (size_t I = 0; I < Shown; ++I)
      if (auto Kind = kindOfType(At.Args[I], Depth + 1))
        return Kind;
    return std::nullopt;
  }

  template <typename Object>
  std::optional<llvm::StringRef>
  kindOf(const Object &O, const KeyedContainer &C, SymbolId Class) const {
    if (auto Kind = kindOf(O.Name))
      return Kind;
    for (StringId Alias : C.Aliases)
      if (auto Kind = kindOf(Alias))
        return Kind;
    for (size_t I = 0; I < std::min<size_t>(C.Container->Args.size(), 2); ++I)
      if (auto Kind = kindOfType(C.Container->Args[I], 0))
        return Kind;
    if (const stateless::Class *In = Prog.classOf(Class))
      return kindOf(In->Name);
    return std::nullopt;
  }

  template <typename Object> void judge(const Object &O, SymbolId Class) {
    std::optional<KeyedContainer> C = containerOf(O.Type);
    if (!C)
      return;
    std::optional<llvm::StringRef> Kind = kindOf(O, *C, Class);
    if (!Kind)
      return;
    Verdict Result = verdictOn(Prog, O);
    Result.Category = Kind->str();
    Assessment A = assess(E, O);
    if (A.Benign) {
      Result.Kind = VerdictKind::Benign;
      Result.Why = A.Why;
      Result.Message =
          "'" + Result.Symbol + "' is no " + Kind->str() + " store";
      Out.report(std::move(Result));
      return;
    }
    if constexpr (std::is_same_v<Object, Field>)
      weaken(O.Class, A);
    Result.Message = "in-memory " + Kind->str() + " map '" + Result.Symbol +
                     "' " + writtenClause(E, A);
    addEvidence(E, A, O.Symbol, Result);
    if constexpr (std::is_same_v<Object, Field>)
      addHolders(E, O.Class, Result);
    Out.report(std::move(Result));
  }

  /// Where some objects of the class stay and others do not, nobody can tell
  /// which of them is written.
  void weaken(SymbolId Class, Assessment &A) const {
    if (!Lives.hasPassingObjects(Class))
      return;
    A.Level = Confidence::Possible;
    A.Basis = {GroundsKind::MixedObjects};
  }

  const Evidence &E;
  const Program &Prog;
  VerdictSink &Out;
  const Lifetime &Lives;
};

} // namespace

void judgeSessionMap(const Evidence &E, VerdictSink &Out) {
  SessionMapCheck(E, Out).run();
}

} // namespace stateless
