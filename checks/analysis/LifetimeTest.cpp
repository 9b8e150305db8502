//===- LifetimeTest.cpp - Which classes have objects that stay ------------===//
//
// Pins what keeps objects alive, the chain that says so, and that the search
// ends. It must not depend on the extractor or on any check.
//
//===----------------------------------------------------------------------===//
#include "analysis/Lifetime.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class LifetimeTest : public FactsTest {
protected:
  std::vector<std::string> holders(llvm::StringRef Class) {
    if (!Lives) {
      freeze();
      Lives = &known().Lives;
    }
    std::vector<std::string> Chain = names(Lives->holders(symbol(Class)));
    EXPECT_EQ(Lives->isLongLived(symbol(Class)), !Chain.empty());
    return Chain;
  }
  /// A class with one field of type \p T, called "Name::f".
  TypeId classWith(llvm::StringRef Name, TypeId T) {
    auto C = B.classType(Name);
    B.field(C, Name.str() + "::f", T);
    return B.record(Name);
  }
  TypeId derivedFrom(llvm::StringRef Name, TypeId Base) {
    B.classType(Name).base(Base);
    return B.record(Name);
  }

  const Lifetime *Lives = nullptr;
};

TEST_F(LifetimeTest, AVariableHoldsItsObject) {
  B.variable("v", classWith("A", Int));
  classWith("B", Int);
  EXPECT_THAT(holders("A"), ElementsAre("v"));
  EXPECT_THAT(holders("B"), IsEmpty());
  EXPECT_THAT(holders("never declared"), IsEmpty());
}

TEST_F(LifetimeTest, ALocalHoldsNothingButAStaticOneDoes) {
  SymbolId Fn = B.function("main");
  B.variable("local", classWith("A", Int)).fact().Where = Storage::Automatic;
  B.variable("kept", classWith("B", Int)).localStatic(Fn);
  EXPECT_THAT(holders("A"), IsEmpty());
  EXPECT_THAT(holders("B"), ElementsAre("kept"));
}

TEST_F(LifetimeTest, PointersArraysAndContainersHold) {
  TypeId A = classWith("A", Int), C = classWith("C", Int);
  TypeId D = classWith("D", Int);
  B.variable("pointer", B.pointer(A));
  B.variable("table", B.array(B.smartPointer(C)));
  B.variable("map", B.record("std::map", {Int, B.record("std::vector",
                                                        {B.smartPointer(D)})}));
  EXPECT_THAT(holders("A"), ElementsAre("pointer"));
  EXPECT_THAT(holders("C"), ElementsAre("table"));
  EXPECT_THAT(holders("D"), ElementsAre("map"));
}

TEST_F(LifetimeTest, AFunctionThatTakesAnObjectDoesNotHoldIt) {
  TypeId A = classWith("A", Int);
  B.variable("hook", B.pointer(B.type("", TypeKind::Function, {A})));
  B.variable(
      "callback",
      B.record("std::function", {B.type("void (A)", TypeKind::Function, {A})}));
  EXPECT_THAT(holders("A"), IsEmpty());
}

TEST_F(LifetimeTest, FieldsOfWhatStaysStay) {
  TypeId A = classWith("A", Int);
  TypeId M = classWith("M", B.pointer(A));
  B.variable("v", classWith("Top", M));
  EXPECT_THAT(holders("A"), ElementsAre("v", "Top::f", "M::f"));
}

TEST_F(LifetimeTest, TheShortestChainIsTold) {
  TypeId A = classWith("A", Int);
  B.variable("far", classWith("Top", classWith("M", A)));
  B.variable("near", classWith("Other", A));
  EXPECT_THAT(holders("A"), ElementsAre("near", "Other::f"));
}

TEST_F(LifetimeTest, ALongChainStillBeginsWithTheVariable) {
  TypeId At = classWith("C0", Int);
  for (int I = 1; I <= 40; ++I)
    At = classWith("C" + std::to_string(I), At);
  B.variable("v", At);
  std::vector<std::string> Chain = holders("C0");
  ASSERT_EQ(Chain.size(), 41u);
  EXPECT_EQ(Chain.front(), "v");
  EXPECT_EQ(Chain.back(), "C1::f");
}

TEST_F(LifetimeTest, ClassesThatHoldEachOtherEnd) {
  TypeId A = B.record("A"), C = B.record("C");
  classWith("A", B.pointer(C));
  classWith("C", B.pointer(A));
  classWith("Self", B.pointer(B.record("Self")));
  B.variable("v", C);
  B.variable("w", B.record("Self"));
  EXPECT_THAT(holders("A"), ElementsAre("v", "C::f"));
  EXPECT_THAT(holders("C"), ElementsAre("v"));
  EXPECT_THAT(holders("Self"), ElementsAre("w"));
}

TEST_F(LifetimeTest, ClassesThatOnlyHoldEachOtherDoNotStay) {
  classWith("A", B.pointer(B.record("C")));
  classWith("C", B.pointer(B.record("A")));
  EXPECT_THAT(holders("A"), IsEmpty());
}

TEST_F(LifetimeTest, BasesArePartsOfTheObject) {
  TypeId Held = classWith("Held", Int);
  TypeId Root = classWith("Root", Held);
  TypeId Leaf = derivedFrom("Leaf", derivedFrom("Middle", Root));
  B.variable("v", Leaf);
  EXPECT_THAT(holders("Root"), ElementsAre("v"));
  EXPECT_THAT(holders("Held"), ElementsAre("v", "Root::f"));
}

TEST_F(LifetimeTest, ALibraryBaseHoldsItsElements) {
  TypeId Session = classWith("Session", Int);
  B.variable("v",
             derivedFrom("Sessions", B.record("std::map", {Int, Session})));
  EXPECT_THAT(holders("Session"), ElementsAre("v"));
}

TEST_F(LifetimeTest, APointerToABaseMayHoldAnyDerivedObject) {
  TypeId Root = classWith("Root", Int);
  derivedFrom("Leaf", derivedFrom("Middle", Root));
  B.variable("v", B.smartPointer(Root));
  EXPECT_THAT(holders("Leaf"), ElementsAre("v"));
}

TEST_F(LifetimeTest, AnObjectOfABaseIsNoDerivedObject) {
  TypeId Root = classWith("Root", Int);
  derivedFrom("Leaf", Root);
  B.variable("v", B.array(Root));
  EXPECT_THAT(holders("Root"), ElementsAre("v"));
  EXPECT_THAT(holders("Leaf"), IsEmpty());
}

TEST_F(LifetimeTest, SiblingsOfWhatStaysDoNotStay) {
  TypeId Plugin = classWith("Plugin", Int);
  B.variable("v", B.pointer(derivedFrom("Used", Plugin)));
  derivedFrom("Unused", Plugin);
  EXPECT_THAT(holders("Used"), ElementsAre("v"));
  EXPECT_THAT(holders("Plugin"), ElementsAre("v"));
  EXPECT_THAT(holders("Unused"), IsEmpty());
}

TEST_F(LifetimeTest, AClassHeldAsABaseMayYetBeHeldByPointer) {
  TypeId Plugin = classWith("Plugin", Int);
  B.variable("v", derivedFrom("Used", Plugin));
  B.variable("w", classWith("Registry", B.pointer(Plugin)));
  derivedFrom("Other", Plugin);
  EXPECT_THAT(holders("Other"), ElementsAre("w", "Registry::f"));
}

} // namespace
