//===- PathValuesTest.cpp - Which texts a symbolic value can be -----------===//
//
// Pins how values are followed (constants, stores, calls, callers), what is
// told apart per caller, and that whatever is cut is unknown. It must not
// depend on the extractor or on what the texts are for.
//
//===----------------------------------------------------------------------===//
#include "analysis/PathValues.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class PathValuesTest : public FactsTest {
protected:
  void analyse(bool Whole = false) {
    freeze(Whole);
    Paths = &known().Paths;
  }

  /// "/tmp/x", "/tmp/..." if it goes on, "?" if unknown, "$" if configurable.
  static std::string shown(const KnownText &T) {
    if (T.Complete)
      return T.Prefix;
    std::string End = T.Configurable ? "$" : "?";
    return T.Prefix.empty() ? End : T.Prefix + "..." + End;
  }
  static std::vector<std::string> shown(const std::vector<KnownText> &All) {
    std::vector<std::string> Result;
    for (const KnownText &T : All)
      Result.push_back(shown(T));
    return Result;
  }

  /// Makes \p Id a path that "f" writes.
  void asks(ValueId Id) {
    B.function("f").operates(OperationKind::Write, "creat",
                             {{ValueRole::Path, Id}});
  }
  /// What is known of the path of "f".
  std::vector<std::string> texts() const {
    const Function &Fn = function("f");
    return shown(Paths->texts(Fn.Operations[0].Values[0].Value, Fn));
  }
  std::vector<std::string> textsOf(ValueId Id, bool Whole = false) {
    asks(Id);
    analyse(Whole);
    return texts();
  }

  /// "outer > inner: /a | r" for each case of the operation of \p Name.
  std::vector<std::string> cases(llvm::StringRef Name) const {
    const Function &Fn = function(Name);
    const Operation &O = Fn.Operations[0];
    std::vector<ValueId> Ids;
    for (const NamedValue &V : O.Values)
      Ids.push_back(V.Value);
    size_t Deciding = valuesOf(O, ValueRole::Path).size();
    std::vector<std::string> Result;
    for (const ValueCase &C : Paths->cases(Ids, Fn, Deciding)) {
      std::string Text;
      for (const ValueCase::Hop &Hop : C.Hops)
        Text += (program().text(Hop.Caller->QualifiedName) + " > ").str();
      for (size_t I = 0; I < C.Texts.size(); ++I)
        Text += (I ? " | " : "") + testing::PrintToString(shown(C.Texts[I]));
      Result.push_back(Text);
    }
    return Result;
  }
  FactBuilder::FunctionBuilder writer(llvm::StringRef Name, ValueId Path) {
    auto Result = B.function(Name);
    Result.operates(OperationKind::Write, "creat", {{ValueRole::Path, Path}});
    return Result;
  }

  ValueId text(llvm::StringRef Text) { return B.literal(Text); }
  ValueId concat(std::vector<ValueId> Args) {
    return B.value(ValueKind::Concat, std::move(Args));
  }
  ValueId join(std::vector<ValueId> Args) {
    return B.value(ValueKind::Join, std::move(Args));
  }
  ValueId valueOf(SymbolId Variable) {
    return B.value(ValueKind::Variable, {}, Variable);
  }
  ValueId resultOf(llvm::StringRef Function, std::vector<ValueId> Args = {}) {
    return B.value(ValueKind::CallResult, std::move(Args), B.text(Function));
  }

  ValueId parameterOf(SymbolId Function, uint32_t Index) {
    return B.value({ValueKind::Parameter, Index, 0, {}, Function, {}});
  }

  TypeId String = B.record("std::string");
  ValueId Unknown = B.value(ValueKind::Unknown);
  const PathValues *Paths = nullptr;
};

//===-- The algebra -------------------------------------------------------===//

TEST_F(PathValuesTest, LiteralsAreWhole) {
  EXPECT_THAT(textsOf(text("/a")), ElementsAre("/a"));
}
TEST_F(PathValuesTest, IntegersAreDecimal) {
  EXPECT_THAT(textsOf(B.integer(-577)), ElementsAre("-577"));
}
TEST_F(PathValuesTest, NothingIsUnknown) {
  EXPECT_THAT(textsOf({}), ElementsAre("?"));
}

TEST_F(PathValuesTest, ConcatenationEndsWhereItIsUnknown) {
  EXPECT_THAT(textsOf(concat({text("/a"), text("/b"), Unknown, text("/c")})),
              ElementsAre("/a/b...?"));
}
TEST_F(PathValuesTest, ConcatenationWithAnUnknownStartIsUnknown) {
  EXPECT_THAT(textsOf(concat({Unknown, text("/b")})), ElementsAre("?"));
}

TEST_F(PathValuesTest, JoinSeparatesOnce) {
  EXPECT_THAT(textsOf(join({text("/a/"), text("b"), text("c")})),
              ElementsAre("/a/b/c"));
}
TEST_F(PathValuesTest, JoinStartsAnewAtAnAbsolutePart) {
  EXPECT_THAT(textsOf(join({text("/tmp"), text("/etc"), text("x")})),
              ElementsAre("/etc/x"));
}
TEST_F(PathValuesTest, JoinForgetsAnUnknownStartAtAnAbsolutePart) {
  EXPECT_THAT(textsOf(join({Unknown, text("/etc/x")})), ElementsAre("/etc/x"));
}
TEST_F(PathValuesTest, JoinOfARelativePartToAnUnknownStartIsUnknown) {
  EXPECT_THAT(textsOf(join({Unknown, text("x")})), ElementsAre("?"));
}
TEST_F(PathValuesTest, JoinOfAnEmptyStartIsRelative) {
  EXPECT_THAT(textsOf(join({text(""), text("x")})), ElementsAre("x"));
}

TEST_F(PathValuesTest, ChoicesMultiplyAndDoNotRepeat) {
  ValueId Directory = B.value(ValueKind::Choice, {text("/a"), text("/b")});
  ValueId File = B.value(ValueKind::Choice, {text("/x"), Unknown, text("/x")});
  EXPECT_THAT(textsOf(concat({Directory, File})),
              UnorderedElementsAre("/a/x", "/a...?", "/b/x", "/b...?"));
}

TEST_F(PathValuesTest, FlagsAreOredWhereAllAreNumbers) {
  auto Or = [&](ValueId A, ValueId Other) {
    return B.value(ValueKind::BitOr, {A, Other});
  };
  ValueId Known = Or(B.value(ValueKind::Choice, {B.integer(1), B.integer(2)}),
                     Or(B.integer(64), B.integer(2)));
  EXPECT_THAT(
      textsOf(B.value(ValueKind::Choice, {Known, Or(B.integer(1), Unknown),
                                          Or(B.integer(1), text("x"))})),
      UnorderedElementsAre("67", "66", "?"));
}

TEST_F(PathValuesTest, TooManyAnswersLeaveAnUnknownOne) {
  std::vector<ValueId> Many;
  for (char C = 'a'; C <= 'z'; ++C)
    Many.push_back(text(std::string("/") + C));
  ValueId Choice = B.value(ValueKind::Choice, Many);
  std::vector<std::string> Answers = textsOf(concat({Choice, Choice}));
  EXPECT_THAT(Answers, SizeIs(testing::Le(9)));
  EXPECT_THAT(Answers, Contains("/a/a"));
  EXPECT_THAT(Answers, Contains("?"));
}

TEST_F(PathValuesTest, WhatIsTooDeepIsUnknown) {
  ValueId Deep = text("/x");
  for (int I = 0; I < 100; ++I)
    Deep = B.value(ValueKind::Choice, {Deep});
  EXPECT_THAT(textsOf(Deep), ElementsAre("?"));
}

TEST_F(PathValuesTest, SharedPartsOfAValueDoNotMultiplyTheWork) {
  // Written out, the value has 3^20 parts.
  ValueId Wide = B.parameterValue(0);
  for (int I = 0; I < 20; ++I)
    Wide = B.value(ValueKind::Choice, {Wide, concat({Wide}), Wide});
  writer("f", Wide);
  analyse();
  EXPECT_THAT(texts(), Contains("?"));
  EXPECT_THAT(cases("f"), SizeIs(1));
}

//===-- Where texts come from outside -------------------------------------===//

TEST_F(PathValuesTest, TheDeployerDecidesEnvironmentAndCommandLine) {
  EXPECT_THAT(textsOf(concat({B.environment("DATA_DIR"), text("/x")})),
              ElementsAre("$"));
}
TEST_F(PathValuesTest, ACommandLineArgumentIsConfigurable) {
  EXPECT_THAT(textsOf(concat({text("/var/"), B.value(ValueKind::CommandLine)})),
              ElementsAre("/var/...$"));
}
TEST_F(PathValuesTest, TemporaryDirectoriesAreKnown) {
  EXPECT_THAT(textsOf(join({B.value(ValueKind::TempDirectory), text("x")})),
              ElementsAre("/tmp/x"));
}

//===-- Variables and fields ----------------------------------------------===//

TEST_F(PathValuesTest, AVariableIsItsInitialiser) {
  auto V = B.variable("v", String).init(text("/a"));
  EXPECT_THAT(textsOf(valueOf(V)), ElementsAre("/a"));
}

TEST_F(PathValuesTest, AVariableOfAnotherUnitIsUnknown) {
  auto V = B.variable("v", String).declared();
  EXPECT_THAT(textsOf(B.value(ValueKind::Choice,
                              {valueOf(V), valueOf(B.text("nowhere"))})),
              ElementsAre("?"));
}

TEST_F(PathValuesTest, AssignmentsAddTexts) {
  auto V = B.variable("v", String).init(text("/a"));
  B.function("set").accesses(AccessKind::Assign, V, {}, text("/b"));
  EXPECT_THAT(textsOf(valueOf(V)), UnorderedElementsAre("/a", "/b"));
}

TEST_F(PathValuesTest, AssignmentsThroughAnAccessorAddTexts) {
  auto V = B.variable("v", String).init(text("/a"));
  B.function("path").returns(Place(V));
  B.function("set").calls("path").accesses(AccessKind::Assign,
                                           F::resultPlace(0), {}, text("/b"));
  EXPECT_THAT(textsOf(valueOf(V)), UnorderedElementsAre("/a", "/b"));
}

TEST_F(PathValuesTest, AnyOtherWriteMakesTheTextUnknown) {
  auto V = B.variable("v", String).init(text("/a"));
  B.function("set")
      .callsOn(V, "std::string::append", ReceiverUse::Mutating,
               {F::passes(text("b"))})
      .library();
  EXPECT_THAT(textsOf(valueOf(V)), UnorderedElementsAre("/a", "?"));
}

TEST_F(PathValuesTest, AnEmptyTextIsUnknownIfSomethingMayGiveOne) {
  auto Empty = B.variable("empty", String).init(text(""));
  auto Given = B.variable("given", String).init(text("/a"));
  auto Never = B.variable("never", String).init(text(""));
  B.function("lend").escapes(Empty).escapes(Given);
  B.function("f").operates(OperationKind::Write, "creat",
                           {{ValueRole::Path, valueOf(Empty)},
                            {ValueRole::Path, valueOf(Given)},
                            {ValueRole::Path, valueOf(Never)}});
  analyse();
  const Function &Fn = function("f");
  auto Told = [&](size_t I) {
    return shown(Paths->texts(Fn.Operations[0].Values[I].Value, Fn));
  };
  EXPECT_THAT(Told(0), ElementsAre("", "?"));
  EXPECT_THAT(Told(1), ElementsAre("/a"));
  EXPECT_THAT(Told(2), ElementsAre(""));
}
TEST_F(PathValuesTest, AWriteOfOneCharacterMakesTheTextUnknown) {
  auto V = B.variable("v", B.array(Int)).init(text("/tmp/x"));
  B.function("set").accesses(AccessKind::Assign, element(V), {}, text("e"));
  EXPECT_THAT(textsOf(valueOf(V)), UnorderedElementsAre("/tmp/x", "?"));
}

TEST_F(PathValuesTest, AVariableThatIsMadeOfItselfEnds) {
  auto V = B.variable("v", String).init(text("/a"));
  B.function("grow").accesses(AccessKind::Assign, V, {},
                              concat({valueOf(V), text("/b")}));
  EXPECT_THAT(textsOf(valueOf(V)), UnorderedElementsAre("/a", "?"));
}

TEST_F(PathValuesTest, TwoVariablesThatAreMadeOfEachOtherEnd) {
  auto V = B.variable("v", String), W = B.variable("w", String);
  V.init(valueOf(W));
  W.init(valueOf(V));
  EXPECT_THAT(textsOf(valueOf(V)), ElementsAre("?"));
}

TEST_F(PathValuesTest, AParameterInAnInitialiserIsThatOfTheFunctionAround) {
  auto Global = B.variable("global", String).init(B.parameterValue(0));
  SymbolId Open = B.function("open");
  auto Local =
      B.variable("local", String).localStatic(Open).init(B.parameterValue(0));
  B.function("main").calls("open", {F::passes(text("/a"))});
  EXPECT_THAT(
      textsOf(B.value(ValueKind::Choice, {valueOf(Local), valueOf(Global)})),
      ElementsAre("/a", "?"));
}

TEST_F(PathValuesTest, AFieldIsWhatConstructorsAndSettersStore) {
  auto Box = B.classType("Box");
  auto Path = B.field(Box, "Box::path", String);
  Place Own = F::fieldOf(F::thisPlace(), Path);
  B.function("Box::Box")
      .constructor(Box)
      .accesses(AccessKind::Assign, Own, {},
                concat({B.parameterValue(0), text("/x")}));
  B.function("Box::reset")
      .method(Box)
      .accesses(AccessKind::Assign, Own, {}, text("/reset"));
  B.function("main").call(CallKind::Constructor, "Box::Box", ReceiverUse::None,
                          {}, {F::passes(text("/a"))});
  EXPECT_THAT(textsOf(B.value(ValueKind::Field, {}, Path)),
              UnorderedElementsAre("/a/x", "/reset"));
}

TEST_F(PathValuesTest, AFieldIsWhatAggregatesAreGiven) {
  auto Box = B.classType("Box");
  auto Path = B.field(Box, "Box::path", String);
  B.function("main").fact().StoredTexts = {
      {Path, text("/a"), true, {B.text("/src/a.cpp"), 7, 1}},
      {Path, text("/b"), true, {B.text("/src/a.cpp"), 8, 1}}};
  EXPECT_THAT(textsOf(B.value(ValueKind::Field, {}, Path)),
              UnorderedElementsAre("/a", "/b"));
}

TEST_F(PathValuesTest, AFieldWithADefaultIsThatToo) {
  auto Box = B.classType("Box");
  auto Path = B.field(Box, "Box::path", String).init(text("/default"));
  auto Bare = B.field(Box, "Box::bare", String);
  B.function("Box::Box")
      .constructor(Box)
      .accesses(AccessKind::Assign, F::fieldOf(F::thisPlace(), Path), {},
                text("/own"));
  EXPECT_THAT(textsOf(B.value(ValueKind::Choice,
                              {B.value(ValueKind::Field, {}, Path),
                               B.value(ValueKind::Field, {}, Bare)})),
              UnorderedElementsAre("/default", "/own", "?"));
}

//===-- Parts of texts, settings ------------------------------------------===//

class BehindTest : public PathValuesTest {
protected:
  /// What is known of what follows one of \p Keys in \p Text.
  std::vector<std::string> behind(ValueId Text,
                                  std::vector<const char *> Keys) {
    std::vector<ValueId> Args{Text};
    for (const char *Key : Keys)
      Args.push_back(text(Key));
    return textsOf(B.value(ValueKind::Behind, Args));
  }
};

TEST_F(BehindTest, EndsAtABlank) {
  EXPECT_THAT(behind(text("mode=ro db=/a/b timeout=2"), {"db="}),
              ElementsAre("/a/b"));
}
TEST_F(BehindTest, MayBeQuoted) {
  EXPECT_THAT(behind(text("db='/a b' x=1"), {"db="}), ElementsAre("/a b"));
}
TEST_F(BehindTest, GoesOnWhereTheTextDoes) {
  EXPECT_THAT(behind(concat({text("db=/a/"), B.environment("DB")}), {"db="}),
              ElementsAre("/a/...$"));
}
TEST_F(BehindTest, IsSettledWhereSomethingFollows) {
  EXPECT_THAT(
      behind(concat({text("db=/a mode="), B.environment("MODE")}), {"db="}),
      ElementsAre("/a"));
}
TEST_F(BehindTest, IsNothingWithoutTheKey) {
  EXPECT_THAT(behind(text("host=a udb=/b"), {"db="}), ElementsAre(""));
}
TEST_F(BehindTest, IsUnknownWhereTheKeyMayFollow) {
  EXPECT_THAT(behind(B.environment("DB"), {"db="}), ElementsAre("$"));
}
TEST_F(BehindTest, TakesTheFirstKeyThatIsThere) {
  EXPECT_THAT(behind(text("sqlite3://dbname=/a"), {"dbname=", "://"}),
              ElementsAre("/a"));
}
TEST_F(BehindTest, AStarIsATextWithoutKeys) {
  EXPECT_THAT(behind(text("/a b"), {"db=", "*"}), ElementsAre("/a b"));
}
TEST_F(BehindTest, AStarIsNoTextWithKeys) {
  EXPECT_THAT(behind(text("host=/a"), {"db=", "*"}), ElementsAre(""));
}

TEST_F(PathValuesTest, ASettingIsItsDefaultIfNothingSetsIt) {
  ValueId Id = B.value(ValueKind::Setting, {text("up")}, B.text("setting u"));
  B.function("main");
  EXPECT_THAT(textsOf(Id, /*Whole=*/true), ElementsAre("up"));
}

TEST_F(PathValuesTest, ASettingThatOthersMaySetIsConfigurable) {
  ValueId Id = B.value(ValueKind::Setting, {text("up")}, B.text("setting u"));
  EXPECT_THAT(textsOf(Id), ElementsAre("$"));
}

TEST_F(PathValuesTest, ASettingIsWhatItIsGiven) {
  B.function("main").fact().StoredTexts = {
      {B.text("setting u"), text("/a"), false, {B.text("/src/a.cpp"), 7, 1}},
      {B.text("setting u"),
       B.value(ValueKind::CommandLine),
       false,
       {B.text("/src/a.cpp"), 8, 1}},
      {B.text("setting v"), text("/v"), false, {B.text("/src/a.cpp"), 9, 1}}};
  ValueId Id = B.value(ValueKind::Setting, {text("up")}, B.text("setting u"));
  EXPECT_THAT(textsOf(Id), UnorderedElementsAre("/a", "$"));
}

//===-- Objects that hold texts -------------------------------------------===//

/// A class Box with a constructor that puts its argument into Path.
class ObjectTextsTest : public PathValuesTest {
protected:
  FactBuilder::ClassBuilder Box = B.classType("Box");
  SymbolId Path = B.field(Box, "Box::path", String);
  SymbolId Make =
      B.function("Box::Box")
          .constructor(Box)
          .definedWith({{thisValue(), given(Path, B.parameterValue(0))}});

  ValueId thisValue() { return B.value(ValueKind::This); }
  ValueId given(SymbolId Field, ValueId What, bool First = true) {
    Value V;
    V.Kind = ValueKind::Given;
    V.Symbol = Field;
    V.Args = {What};
    V.First = First;
    return B.value(V);
  }
  ValueId made(llvm::StringRef Text) {
    return B.value(ValueKind::Made, {text(Text)}, Make);
  }
  ValueId fieldOf(ValueId Object) {
    Value V;
    V.Kind = ValueKind::Field;
    V.Symbol = Path;
    V.Of = Object;
    return B.value(V);
  }
  ValueId changed(ValueId Object, ValueId What) {
    return B.value(ValueKind::Changed, {Object, What});
  }
};

TEST_F(ObjectTextsTest, AnObjectHoldsWhatItWasMadeOf) {
  made("/other");
  EXPECT_THAT(textsOf(fieldOf(made("/mine"))), ElementsAre("/mine"));
}

TEST_F(ObjectTextsTest, WhatItIsGivenFirstTakesThePlaceOfThat) {
  EXPECT_THAT(
      textsOf(fieldOf(changed(made("/a"), given(Path, text("/b"), true)))),
      ElementsAre("/b"));
}

TEST_F(ObjectTextsTest, WhatItIsGivenLaterIsAddedToThat) {
  EXPECT_THAT(
      textsOf(fieldOf(changed(made("/a"), given(Path, text("/b"), false)))),
      UnorderedElementsAre("/a", "/b"));
}

TEST_F(ObjectTextsTest, AMethodThatIsCalledOnItChangesIt) {
  SymbolId Set =
      B.function("Box::set")
          .method(Box)
          .definedWith({{thisValue(), given(Path, B.parameterValue(0))}});
  Value Call;
  Call.Kind = ValueKind::CallResult;
  Call.Symbol = Set;
  Call.Args = {text("/set")};
  Call.First = true;
  EXPECT_THAT(textsOf(fieldOf(changed(made("/a"), B.value(Call)))),
              ElementsAre("/set"));
}

TEST_F(ObjectTextsTest, WhoMayChangeItOutOfSightMayStoreWhatAnybodyStores) {
  B.function("Box::reset")
      .method(Box)
      .accesses(AccessKind::Assign, F::fieldOf(F::thisPlace(), Path), {},
                text("/reset"));
  EXPECT_THAT(textsOf(fieldOf(changed(made("/a"), ValueId{}))),
              UnorderedElementsAre("/a", "/reset"));
}

TEST_F(ObjectTextsTest, AnUnknownObjectHoldsWhatAnyIsGiven) {
  B.function("Box::reset")
      .method(Box)
      .accesses(AccessKind::Assign, F::fieldOf(F::thisPlace(), Path), {},
                text("/reset"))
      .accesses(AccessKind::Assign, F::fieldOf(F::thisPlace(), Path), {},
                text("/again"));
  EXPECT_THAT(textsOf(fieldOf(ValueId{})),
              UnorderedElementsAre("/reset", "/again"));
}

//===-- Results -----------------------------------------------------------===//

TEST_F(PathValuesTest, AResultIsWhatIsReturnedForTheArguments) {
  B.function("below").returns(
      concat({B.parameterValue(1), text("/"), B.parameterValue(0)}));
  EXPECT_THAT(textsOf(resultOf("below", {text("x"), text("/a")})),
              ElementsAre("/a/x"));
}

TEST_F(PathValuesTest, ACallWithinACallsArgumentsIsNoRecursion) {
  B.function("below").returns(join({B.parameterValue(0), B.parameterValue(1)}));
  EXPECT_THAT(
      textsOf(resultOf(
          "below", {resultOf("below", {text("/a"), text("b")}), text("c")})),
      ElementsAre("/a/b/c"));
}

TEST_F(PathValuesTest, RecursionThroughResultsIsUnknown) {
  B.function("up")
      .returns(text("/a"))
      .returns(concat({resultOf("down", {B.parameterValue(0)}), text("/b")}));
  B.function("down").returns(resultOf("up", {B.parameterValue(0)}));
  EXPECT_THAT(textsOf(resultOf("up", {text("/x")})),
              UnorderedElementsAre("/a", "?"));
}

TEST_F(PathValuesTest, AResultWithoutABodyOrAValueIsUnknown) {
  B.function("gone").declared();
  B.function("silent");
  B.function("short").returns(B.parameterValue(3));
  EXPECT_THAT(
      textsOf(B.value(ValueKind::Choice,
                      {resultOf("gone"), resultOf("silent"),
                       resultOf("short", {text("/a")}), resultOf("nowhere")})),
      ElementsAre("?"));
}

TEST_F(PathValuesTest, AVirtualResultIsThatOfAnyOverrider) {
  SymbolId Base = B.function("Base::dir").returns(text("/tmp"));
  SymbolId Middle = B.function("Middle::dir").overrides(Base).declared();
  B.function("Leaf::dir").overrides(Middle).returns(text("/var/lib"));
  EXPECT_THAT(textsOf(resultOf("Base::dir")),
              UnorderedElementsAre("/tmp", "/var/lib"));
}

TEST_F(PathValuesTest, APureMethodIsItsOverridersOnlyInAWholeProgram) {
  SymbolId Base = B.function("Base::dir").declared();
  B.function("Leaf::dir").overrides(Base).returns(text("/var/lib"));
  B.function("main");
  EXPECT_THAT(textsOf(resultOf("Base::dir"), /*Whole=*/true),
              ElementsAre("/var/lib"));
}

TEST_F(PathValuesTest, ADeclaredMethodMayHaveABodyOutOfSight) {
  SymbolId Base = B.function("Base::dir").declared();
  B.function("Leaf::dir").overrides(Base).returns(text("/var/lib"));
  EXPECT_THAT(textsOf(resultOf("Base::dir")),
              UnorderedElementsAre("?", "/var/lib"));
}

//===-- Parameters and cases ----------------------------------------------===//

TEST_F(PathValuesTest, TextsUniteWhatAllCallersPass) {
  writer("f", B.parameterValue(0));
  B.function("one").calls("f", {F::passes(text("/a"))});
  B.function("two").calls("f", {F::passes(text("/b"))}).calls("f");
  analyse();
  EXPECT_THAT(texts(), UnorderedElementsAre("/a", "/b", "?"));
}

TEST_F(PathValuesTest, AFunctionThatDecidesItselfHasNoHops) {
  writer("f", text("/a"));
  B.function("main").calls("f", {F::passes(text("/b"))});
  analyse();
  EXPECT_THAT(cases("f"), ElementsAre("{ \"/a\" }"));
}

TEST_F(PathValuesTest, EveryCallOfAWrapperIsACase) {
  writer("f", concat({B.parameterValue(0), text(".log")}));
  B.function("one")
      .calls("f", {F::passes(text("/a"))})
      .calls("f", {F::passes(text("/b"))});
  B.function("two").calls("f", {F::passes(text("/c"))});
  analyse();
  EXPECT_THAT(cases("f"), UnorderedElementsAre("one > { \"/a.log\" }",
                                               "one > { \"/b.log\" }",
                                               "two > { \"/c.log\" }"));
}

TEST_F(PathValuesTest, AChainOfWrappersEndsWithWhoDecides) {
  writer("inner", B.parameterValue(0));
  B.function("middle").calls(
      "inner", {F::passes(join({B.parameterValue(1), text("x")}))});
  B.function("outer").calls("middle",
                            {F::passes(text("/no")), F::passes(text("/a"))});
  B.function("main").calls("outer", {F::passes(text("/never"))});
  analyse();
  EXPECT_THAT(cases("inner"), ElementsAre("outer > middle > { \"/a/x\" }"));
}

TEST_F(PathValuesTest, ALongChainIsFollowedButNotWalked) {
  writer("w0", B.parameterValue(0));
  for (int I = 1; I < 9; ++I)
    B.function("w" + std::to_string(I))
        .calls("w" + std::to_string(I - 1),
               {F::passes(concat({B.parameterValue(0), text("/x")}))});
  B.function("main").calls("w8", {F::passes(text("/a"))});
  analyse();
  EXPECT_THAT(cases("w0"), ElementsAre("w4 > w3 > w2 > w1 > "
                                       "{ \"/a/x/x/x/x/x/x/x/x\" }"));
}

TEST_F(PathValuesTest, AWrapperThatNobodyCallsIsUnknown) {
  writer("f", concat({text("/a/"), B.parameterValue(0)}));
  analyse();
  EXPECT_THAT(cases("f"), ElementsAre("{ \"/a/...?\" }"));
}

TEST_F(PathValuesTest, WhoSaysEnoughDecides) {
  writer("f", concat({text("/a/"), B.parameterValue(0)}));
  B.function("main").calls("f", {F::passes(text("x"))});
  analyse();
  const Function &Fn = function("f");
  std::vector<ValueCase> All = Paths->cases(
      {Fn.Operations[0].Values[0].Value}, Fn, 1, [](const KnownText &T) {
        return llvm::StringRef(T.Prefix).starts_with("/a/");
      });
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_THAT(All[0].Hops, IsEmpty());
  EXPECT_THAT(shown(All[0].Texts[0]), ElementsAre("/a/x"));
  EXPECT_THAT(cases("f"), ElementsAre("main > { \"/a/x\" }"));
}

TEST_F(PathValuesTest, AMissingArgumentIsUnknown) {
  writer("f", B.parameterValue(1));
  B.function("main").calls("f", {F::passes(text("/a"))});
  analyse();
  EXPECT_THAT(cases("f"), ElementsAre("{ \"?\" }"));
}

TEST_F(PathValuesTest, TheModeIsToldPerCallerWithoutBlamingIt) {
  B.function("f").operates(
      OperationKind::Open, "fopen",
      {{ValueRole::Path, text("/a")},
       {ValueRole::Mode, B.parameterValue(0), ModeSyntax::Stdio}});
  B.function("reader").calls("f", {F::passes(text("r"))});
  B.function("writer").calls("f", {F::passes(text("w"))});
  analyse();
  EXPECT_THAT(cases("f"), UnorderedElementsAre("{ \"/a\" } | { \"r\" }",
                                               "{ \"/a\" } | { \"w\" }"));
}

TEST_F(PathValuesTest, PathAndModeOfOneCallStayTogether) {
  B.function("f").operates(
      OperationKind::Open, "fopen",
      {{ValueRole::Path, B.parameterValue(0)},
       {ValueRole::Mode, B.parameterValue(1), ModeSyntax::Stdio}});
  B.function("reader").calls("f",
                             {F::passes(text("/r")), F::passes(text("r"))});
  B.function("middle").calls(
      "f", {F::passes(text("/m")), F::passes(B.parameterValue(0))});
  B.function("main").calls("middle", {F::passes(text("w"))});
  analyse();
  // The path is middle's to answer for; only the mode comes from main.
  EXPECT_THAT(cases("f"),
              UnorderedElementsAre("reader > { \"/r\" } | { \"r\" }",
                                   "middle > { \"/m\" } | { \"w\" }"));
}

TEST_F(PathValuesTest, ARecursiveWrapperKeepsItsOuterCallers) {
  writer("f", B.parameterValue(0)).calls("f", {F::passes(B.parameterValue(0))});
  B.function("main").calls("f", {F::passes(text("/a"))});
  analyse();
  EXPECT_THAT(cases("f"), ElementsAre("main > { \"/a\" }"));
}

TEST_F(PathValuesTest, WrappersThatOnlyCallEachOtherAreUnknown) {
  writer("f", B.parameterValue(0)).calls("g", {F::passes(B.parameterValue(0))});
  B.function("g").calls("f", {F::passes(B.parameterValue(0))});
  analyse();
  EXPECT_THAT(cases("f"), ElementsAre("g > { \"?\" }"));
  EXPECT_THAT(texts(), ElementsAre("?"));
}

TEST_F(PathValuesTest, TooManyCallersAreUnknownNotLeftOut) {
  writer("f", B.parameterValue(0));
  for (int I = 0; I < 40; ++I)
    B.function("caller" + std::to_string(I))
        .calls("f", {F::passes(text("/a"))});
  analyse();
  EXPECT_THAT(cases("f"), ElementsAre("{ \"?\" }"));
}

TEST_F(PathValuesTest, ManyWaysThroughLayersOfWrappersEnd) {
  // 5 functions on each of 14 layers, each calls all of the next: 5^14 ways.
  auto Name = [](int Layer, int I) {
    return "l" + std::to_string(Layer) + "_" + std::to_string(I);
  };
  writer("f", B.parameterValue(0));
  for (int Layer = 0; Layer < 14; ++Layer)
    for (int I = 0; I < 5; ++I) {
      auto Fn = B.function(Name(Layer, I));
      for (int Next = 0; Next < 5; ++Next)
        Fn.calls(Layer ? Name(Layer - 1, Next) : "f",
                 {F::passes(concat({B.parameterValue(0), text("/x")}))});
    }
  analyse();
  std::vector<std::string> All = cases("f");
  EXPECT_THAT(All, SizeIs(testing::Ge(25)));
  EXPECT_THAT(All, SizeIs(testing::Lt(1000)));
}

TEST_F(PathValuesTest, CallsOfABaseReachAnOverriddenWrapper) {
  SymbolId Base = B.function("Base::save").declared();
  SymbolId Middle = B.function("Middle::save").overrides(Base).declared();
  writer("Leaf::save", B.parameterValue(0)).overrides(Middle);
  B.function("direct").callsOn(F::parameterPlace(0), "Leaf::save",
                               ReceiverUse::Mutating, {F::passes(text("/a"))});
  B.function("dispatched")
      .callsVirtual(F::parameterPlace(0), "Base::save",
                    {F::passes(text("/b"))});
  B.function("not dispatched")
      .callsOn(F::parameterPlace(0), "Base::save", ReceiverUse::Mutating,
               {F::passes(text("/c"))});
  analyse();
  EXPECT_THAT(
      cases("Leaf::save"),
      UnorderedElementsAre("direct > { \"/a\" }", "dispatched > { \"/b\" }"));
}

//===-- Lambdas -----------------------------------------------------------===//

TEST_F(PathValuesTest, AParameterAroundALambdaIsWhatCallersPass) {
  SymbolId Around = B.function("around");
  writer("f", concat({parameterOf(Around, 1), text("/x")})).lambdaIn(Around);
  B.function("one").calls("around", {GivenArgument(), F::passes(text("/a"))});
  B.function("two").calls("around", {GivenArgument(), F::passes(text("/b"))});
  // The lambda's own arguments are others.
  B.function("three").calls("f", {GivenArgument(), F::passes(text("/never"))});
  analyse();
  EXPECT_THAT(texts(), UnorderedElementsAre("/a/x", "/b/x"));
  EXPECT_THAT(cases("f"), SizeIs(1));
}

TEST_F(PathValuesTest, AroundALambdaThereMayBeALambda) {
  SymbolId Around = B.function("around");
  SymbolId Middle = B.function("middle").lambdaIn(Around);
  writer("f", concat({parameterOf(Around, 0), parameterOf(Middle, 0),
                      B.parameterValue(0)}))
      .lambdaIn(Middle);
  B.function("main")
      .calls("around", {F::passes(text("/a"))})
      .calls("middle", {F::passes(text("/b"))})
      .calls("f", {F::passes(text("/c"))});
  analyse();
  EXPECT_THAT(texts(), ElementsAre("/a/b/c"));
}

TEST_F(PathValuesTest, AParameterAroundALambdaMayBeOneOfItsCallers) {
  SymbolId Around = B.function("around");
  writer("f", parameterOf(Around, 0)).lambdaIn(Around);
  B.function("outer").calls("around", {F::passes(B.parameterValue(1))});
  B.function("main").calls("outer",
                           {F::passes(text("/no")), F::passes(text("/a"))});
  analyse();
  EXPECT_THAT(texts(), ElementsAre("/a"));
}

TEST_F(PathValuesTest, AParameterAroundALambdaMayNotBeKnown) {
  SymbolId Around = B.function("around");
  writer("f", B.value(ValueKind::Choice,
                      {parameterOf(Around, 0), parameterOf(B.text("gone"), 0)}))
      .lambdaIn(Around);
  analyse();
  EXPECT_THAT(texts(), ElementsAre("?"));
}

TEST_F(PathValuesTest, AFunctionThatPassesItsParameterToItselfEnds) {
  SymbolId Around = B.function("around").calls(
      "around", {F::passes(concat({B.parameterValue(0), text("/x")}))});
  writer("f", parameterOf(Around, 0)).lambdaIn(Around);
  B.function("main").calls("around", {F::passes(text("/a"))});
  analyse();
  EXPECT_THAT(texts(), UnorderedElementsAre("/a", "?"));
}

//===-- Normal paths ------------------------------------------------------===//

TEST(NormalizePath, DropsDotsAndDoubledSlashes) {
  EXPECT_EQ(normalizePath("/a/./b/../c//d"), "/a/c/d");
  EXPECT_EQ(normalizePath("/tmp/../etc/x"), "/etc/x");
  EXPECT_EQ(normalizePath("./a/."), "a");
}
TEST(NormalizePath, TheRootHasNoParent) {
  EXPECT_EQ(normalizePath("/a/../.."), "/");
  EXPECT_EQ(normalizePath("/../../etc"), "/etc");
  EXPECT_EQ(normalizePath("//"), "/");
  EXPECT_EQ(normalizePath("/"), "/");
}
TEST(NormalizePath, ATrailingSlashDoesNotCount) {
  EXPECT_EQ(normalizePath("/tmp/x/"), "/tmp/x");
  EXPECT_EQ(normalizePath("//tmp///"), "/tmp");
}
TEST(NormalizePath, RelativePathsKeepTheirParents) {
  EXPECT_EQ(normalizePath("../a"), "../a");
  EXPECT_EQ(normalizePath("a/../../../b"), "../../b");
  EXPECT_EQ(normalizePath(""), "");
}
TEST(NormalizePath, OnlyWholeNamesAreDots) {
  EXPECT_EQ(normalizePath("/a/..b/.c/..."), "/a/..b/.c/...");
  EXPECT_EQ(normalizePath("~/../x"), "x");
  EXPECT_EQ(normalizePath("~/.x"), "~/.x");
}

} // namespace
