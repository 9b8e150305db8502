//===- OperationsTest.cpp - Modelled calls as operations ------------------===//
//
// Sources that are on no disk, models of their functions, and the operations
// that come of both. It must not depend on what a kind of operation means.
//
//===----------------------------------------------------------------------===//
#include "extract/ExtractTesting.h"
#include "facts/EnumNames.h"
#include "facts/Models.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

class OperationsTest : public testing::Test {
protected:
  OperationsTest() { Model.Function = "f"; }

  /// The operations of `g`, which \p Code defines; `f` is what Model names.
  std::vector<Operation> read(llvm::StringRef Code) {
    Models Known;
    Known.Operations = {Model};
    Known.Operations.insert(Known.Operations.end(), Further.begin(),
                            Further.end());
    Known.Settings = Settings;
    Known.Own = {Model.Function};
    Facts = factsOf(Code, Known);
    for (const Function &F : Facts.Functions)
      if (Facts.Strings[F.QualifiedName] == "g")
        return F.Operations;
    return {};
  }
  /// "role=value" for each value, with the language of a mode.
  std::vector<std::string> values(const Operation &O) const {
    std::vector<std::string> Result;
    for (const NamedValue &V : O.Values) {
      const Value &Known = Facts.Values[V.Value.Value];
      std::string Text = enumWord(V.Role) + "=";
      if (Known.Kind == ValueKind::Text)
        Text += Facts.Strings[Known.Text];
      else if (Known.Kind == ValueKind::Integer)
        Text += std::to_string(Known.Number);
      else
        Text += enumWord(Known.Kind);
      if (V.Syntax != ModeSyntax::None)
        Text += " (" + enumWord(V.Syntax) + ")";
      Result.push_back(Text);
    }
    return Result;
  }
  /// Of the one operation of `g`.
  std::vector<std::string> valuesIn(llvm::StringRef Code) {
    std::vector<Operation> All = read(Code);
    return All.size() == 1 ? values(All[0]) : std::vector<std::string>{"none"};
  }

  OperationModel Model;
  std::vector<OperationModel> Further; ///< Behind Model.
  std::vector<SettingModel> Settings;
  TuFacts Facts;
};

TEST_F(OperationsTest, HaveTheKindAndTheValuesThatTheModelNames) {
  Model.Kind = OperationKind::Rename;
  Model.Path = {2, 0};
  Model.Mode = {1};
  Model.Syntax = ModeSyntax::Stdio;
  std::vector<Operation> All =
      read("void f(const char *, const char *, const char *);\n"
           "void g() { f(\"/a\", \"w\", \"/b\"); }\n");
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_EQ(All[0].Kind, OperationKind::Rename);
  EXPECT_EQ(Facts.Strings[All[0].Callee], "f");
  EXPECT_EQ(All[0].Loc.Line, 2u);
  EXPECT_THAT(values(All[0]),
              ElementsAre("path=/b", "path=/a", "mode=w (stdio)"));
  EXPECT_THAT(valuesOf(All[0], ValueRole::Path), SizeIs(2));
}

/// An enumerator that no code knows goes through as any other.
TEST_F(OperationsTest, AreOfAnyKind) {
  Model.Kind = static_cast<OperationKind>(enumCount<OperationKind>());
  Model.Display = "F";
  std::vector<Operation> All = read("void f();\n"
                                    "void g() { f(); }\n");
  ASSERT_THAT(All, SizeIs(1)) << "a model that names no text asks for none";
  EXPECT_EQ(All[0].Kind, Model.Kind);
  EXPECT_EQ(Facts.Strings[All[0].Callee], "F");
  EXPECT_THAT(All[0].Values, IsEmpty());
}

TEST_F(OperationsTest, HaveNotWhatTheCallLacks) {
  Model.Path = {0, 1, 5};
  EXPECT_THAT(valuesIn("void f(const char *, const char *);\n"
                       "void g() { f(\"/a\", nullptr); }\n"),
              ElementsAre("path=/a"));
}

TEST_F(OperationsTest, NeedOneOfTheTextsThatTheModelNames) {
  Model.Path = {0};
  Model.Mode = {1};
  Model.Syntax = ModeSyntax::Posix;
  EXPECT_THAT(read("void f(int, int);\n"
                   "void g() { f(3, 1); }\n"),
              IsEmpty())
      << "a descriptor names no file";
  EXPECT_THAT(read("void f(const char *, int);\n"
                   "void g() { f(nullptr, 1); }\n"),
              IsEmpty());
}

TEST_F(OperationsTest, MayTakeAnyValueAsAMode) {
  Model.Path = {0};
  Model.Mode = {1};
  Model.Syntax = ModeSyntax::Posix;
  const char *Code = "void f(const char *, int = 2);\n";
  auto Of = [&](const char *Call) {
    return valuesIn(std::string(Code) + "void g(int N) { " + Call + "; }\n");
  };
  EXPECT_THAT(Of("f(\"/a\", 0)"), ElementsAre("path=/a", "mode=0 (posix)"));
  EXPECT_THAT(Of("f(\"/a\")"), ElementsAre("path=/a", "mode=2 (posix)"));
  EXPECT_THAT(Of("f(\"/a\", N)"),
              ElementsAre("path=/a", "mode=parameter (posix)"));
}

TEST_F(OperationsTest, MayImplyAMode) {
  Model.Path = {0};
  Model.Mode = {1};
  Model.Syntax = ModeSyntax::Ios;
  const char *Code = "void f(const char *); void f(const char *, int);\n";
  auto Of = [&](const char *Call) {
    return valuesIn(std::string(Code) + "void g() { " + Call + "; }\n");
  };
  EXPECT_THAT(Of("f(\"/a\")"), ElementsAre("path=/a", "mode=unknown (ios)"));
  Model.ImpliedMode = "in|out";
  EXPECT_THAT(Of("f(\"/a\")"), ElementsAre("path=/a", "mode=24 (ios)"));
  EXPECT_THAT(Of("f(\"/a\", 1)"), ElementsAre("path=/a", "mode=1 (ios)"));
  Model.ImpliedMode = "+out";
  EXPECT_THAT(Of("f(\"/a\")"), ElementsAre("path=/a", "mode=16 (ios)"));
  EXPECT_THAT(Of("f(\"/a\", 1)"), ElementsAre("path=/a", "mode=17 (ios)"));
}

TEST_F(OperationsTest, MayBeOnAReceiverBelowAFolder) {
  Model.Function = "F::open";
  Model.Path = {0};
  Model.Base = ReceiverArgument;
  EXPECT_THAT(valuesIn("struct F { void open(const char *); };\n"
                       "void g(F &X) { X.open(\"a\"); }\n"),
              ElementsAre("path=join"));
  Model.Path = {ReceiverArgument};
  Model.Base = std::nullopt;
  EXPECT_THAT(valuesIn("struct F { void open(); };\n"
                       "void g(F &X) { X.open(); }\n"),
              ElementsAre("path=unknown"));
}

//===-- One name, several functions ---------------------------------------===//

TEST_F(OperationsTest, AreOfTheOverloadWithTheParametersOfTheModel) {
  Model.Path = {0};
  Model.Parameters = {"n::Text", "int"};
  const char *Code = "namespace n { inline namespace v1 {\n"
                     "struct Text { Text(const char *); };\n"
                     "struct Stream {}; } }\n"
                     "void f(const n::Text &, const int *, int = 0);\n"
                     "void f(n::Stream &, int);\n"
                     "void f(const n::Text &);\n";
  auto Of = [&](const char *Call) {
    return read(std::string(Code) + "void g(n::Stream &S) { " + Call + "; }\n");
  };
  EXPECT_THAT(Of("f(\"/a\", nullptr)"), SizeIs(1))
      << "behind references and pointers, more parameters do not count";
  EXPECT_THAT(Of("f(S, 1)"), IsEmpty()) << "another type";
  EXPECT_THAT(Of("f(\"/a\")"), IsEmpty()) << "fewer parameters";
  Model.Parameters = {"*", "i*"};
  EXPECT_THAT(Of("f(S, 1)"), SizeIs(1)) << "globs";
}

TEST_F(OperationsTest, AreOfTheFirstModelThatFits) {
  Model.Path = {1};
  Model.Parameters = {"*", "*"};
  OperationModel Other;
  Other.Function = "f";
  Other.Path = {0};
  Further = {Other};
  const char *Code = "void f(const char *); void f(const char *, const char *);"
                     "void g() { ";
  EXPECT_THAT(valuesIn(std::string(Code) + "f(\"/a\"); }\n"),
              ElementsAre("path=/a"));
  EXPECT_THAT(valuesIn(std::string(Code) + "f(\"/a\", \"/b\"); }\n"),
              ElementsAre("path=/b"));
}

TEST_F(OperationsTest, AreOfTheClassWithTheArgumentsOfTheModel) {
  Model.Function = "Box::Inner::put";
  Model.Kind = OperationKind::Keep;
  Model.ClassArguments = {"n::Memory"};
  const char *Code = "namespace n { struct Memory {}; struct Redis {}; }\n"
                     "template <class... S> struct Box { struct Inner {\n"
                     "  template <class T> void put(T) {} }; };\n";
  auto Of = [&](const char *Store) {
    return read(std::string(Code) + "void g(Box<" + Store +
                ">::Inner &I) { I.put(1); }\n");
  };
  EXPECT_THAT(Of("n::Memory"), SizeIs(1));
  EXPECT_THAT(Of("n::Memory, n::Redis"), SizeIs(1));
  EXPECT_THAT(Of("n::Redis"), IsEmpty());
  EXPECT_THAT(Of("n::Redis, n::Memory"), IsEmpty()) << "the first ones count";
  EXPECT_THAT(Of(""), IsEmpty());
}

TEST_F(OperationsTest, SayWhatIsKept) {
  Model.Kind = OperationKind::Keep;
  Model.Keeps = "cart";
  Model.Configured = true;
  std::vector<Operation> All = read("void f(int); void g() { f(1); }\n");
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_EQ(Facts.Strings[All[0].What], "cart");
  EXPECT_TRUE(All[0].Configured);
}

//===-- Paths in other texts, and elsewhere -------------------------------===//

TEST_F(OperationsTest, MayHaveTheirPathInAnotherText) {
  Model.Path = {0};
  Model.PathAfter = {"file=", "*"};
  std::vector<Operation> All =
      read("void f(const char *); void g() { f(\"file=/a\"); }\n");
  ASSERT_THAT(All, SizeIs(1));
  const Value &Path = Facts.Values[All[0].Values[0].Value.Value];
  EXPECT_EQ(Path.Kind, ValueKind::Behind);
  ASSERT_THAT(Path.Args, SizeIs(3));
  EXPECT_EQ(Facts.Strings[Facts.Values[Path.Args[1].Value].Text], "file=");
}

TEST_F(OperationsTest, MayBeBelowASetting) {
  Model.Path = {0};
  Model.Setting = "uploads";
  Model.SettingDefault = "up";
  Settings = {{"set", "uploads", 0}, {"load", "uploads", std::nullopt}};
  const char *Code = "namespace n {} void f(); void f(const char *);\n"
                     "extern \"C\" { void set(const char *); void load(); }\n";
  EXPECT_THAT(valuesIn(std::string(Code) + "void g() { f(); }\n"),
              ElementsAre("path=setting"));
  EXPECT_THAT(valuesIn(std::string(Code) + "void g() { f(\"a\"); }\n"),
              ElementsAre("path=join"));
  read(std::string(Code) + "void g() { set(\"/a\"); load(); }\n");
  std::vector<std::string> Stored;
  for (const Function &F : Facts.Functions)
    for (const StoredText &S : F.StoredTexts)
      Stored.push_back(Facts.Strings[S.Into].str() + ": " +
                       enumWord(Facts.Values[S.Text.Value].Kind));
  EXPECT_THAT(Stored, ElementsAre("setting uploads: text",
                                  "setting uploads: command-line"));
}

TEST_F(OperationsTest, NameADriverByAVariableOfALibrary) {
  Model.Path = {1};
  Model.Mode = {0};
  Model.Syntax = ModeSyntax::Driver;
  const char *Code = "# 1 \"/usr/include/lib.h\" 1 3\n"
                     "namespace lib { struct Backend {};\n"
                     "extern const Backend sqlite3; }\n"
                     "# 4 \"/no-such-folder/of-operations/a.cpp\" 2\n"
                     "void f(const lib::Backend &, const char *);\n"
                     "extern const lib::Backend Own;\n";
  EXPECT_THAT(
      valuesIn(std::string(Code) + "void g() { f(lib::sqlite3, \"/a\"); }\n"),
      ElementsAre("path=/a", "mode=lib::sqlite3 (driver)"));
  EXPECT_THAT(valuesIn(std::string(Code) + "void g() { f(Own, \"/a\"); }\n"),
              ElementsAre("path=/a", "mode=variable (driver)"));
}

/// So that a check finds the objects and the place in the control flow.
TEST_F(OperationsTest, StandWhereTheStatementsOfTheirCallDo) {
  Model.Function = "F::open";
  Model.Path = {0};
  std::vector<Operation> All = read("struct F { void open(const char *); };\n"
                                    "void g(F &X) {\n"
                                    "  X\n"
                                    "      .open(\"a\");\n"
                                    "}\n");
  ASSERT_THAT(All, SizeIs(1));
  size_t Objects = 0, Points = 0;
  for (const Function &F : Facts.Functions) {
    if (Facts.Strings[F.QualifiedName] != "g")
      continue;
    for (const FlowBody &Body : F.FlowBodies)
      for (const Statement &S : Body.Statements)
        if (S.Kind == StatementKind::Receiver)
          Objects += Body.Statements[S.B - 1].Loc == All[0].Loc ? 1 : 0;
    for (const ControlFlow &C : F.Control)
      for (const ProgramPoint &P : C.Points)
        Points += P.Loc == All[0].Loc ? 1 : 0;
  }
  EXPECT_EQ(Objects, 1u);
  EXPECT_GE(Points, 1u);
}

} // namespace
