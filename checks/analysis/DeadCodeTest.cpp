//===- DeadCodeTest.cpp ---------------------------------------------------===//
#include "analysis/AnalysisTesting.h"
#include "gtest/gtest.h"

using namespace stateless;
using F = FactBuilder;

namespace {

class DeadCodeTest : public FactsTest {
protected:
  /// True if \p Name cannot run in a program that is whole.
  bool isDead(llvm::StringRef Name, bool Whole = true) {
    if (!std::exchange(Frozen, true))
      freeze(Whole);
    return known().Dead.neverRuns(function(Name));
  }

  bool isAsked(llvm::StringRef Name) {
    return !isDead(Name) && known().Dead.runsOnlyIfAsked(function(Name));
  }

  FactBuilder::FunctionBuilder Main = B.function("main");

private:
  bool Frozen = false;
};

TEST_F(DeadCodeTest, WhatNothingCalls) {
  Main.calls("used");
  B.function("used").calls("deeper");
  B.function("deeper");
  B.function("idle").calls("idler");
  B.function("idler");
  EXPECT_FALSE(isDead("main"));
  EXPECT_FALSE(isDead("deeper"));
  EXPECT_TRUE(isDead("idle"));
  EXPECT_TRUE(isDead("idler"));
}

TEST_F(DeadCodeTest, APartOfAProgramCallsAnything) {
  B.function("idle");
  EXPECT_FALSE(isDead("idle", /*Whole=*/false));
}

TEST_F(DeadCodeTest, WhoseAddressIsTakenMayRun) {
  B.facts().NamedFunctions.push_back({B.function("kept")});
  EXPECT_FALSE(isDead("kept"));
}

TEST_F(DeadCodeTest, WhatRunsBeforeMain) {
  B.function("init v")
      .initializes(B.variable("v", B.type("int")))
      .calls("make");
  B.function("make");
  EXPECT_FALSE(isDead("make"));
}

TEST_F(DeadCodeTest, ALambdaLivesWithItsFunction) {
  B.function("idle");
  B.function("l1").lambdaIn(B.text("idle"));
  B.function("l2").lambdaIn(B.text("main"));
  EXPECT_TRUE(isDead("l1"));
  EXPECT_FALSE(isDead("l2"));
}

TEST_F(DeadCodeTest, WhoseAddressOnlyDeadCodeTakes) {
  auto Idle = B.function("idle"), Inner = B.function("inner");
  auto ByIdle = B.function("byIdle"), ByMain = B.function("byMain"),
       ByBoth = B.function("byBoth"), ByInner = B.function("byInner"),
       ByUnknown = B.function("byUnknown"),
       ByDeclared = B.function("byDeclared"); // A default argument.
  auto Declared = B.function("declared");
  Declared.fact().Definition = false;
  Idle.calls("inner");
  B.facts().NamedFunctions = {
      {ByIdle, Idle},        {ByMain, Main},   {ByBoth, Idle},
      {ByBoth, Main},        {ByInner, Inner}, {ByUnknown, B.text("gone")},
      {ByDeclared, Declared}};
  EXPECT_TRUE(isDead("byIdle"));
  EXPECT_TRUE(isDead("byInner"));
  EXPECT_FALSE(isDead("byMain"));
  EXPECT_FALSE(isDead("byBoth"));
  EXPECT_FALSE(isDead("byUnknown"));
  EXPECT_FALSE(isDead("byDeclared"));
}

TEST_F(DeadCodeTest, WhatALibraryMayAskFor) {
  auto Plain = B.classType("Plain"), Kept = B.classType("Kept");
  B.record("std::vector", {B.record("Kept")});
  auto Hidden = B.classType("Hidden");
  B.facts().GivenClasses.push_back({Plain});
  B.function("Plain::put").method(Plain);
  B.function("Hidden::put").method(Hidden);
  B.function("Kept::put").method(Kept).fact().Name = B.text("size");
  B.function("operator<");
  B.function("to_json#").parameter("o", B.reference(B.record("Plain")));
  B.function("Plain::virt").method(Plain).fact().Virtual = true;
  EXPECT_TRUE(isAsked("Plain::put"));
  EXPECT_TRUE(isDead("Hidden::put"));
  EXPECT_FALSE(isDead("Kept::put"));
  EXPECT_FALSE(isAsked("Kept::put"));
  EXPECT_FALSE(isDead("operator<"));
  EXPECT_TRUE(isAsked("to_json#"));
  EXPECT_FALSE(isDead("Plain::virt"));
}

TEST_F(DeadCodeTest, WhatIsFoundByArguments) {
  auto Of = [&](const char *Name, const char *Qualified, TypeId Type) {
    auto F = B.function(Name).parameter("p", Type);
    F.fact().QualifiedName = B.text(Qualified);
    F.fact().Name = B.text("f");
  };
  Of("f1#", "f", B.reference(B.record("QPoint")));
  Of("f2#", "f", B.pointer(B.record("dirent")));
  Of("f3#", "f", B.reference(B.record("std::string")));
  Of("f4#", "json::f", B.pointer(B.record("json::object")));
  Of("f5#", "app::f", B.reference(B.record("json::object")));
  EXPECT_TRUE(isAsked("f1#"));
  EXPECT_TRUE(isDead("f2#"));
  EXPECT_TRUE(isDead("f3#"));
  EXPECT_TRUE(isAsked("f4#"));
  EXPECT_TRUE(isDead("f5#"));
}

TEST_F(DeadCodeTest, WhatTheStandardLibraryMayAskFor) {
  auto Seen = B.classType("Seen"), Both = B.classType("Both"),
       Kept = B.classType("Kept"), Other = B.classType("Other");
  B.facts().GivenClasses = {{Seen, true}, {Both, true}, {Both, false}};
  B.record("std::vector", {B.record("Kept")});
  B.record("json::object", {B.record("Other")});
  for (auto &[Name, Class] : {std::pair("Seen", Seen),
                              {"Both", Both},
                              {"Kept", Kept},
                              {"Other", Other}}) {
    B.function(Name + std::string("::put")).method(Class).fact().Name =
        B.text("put");
    B.function(Name + std::string("::size")).method(Class).fact().Name =
        B.text("size");
  }
  EXPECT_TRUE(isDead("Seen::put"));
  EXPECT_TRUE(isAsked("Seen::size"));
  EXPECT_TRUE(isAsked("Both::put"));
  EXPECT_TRUE(isDead("Kept::put"));
  EXPECT_FALSE(isDead("Kept::size"));
  EXPECT_FALSE(isDead("Other::put"));
}

TEST_F(DeadCodeTest, WhatIsNamedWhereNobodySees) {
  for (auto [Name, Kind] : {std::pair("byText", MentionKind::Text),
                            {"byMember", MentionKind::Member},
                            {"byLinker", MentionKind::Linker},
                            {"leftOut", MentionKind::Code}}) {
    B.function(Name);
    B.facts().Unseen.push_back({Kind, B.text("/a.cpp"), {nameHash(Name)}});
  }
  EXPECT_FALSE(isDead("byText"));
  EXPECT_FALSE(isDead("byMember"));
  EXPECT_FALSE(isDead("byLinker"));
  EXPECT_TRUE(isDead("leftOut")); // What is not compiled calls nothing.
}

//===-- Arguments ---------------------------------------------------------===//

class DeadPartsTest : public DeadCodeTest {
protected:
  static GivenArgument given(ValueId Value) {
    GivenArgument Result;
    Result.Symbolic = Value;
    return Result;
  }
  GivenArgument number(int64_t Number) { return given(B.integer(Number)); }

  /// Calls \p Name, and only where parameter 0 of \p F passes a test.
  void guard(FactBuilder::FunctionBuilder F, llvm::StringRef Name, bool Equal,
             int64_t Number) {
    F.calls(Name);
    ControlFlow &C = F.fact().Control.empty() ? F.fact().Control.emplace_back()
                                              : F.fact().Control.front();
    uint32_t Block = static_cast<uint32_t>(C.Edges.size()) + 1;
    C.Points.push_back({F.fact().Calls.back().Loc, Block, 0, NoLoop});
    C.Edges.push_back({0, Block});
    C.Guarded.push_back({B.parameterValue(0), Number, Equal, {Block}});
  }
  FactBuilder::FunctionBuilder Asked = B.function("asked"),
                               Deep = B.function("deep");
};

TEST_F(DeadPartsTest, WhatNoArgumentAsksFor) {
  Main.calls("asked", {number(0)});
  guard(Asked, "deep", false, 0);
  EXPECT_TRUE(isDead("deep"));
  EXPECT_FALSE(isDead("asked"));
}

TEST_F(DeadPartsTest, WhatOneOfThemAsksFor) {
  Main.calls("asked", {number(0)}).calls("asked", {number(3)});
  guard(Asked, "deep", false, 0);
  guard(Asked, "third", true, 3);
  guard(Asked, "fourth", true, 4);
  B.function("third");
  B.function("fourth");
  EXPECT_FALSE(isDead("deep"));
  EXPECT_FALSE(isDead("third"));
  EXPECT_TRUE(isDead("fourth"));
}

TEST_F(DeadPartsTest, WhatIsPassedOn) {
  Main.calls("between", {number(0)});
  B.function("between").calls("asked", {given(B.parameterValue(0))});
  guard(Asked, "deep", false, 0);
  EXPECT_TRUE(isDead("deep"));
}

TEST_F(DeadPartsTest, WhatCodeThatNeverRunsPasses) {
  Main.calls("asked", {number(0)});
  B.function("idle").calls("asked", {number(1)});
  guard(Asked, "deep", false, 0);
  EXPECT_TRUE(isDead("deep"));
}

TEST_F(DeadPartsTest, ArgumentsThatNobodyKnows) {
  Main.calls("asked", {given({})});
  guard(Asked, "deep", false, 0);
  EXPECT_FALSE(isDead("deep"));
}

TEST_F(DeadPartsTest, ArgumentsThatAreMissing) {
  Main.calls("asked");
  guard(Asked, "deep", false, 0);
  EXPECT_FALSE(isDead("deep"));
}

TEST_F(DeadPartsTest, WhoseAddressIsTakenGetsAnything) {
  Main.calls("asked", {number(0)});
  B.facts().NamedFunctions.push_back({Asked});
  guard(Asked, "deep", false, 0);
  EXPECT_FALSE(isDead("deep"));
}

TEST_F(DeadPartsTest, WhoseCallersAreSeen) {
  Main.calls("asked", {number(0)}).calls("taken", {number(0)});
  auto Taken = B.function("taken");
  B.facts().NamedFunctions.push_back({Taken});
  guard(Asked, "deep", false, 0);
  guard(Taken, "deep", false, 0);
  ASSERT_FALSE(isDead("deep"));
  EXPECT_TRUE(known().Dead.knowsCallers(function("asked")));
  EXPECT_FALSE(known().Dead.knowsCallers(function("taken")));
  EXPECT_FALSE(known().Dead.knowsCallers(function("deep"))); // Tests nothing.
}

TEST_F(DeadPartsTest, OfAPartOfAProgramCallersAreOutOfSight) {
  Main.calls("asked", {number(0)});
  guard(Asked, "deep", false, 0);
  ASSERT_FALSE(isDead("deep", /*Whole=*/false));
  EXPECT_FALSE(known().Dead.knowsCallers(function("asked")));
}

TEST_F(DeadPartsTest, AsManyNumbersAsAreToldApart) {
  for (int I = 0; I < 8; ++I)
    Main.calls("asked", {number(I)});
  guard(Asked, "deep", true, 99);
  EXPECT_TRUE(isDead("deep"));
}

TEST_F(DeadPartsTest, MoreNumbersThanAreToldApart) {
  for (int I = 0; I < 9; ++I)
    Main.calls("asked", {number(I)});
  guard(Asked, "deep", true, 99);
  EXPECT_FALSE(isDead("deep"));
}

TEST_F(DeadPartsTest, NumbersThatAreConverted) {
  Main.calls("asked", {number(int64_t(1) << 32)});
  guard(Asked, "deep", true, 0); // So it is, in 32 bits.
  EXPECT_FALSE(isDead("deep"));
}

} // namespace
