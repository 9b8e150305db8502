//===- SessionMap.cpp - stateless-session-map -----------------------------===//
//
// Long-lived keyed containers whose names, or whose elements' names, the
// vocabulary of the rules calls sessions, tokens, carts and the like. A
// replica that does not hold the entry cannot serve its user. It must not know
// any such name.
//
//===----------------------------------------------------------------------===//
#include "StateEvidence.h"

namespace stateless {

namespace {

/// A container in which one looks up an entry by a key.
struct KeyedContainer {
  const Type *Container = nullptr;
  std::vector<StringId> Aliases; ///< Of the container and what wraps it.
};

/// What names say of the objects of a program.
class SessionNames {
public:
  explicit SessionNames(const Evidence &E) : E(E), Prog(E.Prog) {}

  /// The keyed container that an object of type \p T is, or wraps.
  std::optional<KeyedContainer> containerOf(TypeId T) const {
    KeyedContainer Result;
    while (T) {
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
                     At.Holder || At.Kind == TypeKind::Array ||
                     E.Options.Types.is(Prog.text(At.Name), "wrapper");
      if (!Wrapper || At.Args.empty())
        return std::nullopt;
      T = At.Args[0];
    }
    return std::nullopt;
  }

  /// The kind that the object's own name tells, or that of its container, its
  /// entries or the class that has it.
  std::optional<llvm::StringRef> kindOf(const StateObject &O,
                                        const KeyedContainer &C) const {
    if (auto Kind = kindOf(O.Var ? O.Var->Name : O.Of->Name))
      return Kind;
    for (StringId Alias : C.Aliases)
      if (auto Kind = kindOf(Alias))
        return Kind;
    for (TypeId Shown : keyAndValue(*C.Container))
      if (auto Kind = kindOfType(Shown))
        return Kind;
    if (const Class *In = Prog.classOf(O.Var ? O.Var->Class : O.Of->Class))
      return kindOf(In->Name);
    return std::nullopt;
  }

private:
  bool isRecordOfProject(TypeId T) const {
    return Prog.classOf((*E.Shapes)[T].Core->Symbol) != nullptr;
  }

  std::optional<llvm::StringRef> kindOf(StringId Name) const {
    llvm::StringRef Text = Prog.text(Name);
    // Of a qualified name, only the last part names the thing itself.
    size_t At = Text.rfind("::");
    return E.Options.StateKinds.kindOf(
        At == llvm::StringRef::npos ? Text : Text.drop_front(At + 2));
  }

  /// What follows are comparators and allocators.
  static llvm::ArrayRef<TypeId> keyAndValue(const Type &T) {
    return llvm::ArrayRef(T.Args).take_front(2);
  }

  /// The kind that a type's own name, its aliases or its elements tell, the
  /// outermost first.
  std::optional<llvm::StringRef> kindOfType(TypeId T) const {
    llvm::SmallVector<TypeId, 8> Todo{T};
    llvm::DenseSet<uint32_t> Seen;
    while (!Todo.empty()) {
      TypeId Id = Todo.pop_back_val();
      if (!Id || !Seen.insert(Id.Value).second)
        continue;
      const Type &At = Prog.type(Id);
      for (StringId Alias : At.Aliases)
        if (!Prog.text(Alias).starts_with("std::"))
          if (auto Kind = kindOf(Alias))
            return Kind;
      if (At.Kind == TypeKind::Record || At.Kind == TypeKind::Enum)
        if (auto Kind = kindOf(At.Name))
          return Kind;
      for (TypeId Arg : llvm::reverse(keyAndValue(At)))
        Todo.push_back(Arg);
    }
    return std::nullopt;
  }

  const Evidence &E;
  const Program &Prog;
};

} // namespace

void classifySessionMap(const Evidence &E, const StateObject &O,
                        VerdictSink &Out) {
  if (!O.Stays || O.Unnamed)
    return;
  SessionNames Names(E);
  std::optional<KeyedContainer> C = Names.containerOf(O.type());
  if (!C)
    return;
  std::optional<llvm::StringRef> Kind = Names.kindOf(O, *C);
  if (!Kind)
    return;
  Verdict Result = verdictOn(E.Prog, O);
  Result.Category = Kind->str();
  if (O.Seen.Benign) {
    Result.Kind = VerdictKind::Benign;
    Result.Why = O.Seen.Why;
    Result.Message = "'" + Result.Symbol + "' is no " + Kind->str() + " store";
    return Out.report(std::move(Result));
  }
  Assessment A = O.Seen;
  if (O.Of)
    weakenIfMixed(E, O.Of->Class, A);
  Result.Message = "in-memory " + Kind->str() + " map '" + Result.Symbol +
                   "' " + writtenClause(E, A);
  addEvidence(E, A, O.symbol(), Result);
  if (O.Of)
    addHolders(E, O.Of->Class, Result);
  Out.report(std::move(Result));
}

} // namespace stateless
