//===- FactBuilder.h - Facts written by hand, for unit tests ---*- C++ -*-===//
//
//   FactBuilder B("a.cpp");
//   auto Int = B.type("int");
//   auto V = B.variable("app::counter", Int).external().at(3);
//   B.function("app::hit").increments(V).calls("app::log");
//   TuFacts T = B.take();
//
// The symbol of an entity is its qualified name, so tests find it by text.
// Each thing that is not placed by at() gets a line of its own; file() and
// line() choose where the next ones stand. It must not know any analysis or
// check; nothing but tests may include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_FACTBUILDER_H
#define STATELESS_FACTS_FACTBUILDER_H

#include "facts/FactParts.h"
#include "facts/LineFlow.h"
#include "facts/PlaceFlow.h"
#include <map>
#include <set>
#include <string>

namespace stateless {

class FactBuilder : public FactParts {
  TuFacts Facts;
  StringId File;
  uint32_t Line = 0;
  std::map<SymbolId, std::vector<uint32_t>> LastLines; ///< Of loops.
  std::map<SymbolId, WrittenFlow> Flows;               ///< By function.
  std::map<SymbolId, std::set<uint32_t>> ChildLines;

  Location here() { return {File, ++Line, 1}; }

  /// One entity of the unit. It stays valid while others are added.
  template <typename T, typename Derived> class Entity {
  public:
    Entity(FactBuilder &B, std::vector<T> TuFacts::*List)
        : B(B), List(List), Position((B.Facts.*List).size()) {
      (B.Facts.*List).emplace_back();
    }
    operator SymbolId() const { return fact().Symbol; }
    T &fact() const { return (B.Facts.*List)[Position]; }
    Derived &self() { return static_cast<Derived &>(*this); }

    Derived &at(uint32_t Line, uint32_t Column = 1) {
      fact().Loc.Line = Line;
      fact().Loc.Column = Column;
      return self();
    }
    Derived &annotated(llvm::StringRef Text) {
      fact().Annotations.push_back(B.text(Text));
      return self();
    }

  protected:
    void name(llvm::StringRef QualifiedName) {
      fact().Symbol = fact().QualifiedName = B.text(QualifiedName);
      size_t Scope = QualifiedName.rfind("::");
      fact().Name = B.text(Scope == llvm::StringRef::npos
                               ? QualifiedName
                               : QualifiedName.drop_front(Scope + 2));
      fact().Loc = B.here();
    }

    FactBuilder &B;

  private:
    std::vector<T> TuFacts::*List;
    size_t Position;
  };

public:
  explicit FactBuilder(llvm::StringRef MainFile)
      : File(Facts.Strings.intern(MainFile)) {
    Facts.MainFile = File;
    Facts.Files.push_back({File, false});
  }

  TuFacts take() {
    for (Function &F : Facts.Functions) {
      if (F.Definition && F.Control.empty())
        LineFlow(F, Flows[F.Symbol].places(), LastLines[F.Symbol],
                 ChildLines[F.Symbol])
            .add();
      if (F.Definition && F.FlowBodies.empty())
        PlaceFlow(Facts, F, Flows[F.Symbol]).add();
    }
    return std::move(Facts);
  }
  /// For what has no method of its own.
  TuFacts &facts() { return Facts; }
  StringId text(llvm::StringRef Text) { return Facts.Strings.intern(Text); }

  /// What follows stands in \p Path, from its first line on.
  void file(llvm::StringRef Path) {
    File = text(Path);
    Line = 0;
  }
  /// The next thing stands on line \p Next.
  void line(uint32_t Next) { Line = Next - 1; }

  //===-- Types and values ------------------------------------------------===//

  TypeId type(Type T) {
    Facts.Types.push_back(std::move(T));
    return {static_cast<uint32_t>(Facts.Types.size() - 1)};
  }
  TypeId type(llvm::StringRef Name, TypeKind Kind = TypeKind::Builtin,
              std::vector<TypeId> Args = {}) {
    Type T;
    T.Kind = Kind;
    T.Name = T.Spelling = text(Name);
    T.Args = std::move(Args);
    if (Kind == TypeKind::Record || Kind == TypeKind::Enum)
      T.Symbol = T.Name;
    return type(std::move(T));
  }
  TypeId record(llvm::StringRef Name, std::vector<TypeId> Args = {}) {
    return type(Name, TypeKind::Record, std::move(Args));
  }
  TypeId derived(TypeKind Kind, TypeId From, llvm::StringRef Suffix) {
    Type T;
    T.Kind = Kind;
    T.Spelling =
        text((Facts.Strings[Facts.Types[From.Value].Spelling] + Suffix).str());
    T.Args = {From};
    return type(std::move(T));
  }
  TypeId pointer(TypeId To) { return derived(TypeKind::Pointer, To, " *"); }
  TypeId reference(TypeId To) {
    return derived(TypeKind::LValueReference, To, " &");
  }
  TypeId array(TypeId Of) { return derived(TypeKind::Array, Of, "[]"); }
  TypeId smartPointer(TypeId To) {
    TypeId Result = record("std::unique_ptr", {To});
    Facts.Types[Result.Value].PointerLike = true;
    return Result;
  }
  TypeId constant(TypeId Of) {
    Type T = Facts.Types[Of.Value];
    T.Const = true;
    T.Spelling = text(("const " + Facts.Strings[T.Spelling]).str());
    return type(std::move(T));
  }

  ValueId value(Value V) {
    Facts.Values.push_back(std::move(V));
    return {static_cast<uint32_t>(Facts.Values.size() - 1)};
  }
  ValueId value(ValueKind Kind, std::vector<ValueId> Args = {},
                SymbolId Symbol = {}) {
    return value({Kind, 0, 0, {}, Symbol, std::move(Args)});
  }
  ValueId literal(llvm::StringRef Text) {
    return value({ValueKind::Text, 0, 0, text(Text), {}, {}});
  }
  ValueId integer(int64_t Number) {
    return value({ValueKind::Integer, 0, Number, {}, {}, {}});
  }
  ValueId parameterValue(uint32_t Index) {
    return value({ValueKind::Parameter, Index, 0, {}, {}, {}});
  }
  ValueId environment(llvm::StringRef Name) {
    return value({ValueKind::Environment, 0, 0, text(Name), {}, {}});
  }

  //===-- Declarations ----------------------------------------------------===//

  class VariableBuilder : public Entity<Variable, VariableBuilder> {
  public:
    VariableBuilder(FactBuilder &B, llvm::StringRef Name, TypeId Type)
        : Entity(B, &TuFacts::Variables) {
      name(Name);
      fact().Type = Type;
      fact().Link = Linkage::External;
      fact().Definition = true;
    }
    operator Place() const { return variablePlace(*this); }
    VariableBuilder &external() { return with(Linkage::External); }
    VariableBuilder &internal() { return with(Linkage::Internal); }
    VariableBuilder &declared() {
      fact().Definition = false;
      return *this;
    }
    VariableBuilder &init(ValueId Value) {
      fact().Init = Value;
      return *this;
    }
    VariableBuilder &localStatic(SymbolId Function) {
      fact().Where = Storage::FunctionLocal;
      fact().Function = Function;
      return with(Linkage::None);
    }
    /// A local of \p Function.
    VariableBuilder &automatic(SymbolId Function) {
      fact().Where = Storage::Automatic;
      fact().Function = Function;
      return with(Linkage::None);
    }
    VariableBuilder &memberOf(SymbolId Class) {
      fact().Where = Storage::StaticMember;
      fact().Class = Class;
      return *this;
    }

  private:
    VariableBuilder &with(Linkage Link) {
      fact().Link = Link;
      return *this;
    }
  };

  class ClassBuilder : public Entity<Class, ClassBuilder> {
  public:
    ClassBuilder(FactBuilder &B, llvm::StringRef Name)
        : Entity(B, &TuFacts::Classes) {
      name(Name);
    }
    ClassBuilder &base(TypeId Base) {
      fact().Bases.push_back(Base);
      return *this;
    }
    ClassBuilder &singletonLike() {
      fact().PrivateConstructors = fact().NotCopyable = true;
      return *this;
    }
  };

  class FieldBuilder : public Entity<Field, FieldBuilder> {
  public:
    FieldBuilder(FactBuilder &B, llvm::StringRef Name, TypeId Type,
                 SymbolId Class)
        : Entity(B, &TuFacts::Fields) {
      name(Name);
      fact().Type = Type;
      fact().Class = Class;
    }
    FieldBuilder &declaredMutable() {
      fact().Mutable = true;
      return *this;
    }
    FieldBuilder &init(ValueId Value) {
      fact().Init = Value;
      return *this;
    }
  };

  class FunctionBuilder : public Entity<Function, FunctionBuilder> {
  public:
    FunctionBuilder(FactBuilder &B, llvm::StringRef Name)
        : Entity(B, &TuFacts::Functions) {
      name(Name);
      fact().Definition = true;
    }
    FunctionBuilder &declared() {
      fact().Definition = false;
      return *this;
    }
    FunctionBuilder &kind(FunctionKind Kind, SymbolId Class) {
      fact().Kind = Kind;
      fact().Class = Class;
      return *this;
    }
    FunctionBuilder &method(SymbolId Class) {
      return kind(FunctionKind::Method, Class);
    }
    FunctionBuilder &constructor(SymbolId Class) {
      return kind(FunctionKind::Constructor, Class);
    }
    FunctionBuilder &internal() {
      fact().Link = Linkage::Internal;
      return *this;
    }
    FunctionBuilder &lambdaIn(SymbolId Function) {
      fact().Parent = Function;
      return kind(FunctionKind::Lambda, {});
    }
    FunctionBuilder &initializes(SymbolId Variable) {
      fact().Parent = Variable;
      return kind(FunctionKind::Initializer, {}).internal();
    }
    /// The loop that serves starts on line \p At.
    FunctionBuilder &loopsFrom(uint32_t At) { return loop(At, 9999); }
    FunctionBuilder &loop(uint32_t From, uint32_t To, bool Endless = true) {
      fact().Loops.push_back(
          {{B.File, From, 1}, NoLoop, Endless, !Endless, false, {}});
      B.LastLines[fact().Symbol].push_back(To);
      return *this;
    }
    /// What \p Lambda, written in it, can reach of its objects.
    FunctionBuilder &captures(SymbolId Lambda, Place P) {
      flow().Captured[Lambda].push_back({std::move(P), {}});
      return *this;
    }
    /// What \p Lambda, written in it, has of its own.
    FunctionBuilder &givesAlong(SymbolId Lambda, TypeId Held) {
      flow().Captured[Lambda].push_back({{}, Held});
      return *this;
    }
    FunctionBuilder &overrides(SymbolId Method) {
      fact().Virtual = true;
      fact().Overrides.push_back(Method);
      return *this;
    }
    FunctionBuilder &parameter(llvm::StringRef Name, TypeId Type) {
      fact().Parameters.push_back({B.text(Name), Type});
      return *this;
    }
    FunctionBuilder &returns(TypeId T) {
      fact().Returns = T;
      return *this;
    }
    FunctionBuilder &returns(Place P) {
      flow().ReturnedPlaces.push_back(std::move(P));
      return *this;
    }
    FunctionBuilder &returns(ValueId V) {
      fact().ReturnedValues.push_back(V);
      return *this;
    }

    FunctionBuilder &returns(Callable C) {
      flow().Returned.push_back(C);
      return *this;
    }

    /// It has a body, which does this to objects that hold texts.
    FunctionBuilder &
    definedWith(std::vector<std::pair<ValueId, ValueId>> Changes) {
      fact().Definition = true;
      for (auto [Of, What] : Changes)
        fact().Changes.push_back({Of, What, B.here()});
      return *this;
    }

    /// The next access, call, ... stands on line \p Next.
    FunctionBuilder &line(uint32_t Next) {
      B.line(Next);
      return *this;
    }
    FunctionBuilder &accesses(AccessKind Kind, Place Target,
                              std::vector<Place> From = {},
                              ValueId Stored = {}) {
      Location At = B.here();
      if (Stored)
        fact().StoredTexts.push_back(
            {storedIn(Target), Stored,
             Target.Root == RootKind::This &&
                 fact().Kind == FunctionKind::Constructor,
             At});
      flow().Accesses.push_back({Kind, std::move(Target), std::move(From), At});
      return *this;
    }
    /// The pointer or reference \p To leads to \p From from here on.
    FunctionBuilder &binds(Place To, std::vector<Place> From) {
      flow().Bindings.push_back({std::move(To), std::move(From), B.here()});
      return *this;
    }
    /// The address of \p P goes to where nobody follows it.
    FunctionBuilder &escapes(Place P) {
      return uses(AddressUse::Escapes, std::move(P));
    }
    FunctionBuilder &handsOut(Place P) {
      return uses(AddressUse::Returned, std::move(P));
    }
    FunctionBuilder &uses(AddressUse How, Place P) {
      flow().Accesses.push_back({How, std::move(P), {}, B.here()});
      return *this;
    }
    FunctionBuilder &reads(Place P) {
      return accesses(AccessKind::Read, std::move(P));
    }
    FunctionBuilder &assigns(Place P) {
      return accesses(AccessKind::Assign, std::move(P));
    }
    FunctionBuilder &increments(Place P) {
      return accesses(AccessKind::Increment, std::move(P));
    }

    FunctionBuilder &calls(llvm::StringRef Name,
                           std::vector<GivenArgument> Args = {}) {
      return call(CallKind::Direct, Name, ReceiverUse::None, {},
                  std::move(Args));
    }
    FunctionBuilder &callsOn(Place Receiver, llvm::StringRef Name,
                             ReceiverUse Use = ReceiverUse::Mutating,
                             std::vector<GivenArgument> Args = {}) {
      return call(CallKind::Direct, Name, Use, {std::move(Receiver)},
                  std::move(Args));
    }
    FunctionBuilder &call(CallKind Kind, llvm::StringRef Name, ReceiverUse Use,
                          std::vector<Place> Receivers,
                          std::vector<GivenArgument> Args = {}) {
      Call &C = fact().Calls.emplace_back();
      C.Kind = Kind;
      C.Callee = C.CalleeName = B.text(Name);
      C.Loc = B.here();
      for (const GivenArgument &A : Args)
        C.Args.push_back(A.Symbolic);
      flow().Calls[static_cast<uint32_t>(fact().Calls.size() - 1)] = {
          std::move(Receivers), Use, std::move(Args), {}};
      return *this;
    }
    FunctionBuilder &callsVirtual(Place Receiver, llvm::StringRef Name,
                                  std::vector<GivenArgument> Args = {}) {
      return call(CallKind::Virtual, Name, ReceiverUse::Mutating,
                  {std::move(Receiver)}, std::move(Args));
    }
    /// Calls what one of \p Targets leads to.
    FunctionBuilder &callsThrough(std::vector<Callable> Targets,
                                  std::vector<GivenArgument> Args = {}) {
      call(CallKind::Indirect, "", ReceiverUse::None, {}, std::move(Args));
      flow().Calls[static_cast<uint32_t>(fact().Calls.size() - 1)].Targets =
          std::move(Targets);
      return *this;
    }
    /// The last call is of a function in a system header.
    FunctionBuilder &library() {
      fact().Calls.back().Library = true;
      return *this;
    }
    FunctionBuilder &role(CallRole Role) {
      fact().Calls.back().Role = Role;
      return *this;
    }
    /// A call of the library that serves, or that takes one request.
    FunctionBuilder &serves(CallRole How = CallRole::Serves) {
      return calls("serve").library().role(How);
    }
    FunctionBuilder &takes() {
      return calls("accept").library().role(CallRole::Receives);
    }

    /// Puts \p From where \p To keeps it.
    FunctionBuilder &keeps(Callable To, Callable From) {
      flow().Kept.push_back({To, From});
      return *this;
    }
    /// Hands \p Handlers to \p By of the library; a call of its own.
    FunctionBuilder &registers(llvm::StringRef By,
                               std::vector<Callable> Handlers,
                               ValueId Route = {},
                               llvm::StringRef Method = "") {
      calls(By).library();
      Registration &R = fact().Registrations.emplace_back();
      R.By = B.text(By);
      R.Method = B.text(Method);
      R.Route = Route;
      R.Loc = fact().Calls.back().Loc;
      flow().Handlers[fact().Registrations.size() - 1] = {std::move(Handlers),
                                                          {}};
      return *this;
    }
    FunctionBuilder &registers(EntryKind Kind, llvm::StringRef By,
                               Callable Handler) {
      registers(By, {Handler});
      fact().Registrations.back().Kind = Kind;
      return *this;
    }
    /// The last registration has run when control is behind \p Lines.
    FunctionBuilder &awaited(std::vector<uint32_t> Lines) {
      for (uint32_t Line : Lines)
        registration().Awaited.push_back({B.File, Line, 1});
      return *this;
    }
    /// Only a child process runs \p Lines.
    FunctionBuilder &ofChild(std::set<uint32_t> Lines) {
      B.ChildLines[fact().Symbol] = std::move(Lines);
      return *this;
    }
    /// It overrides \p Method of a framework, which calls it.
    FunctionBuilder &handlesAs(llvm::StringRef Method) {
      Registration &R = fact().Registrations.emplace_back();
      R.Override = true;
      R.By = B.text(Method);
      R.Loc = fact().Loc;
      fact().Virtual = fact().OverridesLibrary = true;
      return *this;
    }
    Registration &registration() { return fact().Registrations.back(); }
    /// What goes with the handlers of the last registration.
    FunctionBuilder &givesData(Place P) {
      flow().Handlers[fact().Registrations.size() - 1].Data.push_back(
          std::move(P));
      return *this;
    }
    WrittenFlow &flow() { return B.Flows[fact().Symbol]; }
    /// The field or variable that \p P is; nothing if only value flow knows.
    static SymbolId storedIn(const Place &P) {
      if (!P.Steps.empty())
        return P.Steps.back().Symbol;
      return P.Root == RootKind::Variable ? P.Symbol : SymbolId();
    }

    /// createdPlace(0) is the first object that it creates.
    FunctionBuilder &creates(TypeId Type) {
      flow().Created.push_back({Type, B.here()});
      return *this;
    }
    FunctionBuilder &operates(OperationKind Kind, llvm::StringRef Callee,
                              std::vector<NamedValue> Values) {
      Operation &O = fact().Operations.emplace_back();
      O.Kind = Kind;
      O.Callee = B.text(Callee);
      O.Values = std::move(Values);
      O.Loc = B.here();
      return *this;
    }
  };

  VariableBuilder variable(llvm::StringRef Name, TypeId Type) {
    return {*this, Name, Type};
  }
  ClassBuilder classType(llvm::StringRef Name) { return {*this, Name}; }
  FunctionBuilder function(llvm::StringRef Name) { return {*this, Name}; }

  /// \p Name is qualified ("app::Store::Items"); \p Owner is of this builder.
  FieldBuilder field(ClassBuilder &Owner, llvm::StringRef Name, TypeId Type) {
    FieldBuilder Result(*this, Name, Type, Owner);
    Owner.fact().Fields.push_back(Result);
    return Result;
  }
};

} // namespace stateless

#endif
