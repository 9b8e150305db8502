//===- ConstnessTest.cpp - Can an object of this type change? -------------===//
//
// Pins constness in depth, type by type. It must not depend on the extractor
// or on who writes.
//
//===----------------------------------------------------------------------===//
#include "Constness.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;

namespace stateless {
static void PrintTo(Mutability M, std::ostream *OS) {
  *OS << (M == Mutability::Constant ? "Constant"
          : M == Mutability::Inside ? "Inside"
                                    : "Mutable");
}
} // namespace stateless

namespace {

constexpr Mutability Constant = Mutability::Constant,
                     Inside = Mutability::Inside, Mutable = Mutability::Mutable;

class ConstnessTest : public FactsTest {
protected:
  /// What can change of a variable of type \p T. Asked once per test.
  Mutability of(TypeId T) {
    B.variable("v", T);
    const Program &P = freeze();
    return mutabilityOf(P, P.variable(symbol("v"))->Type, Types);
  }
  TypeId constOf(TypeId T) { return B.constant(T); }
  /// A constant object of a class with the one field of type \p T.
  TypeId constWith(TypeId T, bool DeclaredMutable = false) {
    auto C = B.classType("C");
    B.field(C, "C::f", T).fact().Mutable = DeclaredMutable;
    return constOf(B.record("C"));
  }
  TypeId vectorOf(TypeId T) { return B.record("std::vector", {T}); }

  TypeCategories Types{{{"synchronization", {"std::mutex", "lock_t"}}}};
};

TEST_F(ConstnessTest, APlainObjectChanges) { EXPECT_EQ(of(Int), Mutable); }
TEST_F(ConstnessTest, AConstantDoesNot) {
  EXPECT_EQ(of(constOf(Int)), Constant);
}
TEST_F(ConstnessTest, NothingIsKnownOfAnUnknownType) {
  EXPECT_EQ(of(TypeId()), Mutable);
}

TEST_F(ConstnessTest, APointerToAConstantCanBePointedElsewhere) {
  EXPECT_EQ(of(B.pointer(constOf(Int))), Mutable);
}
TEST_F(ConstnessTest, AConstantPointerLeadsToWhatChanges) {
  EXPECT_EQ(of(constOf(B.pointer(Int))), Inside);
}
TEST_F(ConstnessTest, AConstantPointerToAConstantIsOne) {
  EXPECT_EQ(of(constOf(B.pointer(constOf(Int)))), Constant);
}
TEST_F(ConstnessTest, ConstnessEndsAtTheLastPointer) {
  EXPECT_EQ(of(constOf(B.pointer(constOf(B.pointer(Int))))), Inside);
}
TEST_F(ConstnessTest, AConstantPointerToAFunctionIsAConstant) {
  EXPECT_EQ(of(constOf(B.pointer(B.type("", TypeKind::Function)))), Constant);
}
TEST_F(ConstnessTest, AReferenceCannotBeBoundAnew) {
  EXPECT_EQ(of(B.reference(Int)), Inside);
}
TEST_F(ConstnessTest, AReferenceToAConstantIsOne) {
  EXPECT_EQ(of(B.reference(constOf(Int))), Constant);
}

TEST_F(ConstnessTest, AnArrayIsAsConstantAsItsElements) {
  EXPECT_EQ(of(B.array(B.array(constOf(Int)))), Constant);
}
TEST_F(ConstnessTest, AnArrayOfPointersToConstantsChanges) {
  EXPECT_EQ(of(B.array(B.pointer(constOf(Int)))), Mutable);
}

TEST_F(ConstnessTest, AConstantSmartPointerLeadsToWhatChanges) {
  EXPECT_EQ(of(constOf(B.smartPointer(Int))), Inside);
}
TEST_F(ConstnessTest, AConstantSmartPointerToAConstantIsOne) {
  EXPECT_EQ(of(constOf(B.smartPointer(constOf(Int)))), Constant);
}

TEST_F(ConstnessTest, AConstantObjectOfPlainFieldsIsOne) {
  EXPECT_EQ(of(constWith(Int)), Constant);
}
TEST_F(ConstnessTest, AMutableFieldChangesInAConstantObject) {
  EXPECT_EQ(of(constWith(Int, /*DeclaredMutable=*/true)), Inside);
}
TEST_F(ConstnessTest, AMutableMutexHoldsNoData) {
  EXPECT_EQ(of(constWith(B.record("std::mutex"), true)), Constant);
}
TEST_F(ConstnessTest, AMutexIsKnownByItsAliasToo) {
  TypeId Lock = B.type("int");
  B.facts().Types[Lock.Value].Aliases = {B.text("lock_t")};
  EXPECT_EQ(of(constWith(Lock, true)), Constant);
}
TEST_F(ConstnessTest, ASmartPointerFieldLeadsToWhatChanges) {
  EXPECT_EQ(of(constWith(B.smartPointer(Int))), Inside);
}
TEST_F(ConstnessTest, AReferenceFieldLeadsToWhatChanges) {
  EXPECT_EQ(of(constWith(B.reference(Int))), Inside);
}
TEST_F(ConstnessTest, MutableFieldsOfBasesCount) {
  constWith(Int, true);
  B.classType("D").base(B.record("C"));
  EXPECT_EQ(of(constOf(B.record("D"))), Inside);
}
TEST_F(ConstnessTest, MutableFieldsOfFieldsCount) {
  constWith(Int, true);
  auto D = B.classType("D");
  B.field(D, "D::c", B.array(B.record("C")));
  EXPECT_EQ(of(constOf(B.record("D"))), Inside);
}

TEST_F(ConstnessTest, AConstantContainerOfValuesIsAConstant) {
  EXPECT_EQ(of(constOf(vectorOf(vectorOf(Int)))), Constant);
}
TEST_F(ConstnessTest, AConstantContainerOfPointersLeadsToWhatChanges) {
  EXPECT_EQ(of(constOf(vectorOf(B.pointer(Int)))), Inside);
}
TEST_F(ConstnessTest, AConstantContainerOfPointersToConstantsIsOne) {
  EXPECT_EQ(of(constOf(vectorOf(B.pointer(constOf(Int))))), Constant);
}
TEST_F(ConstnessTest, ContainersOfContainersAreLookedInto) {
  EXPECT_EQ(of(constOf(vectorOf(vectorOf(B.smartPointer(Int))))), Inside);
}
TEST_F(ConstnessTest, ElementsWithMutableFieldsChangeInAConstantContainer) {
  constWith(Int, true);
  EXPECT_EQ(of(constOf(vectorOf(B.record("C")))), Inside);
}

TEST_F(ConstnessTest, ClassesThatHoldEachOtherEnd) {
  auto A = B.classType("A"), C = B.classType("C");
  B.field(A, "A::c", vectorOf(B.record("C")));
  B.field(C, "C::a", vectorOf(B.record("A")));
  EXPECT_EQ(of(constOf(B.record("A"))), Constant);
}
TEST_F(ConstnessTest, ClassesThatHoldEachOtherAreStillLookedInto) {
  auto A = B.classType("A"), C = B.classType("C");
  B.field(A, "A::c", vectorOf(B.record("C")));
  B.field(C, "C::a", vectorOf(B.record("A")));
  B.field(C, "C::n", Int).declaredMutable();
  EXPECT_EQ(of(constOf(B.record("A"))), Inside);
}

} // namespace
