//===- TypeShapesTest.cpp - What a type says of its objects ---------------===//
//
// Pins constness in depth, type by type, and that no depth ends an answer. It
// must not depend on the extractor or on who writes.
//
//===----------------------------------------------------------------------===//
#include "TypeShapes.h"
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

class TypeShapesTest : public FactsTest {
protected:
  TypeShapesTest() {
    Known.ExemptCategories = {
        {"synchronization", ExemptionReason::Synchronization}};
  }
  /// What can change of a variable of type \p T. Asked once per test.
  Mutability of(TypeId T) {
    B.variable("v", T);
    return shapeOf().Change;
  }
  /// Of the variable "v", which completes the facts.
  const TypeShape &shapeOf() {
    const Program &P = freeze();
    Shapes.emplace(P, CheckOptions{{}, Types, Kinds, Own, Known});
    return (*Shapes)[P.variable(symbol("v"))->Type];
  }
  TypeId constOf(TypeId T) { return B.constant(T); }
  /// A constant object of a class with the one field of type \p T.
  TypeId constWith(TypeId T, bool DeclaredMutable = false) {
    auto C = B.classType("C");
    B.field(C, "C::f", T).fact().Mutable = DeclaredMutable;
    return constOf(B.record("C"));
  }
  TypeId vectorOf(TypeId T) { return B.record("std::vector", {T}); }

  /// \p Outer around \p T, \p Times times.
  TypeId nested(llvm::StringRef Outer, TypeId T, unsigned Times) {
    for (unsigned I = 0; I < Times; ++I)
      T = B.record(Outer, {T});
    return T;
  }

  TypeCategories Types{{{"synchronization", {"std::mutex", "lock_t"}},
                        {"wrapper", {"std::optional"}}}};
  Vocabulary Kinds{{{"session", {"session"}}}};
  Vocabulary Own{{{"logger", {"logger"}}}};
  CheckModels Known;
  std::optional<TypeShapes> Shapes;
};

TEST_F(TypeShapesTest, APlainObjectChanges) { EXPECT_EQ(of(Int), Mutable); }
TEST_F(TypeShapesTest, AConstantDoesNot) {
  EXPECT_EQ(of(constOf(Int)), Constant);
}
TEST_F(TypeShapesTest, NothingIsKnownOfAnUnknownType) {
  EXPECT_EQ(of(TypeId()), Mutable);
}

TEST_F(TypeShapesTest, APointerToAConstantCanBePointedElsewhere) {
  EXPECT_EQ(of(B.pointer(constOf(Int))), Mutable);
}
TEST_F(TypeShapesTest, AConstantPointerLeadsToWhatChanges) {
  EXPECT_EQ(of(constOf(B.pointer(Int))), Inside);
}
TEST_F(TypeShapesTest, AConstantPointerToAConstantIsOne) {
  EXPECT_EQ(of(constOf(B.pointer(constOf(Int)))), Constant);
}
TEST_F(TypeShapesTest, ConstnessEndsAtTheLastPointer) {
  EXPECT_EQ(of(constOf(B.pointer(constOf(B.pointer(Int))))), Inside);
}
TEST_F(TypeShapesTest, AConstantPointerToAFunctionIsAConstant) {
  EXPECT_EQ(of(constOf(B.pointer(B.type("", TypeKind::Function)))), Constant);
}
TEST_F(TypeShapesTest, AReferenceCannotBeBoundAnew) {
  EXPECT_EQ(of(B.reference(Int)), Inside);
}
TEST_F(TypeShapesTest, AReferenceToAConstantIsOne) {
  EXPECT_EQ(of(B.reference(constOf(Int))), Constant);
}

TEST_F(TypeShapesTest, AnArrayIsAsConstantAsItsElements) {
  EXPECT_EQ(of(B.array(B.array(constOf(Int)))), Constant);
}
TEST_F(TypeShapesTest, AnArrayOfPointersToConstantsChanges) {
  EXPECT_EQ(of(B.array(B.pointer(constOf(Int)))), Mutable);
}

TEST_F(TypeShapesTest, AConstantSmartPointerLeadsToWhatChanges) {
  EXPECT_EQ(of(constOf(B.smartPointer(Int))), Inside);
}
TEST_F(TypeShapesTest, AConstantSmartPointerToAConstantIsOne) {
  EXPECT_EQ(of(constOf(B.smartPointer(constOf(Int)))), Constant);
}

TEST_F(TypeShapesTest, AConstantObjectOfPlainFieldsIsOne) {
  EXPECT_EQ(of(constWith(Int)), Constant);
}
TEST_F(TypeShapesTest, AMutableFieldChangesInAConstantObject) {
  EXPECT_EQ(of(constWith(Int, /*DeclaredMutable=*/true)), Inside);
}
TEST_F(TypeShapesTest, AMutableMutexHoldsNoData) {
  EXPECT_EQ(of(constWith(B.record("std::mutex"), true)), Constant);
}
TEST_F(TypeShapesTest, AMutexIsKnownByItsAliasToo) {
  TypeId Lock = B.type("int");
  B.facts().Types[Lock.Value].Aliases = {B.text("lock_t")};
  EXPECT_EQ(of(constWith(Lock, true)), Constant);
}
TEST_F(TypeShapesTest, WhatSynchronisesTheRulesSay) {
  Types = TypeCategories({{"gate", {"app::Gate"}}});
  Known.ExemptCategories = {{"gate", ExemptionReason::Synchronization}};
  EXPECT_EQ(of(constWith(B.record("app::Gate"), true)), Constant);
}
TEST_F(TypeShapesTest, AnExemptFieldThatHoldsDataStillChanges) {
  Types = TypeCategories({{"metrics", {"app::Counter"}}});
  Known.ExemptCategories = {{"metrics"}};
  EXPECT_EQ(of(constWith(B.record("app::Counter"), true)), Inside);
}
TEST_F(TypeShapesTest, ANearerRuleMayTakeAnExemptionBack) {
  Known.ExemptCategories.insert(Known.ExemptCategories.begin(),
                                {"synchronization", ExemptionReason::None});
  EXPECT_EQ(of(constWith(B.record("std::mutex"), true)), Inside);
  EXPECT_FALSE((*Shapes)[program().field(symbol("C::f"))->Type].Benign);
}
TEST_F(TypeShapesTest, ASmartPointerFieldLeadsToWhatChanges) {
  EXPECT_EQ(of(constWith(B.smartPointer(Int))), Inside);
}
TEST_F(TypeShapesTest, AReferenceFieldLeadsToWhatChanges) {
  EXPECT_EQ(of(constWith(B.reference(Int))), Inside);
}
TEST_F(TypeShapesTest, MutableFieldsOfBasesCount) {
  constWith(Int, true);
  B.classType("D").base(B.record("C"));
  EXPECT_EQ(of(constOf(B.record("D"))), Inside);
}
TEST_F(TypeShapesTest, MutableFieldsOfFieldsCount) {
  constWith(Int, true);
  auto D = B.classType("D");
  B.field(D, "D::c", B.array(B.record("C")));
  EXPECT_EQ(of(constOf(B.record("D"))), Inside);
}

TEST_F(TypeShapesTest, AConstantContainerOfValuesIsAConstant) {
  EXPECT_EQ(of(constOf(vectorOf(vectorOf(Int)))), Constant);
}
TEST_F(TypeShapesTest, AConstantContainerOfPointersLeadsToWhatChanges) {
  EXPECT_EQ(of(constOf(vectorOf(B.pointer(Int)))), Inside);
}
TEST_F(TypeShapesTest, AConstantContainerOfPointersToConstantsIsOne) {
  EXPECT_EQ(of(constOf(vectorOf(B.pointer(constOf(Int))))), Constant);
}
TEST_F(TypeShapesTest, ContainersOfContainersAreLookedInto) {
  EXPECT_EQ(of(constOf(vectorOf(vectorOf(B.smartPointer(Int))))), Inside);
}
TEST_F(TypeShapesTest, ElementsWithMutableFieldsChangeInAConstantContainer) {
  constWith(Int, true);
  EXPECT_EQ(of(constOf(vectorOf(B.record("C")))), Inside);
}

TEST_F(TypeShapesTest, ClassesThatHoldEachOtherEnd) {
  auto A = B.classType("A"), C = B.classType("C");
  B.field(A, "A::c", vectorOf(B.record("C")));
  B.field(C, "C::a", vectorOf(B.record("A")));
  EXPECT_EQ(of(constOf(B.record("A"))), Constant);
}
TEST_F(TypeShapesTest, ClassesThatHoldEachOtherAreStillLookedInto) {
  auto A = B.classType("A"), C = B.classType("C");
  B.field(A, "A::c", vectorOf(B.record("C")));
  B.field(C, "C::a", vectorOf(B.record("A")));
  B.field(C, "C::n", Int).declaredMutable();
  EXPECT_EQ(of(constOf(B.record("A"))), Inside);
}

//===-- No depth ends an answer -------------------------------------------===//

constexpr unsigned Deep = 20;

TEST_F(TypeShapesTest, TheCoreIsBehindAnyNumberOfPointers) {
  B.classType("C");
  TypeId T = B.record("C");
  for (unsigned I = 0; I < Deep; ++I)
    T = B.pointer(B.array(T));
  B.variable("v", T);
  const TypeShape &S = shapeOf();
  EXPECT_EQ(program().text(S.Core->Name), "C");
  EXPECT_EQ(S.Held, program().classOf(symbol("C")));
}
TEST_F(TypeShapesTest, WhatIsHeldIsBehindAnyNumberOfWrappers) {
  B.classType("C");
  B.variable("v", nested("std::optional", B.record("C"), Deep));
  EXPECT_EQ(shapeOf().Held, program().classOf(symbol("C")));
}
TEST_F(TypeShapesTest, AContainerHoldsNoOneObject) {
  B.classType("C");
  B.variable("v", vectorOf(B.record("C")));
  EXPECT_EQ(shapeOf().Held, nullptr);
}
TEST_F(TypeShapesTest, AllClassesAreFoundHoweverDeep) {
  B.classType("C");
  B.classType("D");
  B.variable("v",
             B.record("std::map", {nested("std::vector", B.record("C"), Deep),
                                   B.pointer(B.record("D"))}));
  shapeOf();
  const Program &P = program();
  EXPECT_THAT(
      Shapes->classesIn(P.variable(symbol("v"))->Type),
      testing::ElementsAre(P.classOf(symbol("C")), P.classOf(symbol("D"))));
}
TEST_F(TypeShapesTest, NothingButSynchronisationHoweverDeep) {
  std::string Last = "std::mutex";
  for (unsigned I = 0; I < Deep; ++I) {
    std::string Name = "Lock" + std::to_string(I);
    auto C = B.classType(Name);
    B.field(C, Name + "::f", B.record(Last));
    Last = Name;
  }
  B.variable("v", B.record(Last));
  EXPECT_EQ(shapeOf().Benign, (Reason{ReasonKind::SynchronizationOnly}));
}
TEST_F(TypeShapesTest, DataDeepInsideIsData) {
  auto Bottom = B.classType("Base");
  B.field(Bottom, "Base::n", Int);
  std::string Last = "Base";
  for (unsigned I = 0; I < Deep; ++I) {
    std::string Name = "Derived" + std::to_string(I);
    B.classType(Name).base(B.record(Last));
    Last = Name;
  }
  B.variable("v", B.record(Last));
  EXPECT_FALSE(shapeOf().NoData);
}
TEST_F(TypeShapesTest, NoDataHoweverDeep) {
  B.classType("Base");
  std::string Last = "Base";
  for (unsigned I = 0; I < Deep; ++I) {
    std::string Name = "Derived" + std::to_string(I);
    B.classType(Name).base(B.record(Last));
    Last = Name;
  }
  B.variable("v", B.record(Last));
  EXPECT_TRUE(shapeOf().NoData);
}

TEST_F(TypeShapesTest, AClassOfTheProjectIsExemptByItsName) {
  Known.ExemptCategories.push_back({"logger"});
  B.classType("app::FileLogger");
  B.variable("v", B.record("app::FileLogger"));
  EXPECT_EQ(idOf(shapeOf().Benign), "exempt-type:logger");
}

TEST_F(TypeShapesTest, SoIsAClassInsideOfIt) {
  Known.ExemptCategories.push_back({"logger"});
  B.classType("app::FileLogger");
  B.classType("app::FileLogger::Queue");
  B.variable("v", B.record("app::FileLogger::Queue"));
  EXPECT_EQ(idOf(shapeOf().Benign), "exempt-type:logger");
}

TEST_F(TypeShapesTest, ANamespaceIsNoClassAroundIt) {
  Known.ExemptCategories.push_back({"logger"});
  B.classType("logger::Queue");
  B.variable("v", B.record("logger::Queue"));
  EXPECT_FALSE(shapeOf().Benign);
}

TEST_F(TypeShapesTest, NamesOfUsersStateWin) {
  Known.ExemptCategories.push_back({"logger"});
  B.classType("app::SessionLogger");
  B.variable("v", B.record("app::SessionLogger"));
  EXPECT_FALSE(shapeOf().Benign);
}

TEST_F(TypeShapesTest, ACategoryThatIsNotExemptExcusesNothing) {
  Known.ExemptCategories.push_back({"logger", ExemptionReason::None});
  B.classType("app::FileLogger");
  B.variable("v", B.record("app::FileLogger"));
  EXPECT_FALSE(shapeOf().Benign);
}

} // namespace
