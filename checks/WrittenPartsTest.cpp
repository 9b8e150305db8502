//===- WrittenPartsTest.cpp - What of an object is written ----------------===//
//
// Pins which fields stand for an object, in which order, and where the search
// ends. It must not know any check.
//
//===----------------------------------------------------------------------===//
#include "WrittenParts.h"
#include "CheckTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using F = FactBuilder;

class WrittenPartsTest : public ChecksTest {
protected:
  /// "a.b" for each written part of class \p Name.
  std::vector<std::string> parts(llvm::StringRef Name, bool Whole = false,
                                 bool Exact = true) {
    const Evidence &E = evidence(Whole);
    WrittenParts Found = writtenParts(E, *E.Prog.classOf(symbol(Name)), Exact);
    Unseen = Found.Unseen;
    More = Found.More;
    std::vector<std::string> Result;
    for (const WrittenParts::Part &Part : Found.Fields) {
      std::string &Text = Result.emplace_back();
      for (const Field *Each : Part.Chain)
        Text += (Text.empty() ? "" : ".") + program().text(Each->Name).str();
    }
    return Result;
  }
  void writes(SymbolId Class, llvm::StringRef Method, Place P) {
    B.function(Method).method(Class).increments(std::move(P));
  }
  static Place own(SymbolId Field) { return F::fieldOf(F::thisPlace(), Field); }

  bool Unseen = false, More = false;
};

/// Base, from which Middle, from which Derived derives, whose field is written.
class WrittenFamilyTest : public WrittenPartsTest {
protected:
  WrittenFamilyTest() {
    B.classType("Base");
    B.classType("Middle").base(B.record("Base"));
    auto Derived = B.classType("Derived").base(B.record("Middle"));
    auto Count = B.field(Derived, "Derived::count", Int);
    writes(Derived, "Derived::tick", own(Count));
    auto Holder = B.classType("Holder");
    B.field(Holder, "Holder::value", B.record("Base"));
    B.field(Holder, "Holder::pointer", B.pointer(B.record("Base")));
  }
};

TEST_F(WrittenFamilyTest, AnObjectIsOfItsOwnClass) {
  EXPECT_THAT(parts("Base"), IsEmpty());
}

TEST_F(WrittenFamilyTest, BehindAPointerItMayBeOfADerivedClass) {
  EXPECT_THAT(parts("Base", false, /*Exact=*/false), ElementsAre("count"));
}

TEST_F(WrittenFamilyTest, FieldsThatPointHoldDerivedObjects) {
  EXPECT_THAT(parts("Holder"), ElementsAre("pointer.count"));
}

TEST_F(WrittenPartsTest, PartsAreOwnInheritedAndHeldFields) {
  auto Base = B.classType("Base");
  auto InBase = B.field(Base, "Base::inherited", Int);
  auto Part = B.classType("Part");
  auto N = B.field(Part, "Part::n", Int);
  auto C = B.classType("C").base(B.record("Base"));
  auto Own = B.field(C, "C::own", Int);
  B.field(C, "C::idle", Int);
  B.field(C, "C::part", B.smartPointer(B.record("Part")));
  writes(Base, "Base::f", own(InBase));
  writes(Part, "Part::f", own(N));
  writes(C, "C::f", own(Own));
  EXPECT_THAT(parts("C"), ElementsAre("own", "inherited", "part.n"));
}

TEST_F(WrittenPartsTest, WhatConstructorsWriteIsNoPart) {
  auto C = B.classType("C");
  auto N = B.field(C, "C::n", Int);
  B.function("C::C").constructor(C).assigns(own(N));
  EXPECT_THAT(parts("C"), IsEmpty());
}

TEST_F(WrittenPartsTest, AFieldThatIsReplacedStandsBesideItsInside) {
  auto Part = B.classType("Part");
  auto N = B.field(Part, "Part::n", Int);
  auto C = B.classType("C");
  auto Held = B.field(C, "C::part", B.pointer(B.record("Part")));
  writes(Part, "Part::f", own(N));
  B.function("C::f").method(C).assigns(own(Held));
  EXPECT_THAT(parts("C"), ElementsAre("part", "part.n"));
}

TEST_F(WrittenPartsTest, ALibraryObjectChangesAsAWhole) {
  auto C = B.classType("C");
  auto Map = B.field(C, "C::map", B.record("std::map", {Int, Int}));
  B.function("C::f").method(C).callsOn(own(Map), "std::map::clear").library();
  EXPECT_THAT(parts("C"), ElementsAre("map"));
}

TEST_F(WrittenPartsTest, PartsOfClassesThatHoldEachOtherEnd) {
  auto A = B.classType("A"), C = B.classType("C");
  B.field(A, "A::c", B.pointer(B.record("C")));
  B.field(C, "C::a", B.pointer(B.record("A")));
  auto N = B.field(C, "C::n", Int);
  writes(C, "C::f", own(N));
  EXPECT_THAT(parts("A"), ElementsAre("c.n"));
}

TEST_F(WrittenPartsTest, ASecondFieldOfAClassDoesNotRepeatIt) {
  auto Part = B.classType("Part");
  auto N = B.field(Part, "Part::n", Int);
  auto C = B.classType("C");
  auto One = B.field(C, "C::one", B.record("Part"));
  auto Two = B.field(C, "C::two", B.record("Part"));
  writes(Part, "Part::f", own(N));
  B.function("C::f")
      .method(C)
      .callsOn(own(One), "Part::f")
      .callsOn(own(Two), "Part::f");
  EXPECT_THAT(parts("C"), ElementsAre("one.n"));
}

TEST_F(WrittenPartsTest, AMethodWithoutABodyMayWrite) {
  auto C = B.classType("C");
  B.field(C, "C::n", Int);
  C.fact().Mutators = {B.text("C::far"), B.text("C::near")};
  B.function("C::near").method(C);
  EXPECT_THAT(parts("C"), IsEmpty());
  EXPECT_TRUE(Unseen);
}
TEST_F(WrittenPartsTest, MethodsInSightHideNothing) {
  auto C = B.classType("C");
  C.fact().Mutators = {B.text("C::near")};
  B.function("C::near").method(C);
  EXPECT_THAT(parts("C"), IsEmpty());
  EXPECT_FALSE(Unseen);
}

//===-- Where the search ends ---------------------------------------------===//

TEST_F(WrittenPartsTest, NearerPartsComeFirst) {
  auto Deep = B.classType("Deep"), Part = B.classType("Part");
  auto C = B.classType("C");
  auto InDeep = B.field(Deep, "Deep::n", Int);
  B.field(Part, "Part::deep", B.record("Deep"));
  B.field(C, "C::part", B.record("Part"));
  auto Last = B.field(C, "C::last", Int);
  writes(Deep, "Deep::f", own(InDeep));
  writes(C, "C::f", own(Last));
  EXPECT_THAT(parts("C"), ElementsAre("last", "part.deep.n"));
}

TEST_F(WrittenPartsTest, AClassIsReachedByTheShortestWay) {
  auto Part = B.classType("Part"), Middle = B.classType("Middle");
  auto C = B.classType("C");
  auto N = B.field(Part, "Part::n", Int);
  B.field(Middle, "Middle::part", B.record("Part"));
  B.field(C, "C::middle", B.record("Middle"));
  B.field(C, "C::part", B.record("Part"));
  writes(Part, "Part::f", own(N));
  EXPECT_THAT(parts("C"), ElementsAre("part.n"));
}

TEST_F(WrittenPartsTest, OfManyPartsTheFirstAreListed) {
  auto C = B.classType("C");
  auto Write = B.function("C::f").method(C);
  for (size_t I = 0; I <= WrittenPartsIndex::MaxParts; ++I)
    Write.increments(own(B.field(C, "C::f" + std::to_string(I), Int)));
  EXPECT_EQ(parts("C").size(), WrittenPartsIndex::MaxParts);
  EXPECT_TRUE(More);
}

TEST_F(WrittenPartsTest, ADeepChainIsFollowedToItsEnd) {
  constexpr unsigned Depth = 100'000;
  std::vector<F::ClassBuilder> Classes;
  for (unsigned I = 0; I <= Depth; ++I)
    Classes.push_back(B.classType("C" + std::to_string(I)));
  for (unsigned I = 0; I < Depth; ++I)
    B.field(Classes[I], "C" + std::to_string(I) + "::next",
            B.pointer(B.record("C" + std::to_string(I + 1))));
  writes(Classes.back(), "f", own(B.field(Classes.back(), "last", Int)));
  EXPECT_EQ(parts("C0").size(), 1U);
  EXPECT_FALSE(More);
}

TEST_F(WrittenPartsTest, WhatCannotBeSeenInAPartCannotBeSeenInTheWhole) {
  auto Part = B.classType("Part"), C = B.classType("C");
  B.field(Part, "Part::n", Int);
  Part.fact().Mutators = {B.text("Part::far")};
  B.field(C, "C::part", B.record("Part"));
  EXPECT_THAT(parts("C"), IsEmpty());
  EXPECT_TRUE(Unseen);
}

} // namespace
