//===- ConstFixTest.cpp - Which variables get a fix -----------------------===//
//
// Pins what has to hold, over all units, before const is offered. It must not
// depend on how the extractor finds the places.
//
//===----------------------------------------------------------------------===//
#include "ConstFix.h"
#include "CheckTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class ConstFixTest : public FactsTest {
protected:
  /// A variable "v" that could be const in the file that is being written.
  FactBuilder::VariableBuilder constable(TypeId Type) {
    FactBuilder::VariableBuilder V = B.variable("v", Type);
    mark(B, V);
    return V;
  }
  static void mark(FactBuilder &In, FactBuilder::VariableBuilder &V,
                   llvm::StringRef Text = "const ", bool Alone = false) {
    ConstEdit Edit{V.fact().Loc, In.text(Text), In.text("int v"), Alone};
    V.fact().ConstEdits = {Edit};
  }
  static void mentions(FactBuilder &In, MentionKind Kind, llvm::StringRef File,
                       llvm::StringRef Name) {
    In.facts().Unseen.push_back({Kind, In.text(File), {nameHash(Name)}});
  }
  void castsAway(llvm::StringRef Type) {
    B.facts().ConstCasts.push_back({B.text(Type)});
  }

  /// "/src/a.cpp:1: const " for each edit.
  static std::vector<std::string> edits(const Program &P) {
    std::vector<std::string> Result;
    for (const Edit &E : constFix(P, *P.variable(P.find("v"))))
      Result.push_back(E.Loc.File + ":" + std::to_string(E.Loc.Line) + ": " +
                       E.Text);
    return Result;
  }
  std::vector<std::string> edits(bool Whole = true) {
    return edits(freeze(Whole));
  }
  /// The whole program of this unit and \p Other.
  std::vector<std::string> editsWith(FactBuilder &Other) {
    std::vector<TuFacts> Units;
    Units.push_back(B.take());
    Units.push_back(Other.take());
    return edits(link(std::move(Units), {/*AllUnits=*/true}));
  }

  void SetUp() override { B.function("main"); }
};

TEST_F(ConstFixTest, AnEditSaysWhatItExpects) {
  constable(Int);
  const Program &P = freeze(/*Whole=*/true);
  std::vector<Edit> Fix = constFix(P, *P.variable(symbol("v")));
  ASSERT_EQ(Fix.size(), 1U);
  EXPECT_EQ(Fix[0].Text, "const ");
  EXPECT_EQ(Fix[0].Length, 0U);
  EXPECT_EQ(Fix[0].Expected, "int v");
  EXPECT_EQ(Fix[0].Loc.File, "/src/a.cpp");
}

TEST_F(ConstFixTest, WithoutAPlaceThereIsNoFix) {
  B.variable("v", Int);
  EXPECT_THAT(edits(), IsEmpty());
}

TEST_F(ConstFixTest, OneUseThatNeedsItMutableIsEnough) {
  constable(Int);
  FactBuilder Other("/src/b.cpp");
  Other.variable("v", Other.type("int")).declared().fact().StaysMutable = true;
  EXPECT_THAT(editsWith(Other), IsEmpty());
}

TEST_F(ConstFixTest, ExternalLinkageTakesTheWholeProgram) {
  constable(Int);
  EXPECT_THAT(edits(/*Whole=*/false), IsEmpty());
}
TEST_F(ConstFixTest, InternalLinkageTakesItsOwnFile) {
  constable(Int).internal();
  EXPECT_THAT(edits(/*Whole=*/false), testing::SizeIs(1));
}
TEST_F(ConstFixTest, NotIfThatFileWasNotUnderstood) {
  constable(Int).internal();
  B.facts().Problems.push_back(
      {ProblemKind::Error, B.facts().MainFile, {}, B.text("broken")});
  EXPECT_THAT(edits(/*Whole=*/false), IsEmpty());
}
TEST_F(ConstFixTest, WhatAHeaderDefinesTakesTheWholeProgram) {
  B.file("/src/a.h");
  constable(Int).internal();
  EXPECT_THAT(edits(/*Whole=*/false), IsEmpty());
}

TEST_F(ConstFixTest, EveryDeclarationIsEditedOnce) {
  constable(Int);
  for (const char *File : {"/src/b.cpp", "/src/c.cpp"}) {
    SCOPED_TRACE(File);
    FactBuilder Other(File);
    Other.file("/src/a.h");
    auto V = Other.variable("v", Other.type("int")).declared();
    mark(Other, V);
    if (llvm::StringRef(File) == "/src/c.cpp") {
      EXPECT_THAT(editsWith(Other),
                  ElementsAre("/src/a.cpp:2: const ", "/src/a.h:1: const "));
    }
  }
}

TEST_F(ConstFixTest, AWordThatChangesTheLinkageTakesASingleDeclaration) {
  auto V = constable(Int);
  mark(B, V, "constexpr ", /*Alone=*/true);
  FactBuilder Other("/src/b.cpp");
  auto W = Other.variable("v", Other.type("int")).declared();
  mark(Other, W);
  EXPECT_THAT(editsWith(Other), IsEmpty());
}
TEST_F(ConstFixTest, AloneItMayChangeItsLinkage) {
  auto V = constable(Int);
  mark(B, V, "constexpr ", /*Alone=*/true);
  EXPECT_THAT(edits(), ElementsAre("/src/a.cpp:2: constexpr "));
}

//===-- Names out of sight ------------------------------------------------===//

TEST_F(ConstFixTest, CodeThatIsLeftOutMayWriteIt) {
  constable(Int).internal();
  mentions(B, MentionKind::Code, "/src/a.cpp", "v");
  EXPECT_THAT(edits(), IsEmpty());
}
TEST_F(ConstFixTest, ALinkerKnowsItByItsMangledName) {
  constable(Int).fact().Mangled = B.text("_ZL1v");
  mentions(B, MentionKind::Code, "/src/a.cpp", "_ZL1v");
  EXPECT_THAT(edits(), IsEmpty());
}
TEST_F(ConstFixTest, AnotherNameDoesNotMatter) {
  constable(Int);
  mentions(B, MentionKind::Code, "/src/a.cpp", "u");
  mentions(B, MentionKind::Code, "/src/a.cpp", "vv");
  EXPECT_THAT(edits(), testing::SizeIs(1));
}
TEST_F(ConstFixTest, AnotherUnitCannotNameWhatIsInternal) {
  constable(Int).internal();
  FactBuilder Other("/src/b.cpp");
  mentions(Other, MentionKind::Code, "/src/b.cpp", "v");
  EXPECT_THAT(editsWith(Other), testing::SizeIs(1));
}
TEST_F(ConstFixTest, AnotherUnitCanNameWhatIsExternal) {
  constable(Int);
  FactBuilder Other("/src/b.cpp");
  mentions(Other, MentionKind::Code, "/src/b.cpp", "v");
  EXPECT_THAT(editsWith(Other), IsEmpty());
}
TEST_F(ConstFixTest, AHeaderMayBeReadByItsFile) {
  constable(Int).internal();
  FactBuilder Other("/src/b.cpp");
  mentions(Other, MentionKind::Code, "/src/a.h", "v");
  EXPECT_THAT(editsWith(Other), IsEmpty());
}
TEST_F(ConstFixTest, TextFindsWhatIsExported) {
  constable(Int);
  mentions(B, MentionKind::Text, "/src/a.cpp", "v");
  EXPECT_THAT(edits(), IsEmpty());
}
TEST_F(ConstFixTest, TextDoesNotFindWhatIsInternal) {
  constable(Int).internal();
  mentions(B, MentionKind::Text, "/src/a.cpp", "v");
  EXPECT_THAT(edits(), testing::SizeIs(1));
}
TEST_F(ConstFixTest, ATemplateNamesMembersOnly) {
  constable(Int);
  mentions(B, MentionKind::Member, "/src/a.cpp", "v");
  EXPECT_THAT(edits(), testing::SizeIs(1));
}
TEST_F(ConstFixTest, ATemplateMayNameAMember) {
  constable(Int).fact().Where = Storage::StaticMember;
  mentions(B, MentionKind::Member, "/src/a.cpp", "v");
  EXPECT_THAT(edits(), IsEmpty());
}

//===-- Casts -------------------------------------------------------------===//

TEST_F(ConstFixTest, ACastMattersOnlyToWhatIsLent) {
  constable(Int);
  castsAway("int");
  EXPECT_THAT(edits(), testing::SizeIs(1));
}
TEST_F(ConstFixTest, ACastMayWriteWhatIsLent) {
  constable(Int).fact().LentAsConst = true;
  castsAway("int");
  EXPECT_THAT(edits(), IsEmpty());
}
TEST_F(ConstFixTest, ACastOfAnotherTypeDoesNotMatter) {
  constable(Int).fact().LentAsConst = true;
  castsAway("char");
  EXPECT_THAT(edits(), testing::SizeIs(1));
}
TEST_F(ConstFixTest, ACastOfVoidMayBeOfAnything) {
  constable(Int).fact().LentAsConst = true;
  castsAway("void");
  EXPECT_THAT(edits(), IsEmpty());
}
TEST_F(ConstFixTest, ACastMayReachWhatAnObjectHolds) {
  auto Inner = B.classType("Inner");
  B.field(Inner, "Inner::Text", B.array(B.type("char")));
  auto Outer = B.classType("Outer");
  B.field(Outer, "Outer::Rows", B.record("std::vector", {B.record("Inner")}));
  constable(B.record("Outer")).fact().LentAsConst = true;
  castsAway("char");
  EXPECT_THAT(edits(), IsEmpty());
}

} // namespace
