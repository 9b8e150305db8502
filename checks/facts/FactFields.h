//===- FactFields.h - Every field of every fact, named once ----*- C++ -*-===//
//
// visitFields(Fact, V) calls V("Name", Field) for each field in a fixed order;
// visitMembers<Fact>(V) calls V("Name", &Fact::Field) without an object.
// Serialisation, remapping at link time and the dumps all go through here, so
// a new field is one line in Facts.h and one line below. It must not know what
// any visitor does.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_FACTFIELDS_H
#define STATELESS_FACTS_FACTFIELDS_H

#include "facts/Facts.h"
#include <concepts>
#include <type_traits>

namespace stateless {

template <typename T, typename... Us>
concept SameAsAny = (std::same_as<std::remove_const_t<T>, Us> || ...);

#define STATELESS_FIELDS(FACT, ...)                                            \
  template <std::same_as<FACT> Self, typename Visitor>                         \
  constexpr void visitMembers(Visitor &&V) {                                   \
    __VA_ARGS__                                                                \
  }
#define FIELD(NAME) V(#NAME, &Self::NAME);

// clang-format off
STATELESS_FIELDS(Location, FIELD(File) FIELD(Line) FIELD(Column))
STATELESS_FIELDS(Type, FIELD(Kind) FIELD(Const) FIELD(Volatile) FIELD(Atomic)
                 FIELD(PointerLike) FIELD(Holder) FIELD(ContainsAny) FIELD(Name)
                 FIELD(Spelling) FIELD(Symbol) FIELD(Args) FIELD(Contains) FIELD(Aliases))
STATELESS_FIELDS(Value, FIELD(Kind) FIELD(Index) FIELD(Number) FIELD(Text)
                 FIELD(Symbol) FIELD(Args) FIELD(Of) FIELD(First))
STATELESS_FIELDS(ConstEdit, FIELD(At) FIELD(Text) FIELD(Before) FIELD(Alone))
STATELESS_FIELDS(Variable, FIELD(Symbol) FIELD(Pattern) FIELD(Instance)
                 FIELD(Mangled) FIELD(Name)
                 FIELD(QualifiedName) FIELD(Type) FIELD(Loc) FIELD(Where)
                 FIELD(Link) FIELD(Definition) FIELD(Constexpr) FIELD(Constinit)
                 FIELD(ThreadLocal) FIELD(Inline) FIELD(Template)
                 FIELD(OfLibrary)
                 FIELD(ConstantInit) FIELD(Function) FIELD(Class)
                 FIELD(Init) FIELD(StaysMutable) FIELD(LentAsConst)
                 FIELD(ConstEdits) FIELD(Annotations))
STATELESS_FIELDS(Field, FIELD(Symbol) FIELD(Name) FIELD(QualifiedName)
                 FIELD(Class) FIELD(Type) FIELD(Loc) FIELD(Mutable) FIELD(Init)
                 FIELD(Annotations))
STATELESS_FIELDS(Class, FIELD(Symbol) FIELD(Name) FIELD(QualifiedName)
                 FIELD(Loc) FIELD(Template) FIELD(PrivateConstructors)
                 FIELD(NotCopyable) FIELD(Bases) FIELD(FarBases)
                 FIELD(Fields) FIELD(Mutators)
                 FIELD(Annotations))
STATELESS_FIELDS(StoredText, FIELD(Into) FIELD(Text) FIELD(Makes) FIELD(Loc))
STATELESS_FIELDS(Registration, FIELD(Kind) FIELD(Once) FIELD(Override) FIELD(By)
                 FIELD(Method) FIELD(Verb) FIELD(Route)
                 FIELD(Awaited) FIELD(Loc))
STATELESS_FIELDS(ObjectChange, FIELD(Of) FIELD(What) FIELD(Loc))
STATELESS_FIELDS(Loop, FIELD(Begin) FIELD(Parent) FIELD(Endless) FIELD(Left) FIELD(Options)
                 FIELD(Fresh))
STATELESS_FIELDS(ProgramPoint, FIELD(Loc) FIELD(Block) FIELD(Index)
                 FIELD(Loop))
STATELESS_FIELDS(BlockEdge, FIELD(From) FIELD(To))
STATELESS_FIELDS(LazyBlocks, FIELD(Guard) FIELD(At) FIELD(Test)
                 FIELD(Blocks) FIELD(Sure) FIELD(Keyed))
STATELESS_FIELDS(GuardedBlocks, FIELD(Parameter) FIELD(Number) FIELD(Equal)
                 FIELD(Blocks))
STATELESS_FIELDS(ControlFlow, FIELD(Points) FIELD(Edges) FIELD(OfChild)
                 FIELD(Lazy) FIELD(Guarded) FIELD(Handlers))
STATELESS_FIELDS(Call, FIELD(Kind) FIELD(Callee) FIELD(CalleeName)
                 FIELD(Role) FIELD(Library) FIELD(Object) FIELD(Args)
                 FIELD(Loc))
STATELESS_FIELDS(NamedValue, FIELD(Role) FIELD(Value) FIELD(Syntax))
STATELESS_FIELDS(Operation, FIELD(Kind) FIELD(Callee) FIELD(Values) FIELD(Loc)
                 FIELD(What) FIELD(Configured) FIELD(Folder) FIELD(Kept)
                 FIELD(Uses))
STATELESS_FIELDS(Parameter, FIELD(Name) FIELD(Type))
STATELESS_FIELDS(Function, FIELD(Symbol) FIELD(Pattern) FIELD(Name) FIELD(QualifiedName)
                 FIELD(Loc) FIELD(Kind) FIELD(Link) FIELD(Definition)
                 FIELD(Const) FIELD(Virtual)
                 FIELD(OverridesLibrary) FIELD(Template) FIELD(Open) FIELD(Inline)
                 FIELD(Weak) FIELD(Coroutine)
                 FIELD(Project) FIELD(Class) FIELD(ClassType) FIELD(Parent) FIELD(Returns)
                 FIELD(Parameters) FIELD(Overrides) FIELD(Loops) FIELD(Control)
                 FIELD(ReturnedValues) FIELD(Registrations)
                 FIELD(StoredTexts) FIELD(Changes) FIELD(Calls)
                 FIELD(Operations) FIELD(FlowBodies) FIELD(Data)
                 FIELD(Annotations))
STATELESS_FIELDS(Statement, FIELD(Kind) FIELD(A) FIELD(B) FIELD(Index)
                 FIELD(How) FIELD(Keys) FIELD(Virtual) FIELD(ReadOnly) FIELD(Symbol)
                 FIELD(Called)
                 FIELD(Type) FIELD(Loc))
STATELESS_FIELDS(FlowBody, FIELD(Statements))
STATELESS_FIELDS(Source, FIELD(Kind) FIELD(Index) FIELD(Symbol) FIELD(Part)
                 FIELD(Loc))
STATELESS_FIELDS(DataFlow, FIELD(Into) FIELD(Index) FIELD(Symbol) FIELD(Loc)
                 FIELD(From))
STATELESS_FIELDS(Directive, FIELD(Kind) FIELD(Loc) FIELD(Checks)
                 FIELD(HasChecks))
STATELESS_FIELDS(Problem, FIELD(Kind) FIELD(File) FIELD(Loc) FIELD(Text))
STATELESS_FIELDS(SourceFile, FIELD(Path) FIELD(System))
STATELESS_FIELDS(ConstCast, FIELD(Type))
STATELESS_FIELDS(NamedFunction, FIELD(Function) FIELD(In))
STATELESS_FIELDS(GivenClass, FIELD(Class) FIELD(Standard))
STATELESS_FIELDS(Mentions, FIELD(Kind) FIELD(File) FIELD(Names))
STATELESS_FIELDS(TuFacts, FIELD(MainFile) FIELD(Types) FIELD(Values)
                 FIELD(Variables) FIELD(Fields) FIELD(Classes) FIELD(Functions)
                 FIELD(Directives) FIELD(Problems) FIELD(Files)
                 FIELD(ConstCasts) FIELD(NamedFunctions) FIELD(GivenClasses)
                 FIELD(Unseen))
// clang-format on

#undef FIELD
#undef STATELESS_FIELDS

/// A fact struct, as opposed to an id, a number, an enum or a vector.
template <typename T>
concept Fact =
    SameAsAny<T, Location, Type, Value, ConstEdit, Variable, Field, Class,
              StoredText, Call, Registration, Loop, ProgramPoint, BlockEdge,
              LazyBlocks, GuardedBlocks, ControlFlow, ObjectChange, NamedValue,
              Operation, Parameter, Function, Statement, FlowBody, Source,
              DataFlow, Directive, Problem, SourceFile, ConstCast,
              NamedFunction, GivenClass, Mentions, TuFacts>;

template <typename Self, typename Visitor>
  requires Fact<std::remove_const_t<Self>>
void visitFields(Self &F, Visitor &&V) {
  visitMembers<std::remove_const_t<Self>>(
      [&](const char *Name, auto Member) { V(Name, F.*Member); });
}

/// What a field may be besides a fact, an enum, a bool or a number.
template <typename T> constexpr bool IsVector = false;
template <typename T> constexpr bool IsVector<std::vector<T>> = true;

template <typename T>
concept FactVector = IsVector<T>;
template <typename T>
concept FactEnum = std::is_enum_v<T>;
template <typename T>
concept FactId = SameAsAny<T, StringId, TypeId, ValueId>;

/// Calls \p Visit on everything inside of \p F, however deep, that is of one
/// of the \p Wanted types.
template <typename... Wanted, typename Self, typename Visitor>
void forEach(Self &F, Visitor &&Visit) {
  using T = std::remove_const_t<Self>;
  if constexpr (SameAsAny<T, Wanted...>)
    Visit(F);
  else if constexpr (FactVector<T>)
    for (auto &Item : F)
      forEach<Wanted...>(Item, Visit);
  else if constexpr (Fact<T>)
    visitFields(F, [&](const char *, auto &Member) {
      forEach<Wanted...>(Member, Visit);
    });
}

} // namespace stateless

#endif
