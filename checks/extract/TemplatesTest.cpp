//===- TemplatesTest.cpp - What templates make, as facts ------------------===//
//
// Sources that are on no disk, and the functions and variables in them.
//
//===----------------------------------------------------------------------===//
#include "extract/ExtractTesting.h"
#include "facts/Models.h"

using namespace stateless;
using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

class TemplatesTest : public testing::Test {
protected:
  void read(llvm::StringRef Code) { Facts = factsOf(Code); }
  llvm::StringRef text(StringId Id) const { return Facts.Strings[Id]; }

  std::vector<const Function *> functions(llvm::StringRef Name) const {
    std::vector<const Function *> Result;
    for (const Function &F : Facts.Functions)
      if (F.Definition && text(F.QualifiedName) == Name)
        Result.push_back(&F);
    return Result;
  }
  /// "instance: name in the object file" of each variable that a template
  /// makes.
  std::vector<std::string> instances() const {
    std::vector<std::string> Result;
    for (const Variable &V : Facts.Variables)
      if (V.Pattern && V.Definition)
        Result.push_back((text(V.Instance) + ": " + text(V.Mangled)).str());
    return Result;
  }
  static size_t count(const Function &F, StatementKind Kind) {
    size_t Result = 0;
    for (const FlowBody &Body : F.FlowBodies)
      Result += llvm::count_if(
          Body.Statements, [&](const Statement &S) { return S.Kind == Kind; });
    return Result;
  }

  TuFacts Facts;
};

TEST_F(TemplatesTest, EachInstantiationIsAFunctionOfItsOwn) {
  read("template <class T> int f() { static int N; return ++N; }\n"
       "int g() { return f<int>() + f<char>(); }\n");
  std::vector<const Function *> All = functions("f");
  ASSERT_THAT(All, SizeIs(2));
  EXPECT_NE(All[0]->Symbol, All[1]->Symbol);
  EXPECT_EQ(All[0]->Pattern, All[1]->Pattern);
  EXPECT_TRUE(All[0]->Pattern);
  EXPECT_FALSE(All[0]->Open);
  EXPECT_THAT(instances(), UnorderedElementsAre("f<int>: _ZZ1fIiEivE1N",
                                                "f<char>: _ZZ1fIcEivE1N"));
}

TEST_F(TemplatesTest, StaticMembersAndVariableTemplatesAreToldApart) {
  read("template <class T> struct S { static int N; };\n"
       "template <class T> int S<T>::N = 0;\n"
       "template <class T> int V = 0;\n"
       "int g() { return S<int>::N + S<char>::N + V<long>; }\n");
  EXPECT_THAT(instances(),
              UnorderedElementsAre("S<int>: _ZN1SIiE1NE",
                                   "S<char>: _ZN1SIcE1NE", "V<long>: _Z1VIlE"));
}

TEST_F(TemplatesTest, MethodsSayOfWhichTypeTheyAre) {
  read("template <class T> struct Box { T V; T get() { return V; } };\n"
       "int g(Box<int> &A, Box<char> &B) { return A.get() + B.get(); }\n");
  std::vector<std::string> Types;
  for (const Function *F : functions("Box::get"))
    Types.push_back(text(Facts.Types[F->ClassType.Value].Spelling).str());
  EXPECT_THAT(Types, UnorderedElementsAre("Box<int>", "Box<char>"));
}

TEST_F(TemplatesTest, WhatNothingInstantiatesIsOpen) {
  read("template <class T> int f(T X) { return X.get(); }\n");
  std::vector<const Function *> All = functions("f");
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_TRUE(All[0]->Open);
  EXPECT_FALSE(All[0]->Pattern);
}

TEST_F(TemplatesTest, BeyondTheBoundTheyShareTheTemplatesBody) {
  std::string Code =
      "template <int I> int f() { return I; }\nint g() { return 0";
  for (unsigned I = 0; I < 70; ++I)
    Code += " + f<" + std::to_string(I) + ">()";
  read(Code + "; }\n");
  size_t Own = 0, Shared = 0;
  for (const Function *F : functions("f"))
    ++(F->Open ? Shared : Own);
  EXPECT_EQ(Own, 64u);
  EXPECT_EQ(Shared, 1u);
}

TEST_F(TemplatesTest, AGenericLambdaIsOneFunction) {
  read(
      "int g() { auto L = [](auto X) { return X; }; return L(1) + L('c'); }\n");
  std::vector<SymbolId> Symbols;
  for (const Function &F : Facts.Functions)
    if (F.Kind == FunctionKind::Lambda)
      Symbols.push_back(F.Symbol);
  ASSERT_FALSE(Symbols.empty());
  EXPECT_TRUE(llvm::all_equal(Symbols));
}

TEST_F(TemplatesTest, ALambdaInAnInstantiationIsItsOwn) {
  read("template <class T> int f() { return [] { return T(); }(); }\n"
       "int g() { return f<int>() + f<char>(); }\n");
  std::vector<SymbolId> Symbols, Patterns;
  for (const Function &F : Facts.Functions)
    if (F.Kind == FunctionKind::Lambda) {
      Symbols.push_back(F.Symbol);
      Patterns.push_back(F.Pattern);
    }
  ASSERT_THAT(Symbols, SizeIs(2));
  EXPECT_NE(Symbols[0], Symbols[1]);
  EXPECT_EQ(Patterns[0], Patterns[1]);
}

TEST_F(TemplatesTest, ReadsOfWhatOthersSeeAreStatements) {
  read("int X; const int Limit = 3;\n"
       "int once() { return X; }\n"
       "int own() { int L = 1; return L + Limit; }\n");
  EXPECT_EQ(count(*functions("once")[0], StatementKind::Read), 1u);
  EXPECT_EQ(count(*functions("own")[0], StatementKind::Read), 0u);
}

TEST_F(TemplatesTest, AnInheritedConstructorIsACallOfTheBases) {
  read("struct Base { explicit Base(int *P) : P(P) {} int *P; };\n"
       "struct Derived : Base { using Base::Base; };\n"
       "int X;\n"
       "int *g() { Derived D(&X); return D.P; }\n");
  std::vector<std::string> Callees;
  for (const Call &C : functions("g")[0]->Calls)
    Callees.push_back(text(C.CalleeName).str());
  EXPECT_THAT(Callees, ElementsAre("Base::Base"));
}

} // namespace
