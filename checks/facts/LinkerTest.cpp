//===- LinkerTest.cpp - What link() promises ------------------------------===//
//
// Any order of units gives one program; what has one symbol is merged, bodies
// are united with their call indexes right, indexes and wholeness hold. It
// must not depend on the extractor or on any check.
//
//===----------------------------------------------------------------------===//
#include "facts/Linker.h"

#include "facts/Dump.h"
#include "facts/FactBuilder.h"
#include "facts/Serialization.h"
#include "llvm/Support/Error.h"
#include <gmock/gmock.h>

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

template <typename... Units> Program linked(Units... Each) {
  std::vector<TuFacts> All;
  (All.push_back(std::move(Each)), ...);
  return link(std::move(All));
}

/// A second copy of facts, which cannot be copied: they own their strings.
TuFacts copyOf(const TuFacts &Facts) {
  return llvm::cantFail(deserialize(serialize(Facts)));
}

std::string dumpOf(const Program &P) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  dumpProgram(P, OS);
  return Text;
}

template <typename T>
std::vector<std::string> names(const Program &P, llvm::ArrayRef<T> Entities) {
  std::vector<std::string> Result;
  for (const T &E : Entities)
    Result.push_back(P.text(E.QualifiedName).str());
  return Result;
}

std::vector<std::string> names(const Program &P,
                               llvm::ArrayRef<const Function *> Functions) {
  std::vector<std::string> Result;
  for (const Function *F : Functions)
    Result.push_back(P.text(F->QualifiedName).str());
  return Result;
}

std::vector<std::string> strings(const Program &P,
                                 const std::vector<StringId> &Ids) {
  std::vector<std::string> Result;
  for (StringId Id : Ids)
    Result.push_back(P.text(Id).str());
  return Result;
}

/// The callees of a function, by its calls.
std::vector<std::string> calls(const Program &P, llvm::StringRef Name) {
  std::vector<std::string> Result;
  for (const Call &C : P.function(P.find(Name))->Calls)
    Result.push_back(P.text(C.Callee).str());
  return Result;
}

//===-- Determinism -------------------------------------------------------===//

/// A unit with much of everything, some of it shared with its siblings.
TuFacts sibling(int Number) {
  std::string File = "/src/" + std::to_string(Number) + ".cpp";
  FactBuilder B(File);
  TypeId Int = B.type("int");
  // Siblings name things in different orders: their ids differ.
  if (Number % 2)
    B.record("std::vector", {Int});
  TypeId Map = B.record("std::map", {Int, B.pointer(Int)});
  B.variable("app::own" + std::to_string(Number), Int);
  B.variable("app::shared", Map).declared().annotated(File);
  B.function("app::run" + std::to_string(Number)).calls("app::inlined");
  B.file("/src/shared.h");
  auto Store = B.classType("app::Store");
  B.field(Store, "app::Store::Items", Map);
  B.function("app::inlined").calls("app::log").calls("app::log" + File);
  B.facts().Directives.push_back(
      {DirectiveKind::Line, {B.text("/src/shared.h"), 7, 1}, {}, false});
  B.facts().Problems.push_back({ProblemKind::Note, B.text(File), {}, {}});
  B.facts().Files.push_back({B.text("/src/shared.h"), Number == 2});
  return B.take();
}

TEST(Link, GivesOneProgramForAnyOrderOfUnits) {
  std::vector<int> Order = {1, 2, 3, 4};
  std::string First;
  do {
    std::vector<TuFacts> Units;
    for (int Number : Order)
      Units.push_back(sibling(Number));
    Program P = link(std::move(Units));
    std::string Text = dumpOf(P);
    for (uint32_t I = 0; I != P.strings().size(); ++I)
      Text += P.text({I}).str() + "\n";
    if (First.empty())
      First = Text;
    ASSERT_EQ(Text, First);
  } while (std::next_permutation(Order.begin(), Order.end()));
  EXPECT_NE(First.find("app::inlined"), std::string::npos);
}

TEST(Link, ATemplateGivesWayToWhatIsMadeOfIt) {
  FactBuilder A("/a.cpp");
  TypeId Int = A.type("int");
  A.function("f").fact().Open = true;
  A.variable("f::n", Int).localStatic(A.text("f"));
  A.function("f's lambda").lambdaIn(A.text("f"));
  A.function("g").fact().Open = true;
  FactBuilder B("/b.cpp");
  B.function("f<int>").fact().Pattern = B.text("f");
  B.variable("f<int>::n", B.type("int")).localStatic(B.text("f<int>"));
  for (bool Reversed : {false, true}) {
    Program P = Reversed ? linked(copyOf(B.facts()), copyOf(A.facts()))
                         : linked(copyOf(A.facts()), copyOf(B.facts()));
    EXPECT_THAT(names(P, P.functions()), ElementsAre("g", "f<int>"));
    EXPECT_THAT(names(P, P.variables()), ElementsAre("f<int>::n"));
    auto Bodies = P.bodies(P.find("f"));
    EXPECT_THAT(names(P, llvm::ArrayRef<const Function *>(Bodies)),
                ElementsAre("f<int>"));
    EXPECT_THAT(P.bodies(P.find("g")), testing::SizeIs(1));
    EXPECT_THAT(P.bodies({}), IsEmpty());
  }
}

TEST(Link, OrdersUnitsOfOneMainFileByContent) {
  auto Unit = [](llvm::StringRef Callee) {
    FactBuilder B("/a.cpp");
    B.function("f").calls(Callee);
    return B.take();
  };
  Program AB = linked(Unit("a"), Unit("b"));
  Program BA = linked(Unit("b"), Unit("a"));
  EXPECT_EQ(dumpOf(AB), dumpOf(BA));
  EXPECT_THAT(strings(AB, AB.mainFiles().vec()), ElementsAre("/a.cpp"));
  // Which comes first is the bytes' business; that it is one order is not.
  EXPECT_THAT(calls(AB, "f"), testing::UnorderedElementsAre("a", "b"));
}

TEST(Link, SortsByTextOfFileThenLineThenSymbol) {
  FactBuilder B("/z.cpp");
  TypeId Int = B.type("int");
  B.variable("z9", Int).at(9);
  B.variable("zb", Int).at(10);
  B.variable("za", Int).at(10);
  B.file("/a.h");
  B.variable("a1", Int).at(100);
  Program P = linked(B.take());
  EXPECT_THAT(names(P, P.variables()), ElementsAre("a1", "z9", "za", "zb"));
}

TEST(Link, OfNothingIsAnEmptyProgram) {
  Program P = link({}, {/*AllUnits=*/true});
  EXPECT_EQ(P.type({}).Kind, TypeKind::Unknown);
  EXPECT_EQ(P.value({}).Kind, ValueKind::Unknown);
  EXPECT_EQ(P.function(P.find("main")), nullptr);
  EXPECT_THAT(P.callers(P.find("main")), IsEmpty());
  EXPECT_FALSE(P.isWhole());
}

//===-- Merging -----------------------------------------------------------===//

TEST(Link, PutsADefinitionBeforeDeclarations) {
  FactBuilder A("/a.cpp");
  A.variable("v", A.type("int [0]")).declared().at(1).annotated("seen in a");
  FactBuilder B("/b.cpp");
  B.variable("v", B.type("int [3]")).at(5).annotated("seen in b");
  Program P = linked(A.take(), B.take());
  ASSERT_EQ(P.variables().size(), 1u);
  const Variable &V = *P.variable(P.find("v"));
  EXPECT_TRUE(V.Definition);
  EXPECT_EQ(P.text(V.Loc.File), "/b.cpp");
  EXPECT_EQ(V.Loc.Line, 5u);
  EXPECT_EQ(P.text(P.type(V.Type).Spelling), "int [3]");
  EXPECT_THAT(strings(P, V.Annotations), ElementsAre("seen in b", "seen in a"));
}

TEST(Link, KeepsTheSmallestLocationAmongEquals) {
  FactBuilder A("/a.cpp");
  A.variable("v", A.type("int")).declared().at(20);
  FactBuilder B("/b.cpp");
  B.file("/a.cpp");
  B.variable("v", B.type("int")).declared().at(9);
  Program P = linked(A.take(), B.take());
  ASSERT_EQ(P.variables().size(), 1u);
  EXPECT_EQ(P.variables()[0].Loc.Line, 9u);
}

TEST(Link, TakesTheInitialiserOfAnInClassDeclaration) {
  FactBuilder A("/a.cpp");
  TypeId Int = A.type("int");
  A.variable("C::N", Int).memberOf(A.text("C")).declared().init(A.integer(5));
  FactBuilder B("/b.cpp");
  B.variable("C::N", B.type("int")).memberOf(B.text("C"));
  Program P = linked(A.take(), B.take());
  ASSERT_EQ(P.variables().size(), 1u);
  EXPECT_EQ(P.value(P.variables()[0].Init).Number, 5);
}

TEST(Link, KeepsEntitiesWithoutASymbolApart) {
  FactBuilder A("/a.cpp");
  TypeId Int = A.type("int");
  A.variable("x", Int).fact().Symbol = {};
  A.variable("y", Int).fact().Symbol = {};
  Program P = linked(A.take());
  EXPECT_EQ(P.variables().size(), 2u);
  EXPECT_EQ(P.variable({}), nullptr);
}

TEST(Link, SharesEqualTypesAndValues) {
  auto Unit = [](const char *File, bool Extra) {
    FactBuilder B(File);
    if (Extra)
      B.type("char");
    TypeId Map = B.record("std::map", {B.pointer(B.type("int"))});
    B.variable(File, Map).init(
        B.value(ValueKind::Concat, {B.literal("/var"), B.literal("/x")}));
    return B.take();
  };
  Program P = linked(Unit("/a.cpp", false), Unit("/b.cpp", true));
  ASSERT_EQ(P.variables().size(), 2u);
  EXPECT_EQ(P.variables()[0].Type, P.variables()[1].Type);
  EXPECT_EQ(P.variables()[0].Init, P.variables()[1].Init);
  EXPECT_EQ(P.types().size(), 5u) << "unknown, int, int *, map, char";
  EXPECT_EQ(P.values().size(), 4u);
  EXPECT_EQ(valueText(P.variables()[1].Init, P.values(), P.strings()),
            "concat(\"/var\", \"/x\")");
  const Type &Map = P.type(P.variables()[1].Type);
  EXPECT_EQ(P.text(P.type(Map.Args[0]).Spelling), "int *");
}

TEST(Link, UnitesFieldsAndBasesOfAClass) {
  auto Unit = [](const char *File, const char *Field, const char *Base) {
    FactBuilder B(File);
    B.file("/c.h");
    auto C = B.classType("C").base(B.record(Base));
    B.field(C, "C::Common", B.type("int"));
    B.field(C, Field, B.type("int"));
    return B.take();
  };
  Program P =
      linked(Unit("/a.cpp", "C::X", "Base"), Unit("/b.cpp", "C::Y", "Base"),
             Unit("/d.cpp", "C::X", "Other"));
  ASSERT_EQ(P.classes().size(), 1u);
  EXPECT_THAT(strings(P, P.classes()[0].Fields),
              ElementsAre("C::Common", "C::X", "C::Y"));
  EXPECT_EQ(P.classes()[0].Bases.size(), 2u);
  EXPECT_EQ(P.fields().size(), 3u);
  EXPECT_EQ(P.classOf(P.classes()[0].Bases[0]), nullptr);
  EXPECT_EQ(P.classOf(P.find("C")), &P.classes()[0]);
}

TEST(Link, SortsAndDeduplicatesDirectivesProblemsAndFiles) {
  auto Unit = [](const char *File) {
    FactBuilder B(File);
    TuFacts &F = B.facts();
    Location Header = {B.text("/h.h"), 3, 1};
    F.Directives = {{DirectiveKind::Line, {B.text("/z.h"), 1, 1}, {}, false},
                    {DirectiveKind::End, Header, B.text("a"), true},
                    {DirectiveKind::Begin, Header, B.text("a"), true}};
    F.Problems = {{ProblemKind::Note, B.text("/z.cpp"), {}, B.text("x")},
                  {ProblemKind::Note, B.text("/b.cpp"), {}, B.text("x")}};
    F.Files = {{B.text("/h.h"), File == llvm::StringRef("/a.cpp")},
               {B.text("/sys.h"), true}};
    return B.take();
  };
  Program P = linked(Unit("/b.cpp"), Unit("/a.cpp"));
  ASSERT_EQ(P.directives().size(), 3u);
  EXPECT_EQ(P.directives()[0].Kind, DirectiveKind::Begin);
  EXPECT_EQ(P.directives()[1].Kind, DirectiveKind::End);
  EXPECT_EQ(P.text(P.directives()[2].Loc.File), "/z.h");
  ASSERT_EQ(P.problems().size(), 2u);
  EXPECT_EQ(P.text(P.problems()[0].File), "/b.cpp");
  ASSERT_EQ(P.files().size(), 2u);
  EXPECT_FALSE(P.files()[0].System) << "one unit calls it its own";
  EXPECT_TRUE(P.files()[1].System);
  EXPECT_THAT(strings(P, P.mainFiles().vec()), ElementsAre("/a.cpp", "/b.cpp"));
}

//===-- Function bodies ---------------------------------------------------===//

/// Unit \p File with the header function "f", whose body \p Body writes.
template <typename BodyWriter>
TuFacts withBody(const char *File, BodyWriter Body) {
  FactBuilder B(File);
  B.file("/f.h");
  auto F = B.function("f");
  Body(B, F);
  return B.take();
}

using Fn = FactBuilder::FunctionBuilder;

TEST(Link, KeepsAHeaderFunctionOnce) {
  // Twice the same call on one line is the extractor's affair.
  auto Body = [](FactBuilder &, Fn &F) {
    F.line(5).calls("a").line(5).calls("a");
  };
  Program P = linked(withBody("/a.cpp", Body), withBody("/b.cpp", Body));
  ASSERT_EQ(P.functions().size(), 1u);
  EXPECT_THAT(calls(P, "f"), ElementsAre("a", "a"));
}

TEST(Link, UnitesBodies) {
  auto First = [](FactBuilder &B, Fn &F) {
    F.line(5).calls("get").line(6).calls("use");
    F.line(7).operates(OperationKind::Write, "save",
                       {{ValueRole::Path, B.literal("/x")}});
  };
  auto Second = [](FactBuilder &B, Fn &F) {
    F.line(4).calls("only").line(5).calls("get").line(6).calls("use");
    F.line(6).calls("use", {FactBuilder::passes(B.literal("b"))});
    F.line(7).operates(OperationKind::Write, "save",
                       {{ValueRole::Path, B.literal("/x")}});
    F.line(7).operates(OperationKind::Write, "save",
                       {{ValueRole::Path, B.literal("/y")}});
  };
  Program P = linked(withBody("/a.cpp", First), withBody("/b.cpp", Second));
  ASSERT_EQ(P.functions().size(), 1u);
  EXPECT_THAT(calls(P, "f"), ElementsAre("get", "use", "only", "use"));
  EXPECT_EQ(P.functions()[0].Operations.size(), 2u);
  EXPECT_EQ(P.functions()[0].FlowBodies.size(), 2u);
  EXPECT_THAT(names(P, P.callers(P.find("use"))), ElementsAre("f"));
}

TEST(Link, UnitesManyBodies) {
  // 2,000 units give f one call each of their own among 50 common ones.
  std::vector<TuFacts> Units;
  for (int I = 0; I != 2000; ++I)
    Units.push_back(withBody(("/" + std::to_string(I) + ".cpp").c_str(),
                             [&](FactBuilder &, Fn &F) {
                               for (int C = 0; C != 50; ++C)
                                 F.line(10 + C).calls("common");
                               F.line(99).calls("own" + std::to_string(I));
                             }));
  Program P = link(std::move(Units));
  EXPECT_EQ(P.functions()[0].Calls.size(), 2050u);
}

//===-- Indexes -----------------------------------------------------------===//

TEST(Program, ListsCallersOnce) {
  FactBuilder B("/a.cpp");
  B.function("target");
  B.function("twice").calls("target").calls("target");
  B.function("once").calls("target");
  B.function("pointer").call(CallKind::Indirect, "target", ReceiverUse::None,
                             {FactBuilder::parameterPlace(0)});
  B.function("dispatch")
      .call(CallKind::Virtual, "target", ReceiverUse::Mutating,
            {FactBuilder::parameterPlace(0)});
  Program P = linked(B.take());
  EXPECT_THAT(names(P, P.callers(P.find("target"))),
              ElementsAre("twice", "once", "dispatch"));
  EXPECT_THAT(P.callers(P.find("once")), IsEmpty());
  EXPECT_THAT(P.callers({}), IsEmpty());
}

TEST(Program, ListsOverridersAndMethods) {
  FactBuilder B("/a.cpp");
  SymbolId Base = B.classType("Base"), Derived = B.classType("Derived");
  SymbolId Run = B.function("Base::run").method(Base);
  B.function("Derived::Derived").constructor(Derived);
  B.function("Derived::run").method(Derived).overrides(Run);
  B.function("(lambda)").kind(FunctionKind::Lambda, Derived);
  Program P = linked(B.take());
  EXPECT_THAT(names(P, P.overriders(P.find("Base::run"))),
              ElementsAre("Derived::run"));
  EXPECT_THAT(names(P, P.methods(P.find("Derived"))),
              ElementsAre("Derived::Derived", "Derived::run"));
}

TEST(Program, IndexesSurviveAMove) {
  FactBuilder B("/a.cpp");
  B.function("f").calls("g");
  Program P = linked(B.take());
  Program Moved = std::move(P);
  EXPECT_EQ(Moved.callers(Moved.find("g"))[0], &Moved.functions()[0]);
  EXPECT_EQ(Moved.text(Moved.functions()[0].Symbol), "f");
}

//===-- Wholeness ---------------------------------------------------------===//

bool isWhole(TuFacts Unit, bool AllUnits = true) {
  std::vector<TuFacts> Units;
  Units.push_back(std::move(Unit));
  return link(std::move(Units), {AllUnits}).isWhole();
}

TEST(Program, IsWholeWithEveryUnitAndAMain) {
  FactBuilder B("/a.cpp");
  B.function("main");
  B.facts().Problems.push_back({ProblemKind::Note, B.text("/a.cpp"), {}, {}});
  TuFacts Copy = copyOf(B.facts());
  EXPECT_TRUE(isWhole(B.take()));
  EXPECT_FALSE(isWhole(std::move(Copy), /*AllUnits=*/false));
}

TEST(Program, IsNotWholeAfterAnError) {
  FactBuilder B("/a.cpp");
  B.function("main");
  B.facts().Problems.push_back({ProblemKind::Error, B.text("/a.cpp"), {}, {}});
  EXPECT_FALSE(isWhole(B.take()));
}

TEST(Program, IsNotWholeWithoutADefinedMain) {
  FactBuilder None("/a.cpp"), Declared("/a.cpp"), Method("/a.cpp"),
      Scoped("/a.cpp");
  Declared.function("main").declared();
  Method.function("main").method(Method.text("App"));
  Scoped.function("app::main");
  EXPECT_FALSE(isWhole(None.take()));
  EXPECT_FALSE(isWhole(Declared.take()));
  EXPECT_FALSE(isWhole(Method.take()));
  EXPECT_FALSE(isWhole(Scoped.take()));
}

} // namespace
