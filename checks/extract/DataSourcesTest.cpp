//===- DataSourcesTest.cpp - What the values in a body are made of --------===//
//
// Sources that are on no disk, and what a global gets in them. It must not
// depend on what analyses make of that.
//
//===----------------------------------------------------------------------===//
#include "extract/ExtractTesting.h"
#include "facts/EnumNames.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class DataSourcesTest : public testing::Test {
protected:
  void read(llvm::StringRef Body) {
    std::string Text = R"(
struct Request { int Body; int Path; };
int Given; int Other; const int Limit = 3; int Kept;
int helper(int N); bool fill(int N, int &Into);
struct C { int Own; void g(const Request &Q, int N, int *Out); };
void C::g(const Request &Q, int N, int *Out) { )" +
                       Body.str() + " }";
    Facts = factsOf(Text);
  }

  std::string described(const Source &S) const {
    llvm::StringRef Name = Facts.Strings[S.Symbol],
                    Part = Facts.Strings[S.Part];
    for (const Variable &V : Facts.Variables)
      if (V.Symbol == S.Symbol)
        Name = Facts.Strings[V.Name];
    for (const Field &F : Facts.Fields)
      if (F.Symbol == S.Symbol)
        Name = Facts.Strings[F.Name];
    std::string Text(enumName(S.Kind));
    if (S.Kind == SourceKind::Parameter || S.Kind == SourceKind::Output)
      Text += " " + std::to_string(S.Index);
    else if (S.Kind == SourceKind::Variable || S.Kind == SourceKind::Field)
      Text += " " + Name.str();
    return Part.empty() ? Text : Text + " " + Part.str();
  }

  /// What goes from C::g into \p Into.
  std::vector<std::string> flows(llvm::StringRef Body,
                                 SinkKind Into = SinkKind::Store) {
    read(Body);
    std::vector<std::string> Result;
    for (const Function &F : Facts.Functions)
      for (const DataFlow &Flow : F.Data)
        if (Flow.Into == Into && Facts.Strings[F.QualifiedName] == "C::g")
          for (const Source &S : Flow.From)
            Result.push_back(described(S));
    return Result;
  }

  TuFacts Facts;
};

TEST_F(DataSourcesTest, PartsOfParameters) {
  EXPECT_THAT(flows("Kept = Q.Body;"),
              ElementsAre("Parameter 0 Request::Body"));
  EXPECT_THAT(flows("Kept = N;"), ElementsAre("Parameter 1"));
  EXPECT_THAT(flows("Kept = *Out;"), ElementsAre("Parameter 2"));
  EXPECT_THAT(flows("Kept = N + Q.Path;"),
              testing::UnorderedElementsAre("Parameter 1",
                                            "Parameter 0 Request::Path"));
}

TEST_F(DataSourcesTest, ThroughLocals) {
  const std::vector<std::string> Body{"Parameter 0 Request::Body"};
  EXPECT_EQ(flows("int A = Q.Body; int B; B = A; Kept = B * 2;"), Body);
  EXPECT_EQ(flows("int A[2]; A[1] = Q.Body; Kept = A[0];"), Body);
  EXPECT_EQ(flows("Request R{}; R.Path = Q.Body; Kept = R.Path;"), Body);
  for (const char *Through :
       {"int &B = A; B = Q.Body; ", "int *B; B = &A; *B = Q.Body; "})
    EXPECT_THAT(flows("int A = 0; " + std::string(Through) + "Kept = A;"),
                testing::Contains(Body.front()));
  EXPECT_EQ(flows("auto [A, B] = Q; Kept = A;"),
            std::vector<std::string>{"Parameter 0"});
  EXPECT_EQ(flows("int L[] = {Q.Body}; for (int A : L) Kept = A;"), Body);
}

TEST_F(DataSourcesTest, VariablesFieldsAndCalls) {
  EXPECT_THAT(flows("Kept = Given;"), ElementsAre("Variable Given"));
  EXPECT_THAT(flows("Kept = Own;"), ElementsAre("Field Own"));
  EXPECT_THAT(flows("Kept = helper(N);"), ElementsAre("Result"));
  EXPECT_THAT(flows("int A; if (fill(N, A)) Kept = A;"),
              ElementsAre("Output 1"));
}

TEST_F(DataSourcesTest, ConstantsAreNone) {
  EXPECT_THAT(flows("Kept = 3;"), IsEmpty());
  EXPECT_THAT(flows("Kept = Limit + sizeof(N);"), IsEmpty());
  EXPECT_THAT(flows("int A = 2; Kept = A;"), IsEmpty());
}

TEST_F(DataSourcesTest, AValueOfTooManySourcesIsUnknown) {
  auto Sum = [&](unsigned Count) {
    std::string Declared, Value = "Kept = 0";
    for (unsigned I = 0; I < Count; ++I) {
      Declared += "extern int V" + std::to_string(I) + "; ";
      Value += " + V" + std::to_string(I);
    }
    return flows(Declared + Value + ";");
  };
  EXPECT_THAT(Sum(16), testing::Not(testing::Contains("Unknown")));
  EXPECT_THAT(Sum(17), testing::Contains("Unknown"));
}

TEST_F(DataSourcesTest, WhatIsNoLocalIsASink) {
  const std::vector<std::string> Body{"Parameter 0 Request::Body"};
  EXPECT_EQ(flows("Own = Q.Body;"), Body);
  EXPECT_EQ(flows("*Out = Q.Body;"), Body);
  EXPECT_EQ(flows("static int Made = Q.Body;"), Body);
  EXPECT_THAT(flows("int A; A = Q.Body;"), IsEmpty());
  EXPECT_EQ(flows("helper(Q.Body);", SinkKind::Argument), Body);
}

TEST_F(DataSourcesTest, WhatLambdasCapture) {
  EXPECT_EQ(flows("int A = Q.Body; [&] { Kept = A; }();", SinkKind::Shared),
            std::vector<std::string>{"Parameter 0 Request::Body"});
  EXPECT_EQ(flows("int A = 0; [&] { A = Q.Body; }(); Kept = A;"),
            std::vector<std::string>{"Elsewhere"});
}

} // namespace
