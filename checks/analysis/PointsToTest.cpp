//===- PointsToTest.cpp - What a pointer may be ---------------------------===//
//
// Pins what each kind of statement means, what leads to Unknown, how callers of
// small functions are told apart, and the bounds at their edges. It must not
// know the extractor.
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsTo.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

/// The statements of one body, written one by one.
class Code {
public:
  using Number = StatementNumber;
  using Kind = StatementKind;

  Number add(Kind K, Number A = 0, Number B = 0, SymbolId Symbol = {},
             uint32_t Index = 0) {
    Statement S;
    S.Kind = K;
    S.A = A;
    S.B = B;
    S.Symbol = Symbol;
    S.Index = Index;
    Body.Statements.push_back(S);
    return static_cast<Number>(Body.Statements.size());
  }
  Number variable(SymbolId V) { return add(Kind::Variable, 0, 0, V); }
  Number load(Number A) { return add(Kind::Load, A); }
  void store(Number At, Number What) { add(Kind::Store, At, What); }
  Number call(SymbolId F, std::vector<Number> Args = {}, Number Receiver = 0) {
    Number C = add(Kind::Call, 0, 0, F);
    if (Receiver)
      add(Kind::Receiver, Receiver, C);
    for (uint32_t I = 0; I < Args.size(); ++I)
      add(Kind::Argument, Args[I], C, {}, I);
    return C;
  }
  /// The value of parameter \p Index.
  Number given(uint32_t Index) {
    return load(add(Kind::Parameter, 0, 0, {}, Index));
  }

  FlowBody Body;
};

class PointsToTest : public FactsTest {
protected:
  void body(llvm::StringRef Name, Code C) {
    B.function(Name).fact().FlowBodies.push_back(std::move(C.Body));
  }
  void solve() { Points.emplace(freeze(/*Whole=*/true)); }
  std::string shown(ObjectId Id) const {
    const Object &O = Points->object(Id);
    switch (O.Kind) {
    case ObjectKind::Unknown:
      return "?";
    case ObjectKind::Part:
      return shown(O.Parent) +
             (O.Symbol ? "." + program().text(O.Symbol).str() : "[]");
    case ObjectKind::New:
      return "new";
    case ObjectKind::Local:
      return "local";
    default:
      return program().text(O.Symbol).str();
    }
  }
  std::vector<std::string> shown(llvm::ArrayRef<ObjectId> Set) const {
    std::vector<std::string> Result;
    for (ObjectId Id : Set)
      Result.push_back(shown(Id));
    return Result;
  }
  /// What the variable \p Name may point to.
  std::vector<std::string> pointees(llvm::StringRef Name) const {
    for (ObjectId Id = 0; Id < Points->size(); ++Id)
      if (Points->object(Id).Kind == ObjectKind::Variable &&
          Points->object(Id).Symbol == symbol(Name))
        return shown(Points->contents(Id));
    return {};
  }
  bool escapes(llvm::StringRef Name) const {
    for (ObjectId Id = 0; Id < Points->size(); ++Id)
      if (Points->object(Id).Symbol == symbol(Name) && Points->escapes(Id))
        return true;
    return false;
  }

  SymbolId A = B.variable("a", Int), X = B.variable("b", Int);
  SymbolId P = B.variable("p", Int), Q = B.variable("q", Int);
  SymbolId Field = B.text("C::f");
  std::optional<PointsTo> Points;
};

TEST_F(PointsToTest, StoresAndLoads) {
  Code C;
  C.store(C.variable(P), C.variable(A));
  C.store(C.variable(Q), C.load(C.variable(P)));
  body("f", C);
  solve();
  EXPECT_THAT(pointees("q"), ElementsAre("a"));
}

TEST_F(PointsToTest, OrderOfFunctionsDoesNotMatter) {
  Code Reads;
  Reads.store(Reads.variable(Q), Reads.load(Reads.variable(P)));
  body("a_reads", Reads);
  Code Writes;
  Writes.store(Writes.variable(P), Writes.variable(A));
  body("b_writes", Writes);
  solve();
  EXPECT_THAT(pointees("q"), ElementsAre("a"));
}

TEST_F(PointsToTest, FieldsAndElementsAreToldApart) {
  Code C;
  Code::Number Object = C.variable(X);
  C.store(C.add(StatementKind::Field, Object, 0, Field), C.variable(A));
  C.store(C.variable(P), C.load(C.add(StatementKind::Field, Object, 0, Field)));
  C.store(C.variable(Q), C.load(C.add(StatementKind::Element, Object)));
  body("f", C);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
  EXPECT_THAT(pointees("q"), IsEmpty());
}

TEST_F(PointsToTest, MembersByPointer) {
  Code C;
  Code::Number Object = C.variable(X);
  Code::Number Member = C.add(StatementKind::Member, 0, 0, Field);
  C.store(C.add(StatementKind::MemberOf, Object, Member), C.variable(A));
  C.store(C.variable(P), C.load(C.add(StatementKind::Field, Object, 0, Field)));
  body("f", C);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
}

TEST_F(PointsToTest, CopiesGetWhatComesLater) {
  Code C;
  Code::Number From = C.variable(X), Into = C.variable(Q);
  C.add(StatementKind::Copy, Into, From);
  C.store(C.add(StatementKind::Field, From, 0, Field), C.variable(A));
  C.store(C.variable(P), C.load(C.add(StatementKind::Field, Into, 0, Field)));
  body("f", C);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
}

TEST_F(PointsToTest, WhatEscapesMayComeBack) {
  Code C;
  C.add(StatementKind::Escape, C.variable(A));
  C.store(C.variable(P), C.load(C.add(StatementKind::Unknown)));
  body("f", C);
  solve();
  // Unknown stands for all that escaped.
  EXPECT_THAT(pointees("p"), ElementsAre("?"));
  EXPECT_TRUE(escapes("a"));
  EXPECT_FALSE(escapes("b"));
}

TEST_F(PointsToTest, CodeOutOfSightKeepsWhatItIsGiven) {
  Code C;
  C.store(C.variable(P), C.call(B.text("elsewhere"), {C.variable(A)}));
  body("f", C);
  solve();
  EXPECT_TRUE(escapes("a"));
  EXPECT_THAT(pointees("p"), ElementsAre("?"));
}

TEST_F(PointsToTest, IndirectCallsRunWhatArrives) {
  Code Callee;
  Callee.store(Callee.variable(Q), Callee.given(0));
  body("callee", Callee);
  Code C;
  C.store(C.variable(P),
          C.add(StatementKind::Function, 0, 0, B.text("callee")));
  Code::Number Call =
      C.add(StatementKind::Call, C.load(C.variable(P)), 0, {}, 0);
  C.add(StatementKind::Argument, C.variable(A), Call);
  body("f", C);
  solve();
  EXPECT_THAT(pointees("q"), ElementsAre("a"));
}

//===-- Callers told apart ------------------------------------------------===//

/// `T *same(T *x) { return x; }`, with \p Padding statements more.
static Code identity(unsigned Padding = 0) {
  Code C;
  for (unsigned I = 0; I < Padding; ++I)
    C.add(StatementKind::Local);
  C.add(StatementKind::Return, C.given(0));
  return C;
}

TEST_F(PointsToTest, SmallFunctionsKeepTheirCallersApart) {
  body("same", identity());
  Code C;
  C.store(C.variable(P), C.call(B.text("same"), {C.variable(A)}));
  C.store(C.variable(Q), C.call(B.text("same"), {C.variable(X)}));
  body("f", C);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
  EXPECT_THAT(pointees("q"), ElementsAre("b"));
}

TEST_F(PointsToTest, LargeFunctionsMixTheirCallers) {
  // Three statements of the identity, and as many more as make 60 and 61.
  body("small", identity(57));
  body("large", identity(58));
  Code C;
  SymbolId R = B.variable("r", Int), S = B.variable("s", Int);
  C.store(C.variable(P), C.call(B.text("small"), {C.variable(A)}));
  C.call(B.text("small"), {C.variable(X)});
  C.store(C.variable(R), C.call(B.text("large"), {C.variable(A)}));
  C.store(C.variable(S), C.call(B.text("large"), {C.variable(X)}));
  body("f", C);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
  EXPECT_THAT(pointees("r"), UnorderedElementsAre("a", "b"));
}

TEST_F(PointsToTest, RecursionEnds) {
  Code C;
  C.add(StatementKind::Return, C.given(0));
  C.add(StatementKind::Return, C.call(B.text("again"), {C.given(0)}));
  body("again", C);
  Code F;
  F.store(F.variable(P), F.call(B.text("again"), {F.variable(A)}));
  body("f", F);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
}

TEST_F(PointsToTest, EachCallOfAFactoryMakesItsOwn) {
  Code Make;
  Make.add(StatementKind::Return, Make.add(StatementKind::New));
  body("make", Make);
  Code C;
  Code::Number First = C.call(B.text("make")), Second = C.call(B.text("make"));
  C.store(First, C.variable(A));
  C.store(C.variable(P), C.load(First));
  C.store(C.variable(Q), C.load(Second));
  body("f", C);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
  EXPECT_THAT(pointees("q"), IsEmpty());
}

//===-- Virtual calls -----------------------------------------------------===//

class VirtualCallsTest : public PointsToTest {
protected:
  /// A pure method, and \p Count methods that override it. Each keeps what it
  /// is given in \p Kept, and hands it back.
  void interface(llvm::StringRef Method, unsigned Count, SymbolId Kept) {
    B.function(Method).declared().fact().Virtual = true;
    for (unsigned I = 0; I < Count; ++I) {
      Code C;
      C.store(C.variable(Kept), C.given(0));
      C.add(StatementKind::Return, C.given(0));
      B.function((Method + std::to_string(I)).str())
          .overrides(B.text(Method))
          .fact()
          .FlowBodies.push_back(std::move(C.Body));
    }
  }
  /// Calls \p Method with the address of \p Arg, and keeps the result.
  void caller(llvm::StringRef Name, llvm::StringRef Method, SymbolId Arg,
              SymbolId Into) {
    Code C;
    StatementNumber At = C.variable(Arg);
    At = C.call(B.text(Method), {At});
    C.Body.Statements[At - 1].Virtual = true;
    C.store(C.variable(Into), At);
    body(Name, C);
  }
  CallTargets targetsOf(llvm::StringRef Name) const {
    for (const FlowContext &In : Points->contexts())
      if (In.F == program().function(symbol(Name)))
        return Points->targets(In, 0, /*Number=*/2);
    return {};
  }
};

TEST_F(VirtualCallsTest, WithManyTargetsShareThem) {
  SymbolId R = B.variable("r", Int);
  // The pure method itself is a target, too.
  interface("few", 15, P);
  interface("many", 16, Q);
  caller("callsFew", "few", A, R);
  caller("callsMany", "many", A, R);
  caller("callsManyToo", "many", X, R);
  solve();
  EXPECT_THAT(pointees("p"), ElementsAre("a"));
  EXPECT_THAT(pointees("q"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(pointees("r"), testing::IsSupersetOf({"a", "b"}));
  EXPECT_EQ(targetsOf("callsFew").Bodies.size(), 16u);
  EXPECT_FALSE(targetsOf("callsFew").Group);
  ASSERT_TRUE(targetsOf("callsMany").Group);
  EXPECT_EQ(targetsOf("callsMany").Bodies.size(), 16u);
  EXPECT_EQ(targetsOf("callsManyToo").Group, targetsOf("callsMany").Group);
  EXPECT_EQ(Points->groupCount(), 1u);
}

TEST_F(VirtualCallsTest, WhatAGroupHandsToCodeOutOfSightEscapes) {
  interface("run", 20, P);
  B.function("unseen").declared().overrides(B.text("run"));
  caller("first", "run", A, Q);
  caller("second", "run", X, Q);
  solve();
  for (ObjectId Id = 0; Id < Points->size(); ++Id)
    if (Points->object(Id).Symbol == A)
      EXPECT_EQ(Points->escapeOf(Id).By, program().function(symbol("first")));
  EXPECT_TRUE(escapes("a"));
  EXPECT_TRUE(escapes("b"));
}

//===-- Bounds ------------------------------------------------------------===//

TEST_F(PointsToTest, MoreObjectsThanTheBoundAreUnknown) {
  auto Fill = [&](llvm::StringRef Name, SymbolId Into, unsigned Count) {
    Code C;
    for (unsigned I = 0; I < Count; ++I)
      C.store(C.variable(Into), C.add(StatementKind::New));
    body(Name, C);
  };
  Fill("edge", P, 1000);
  Fill("above", Q, 1001);
  solve();
  EXPECT_EQ(pointees("p").size(), 1000u);
  EXPECT_THAT(pointees("p"), testing::Not(testing::Contains("?")));
  EXPECT_THAT(pointees("q"), testing::Contains("?"));
  // What is lost there is known to escape, and where.
  unsigned Lost = 0;
  for (ObjectId Id = 0; Id < Points->size(); ++Id)
    if (Points->escapes(Id)) {
      ++Lost;
      EXPECT_EQ(Points->object(Id).Kind, ObjectKind::New);
      EXPECT_EQ(Points->escapeOf(Id).By, program().function(symbol("above")));
    }
  EXPECT_EQ(Lost, 1u);
}

} // namespace
