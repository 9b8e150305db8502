//===- DumpTest.cpp - Facts as text ---------------------------------------===//
//
// Values read as the header says, dumps are valid JSON whatever
// bytes the facts hold. It must not depend on the extractor.
//
//===----------------------------------------------------------------------===//
#include "facts/Dump.h"

#include "facts/FactBuilder.h"
#include "llvm/Support/JSON.h"
#include <gmock/gmock.h>

using namespace stateless;

namespace {

std::string textOf(FactBuilder &B, ValueId Id) {
  return valueText(Id, B.facts().Values, B.facts().Strings);
}

llvm::json::Value dumpOf(const TuFacts &Facts) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  dumpFacts(Facts, OS);
  return llvm::cantFail(llvm::json::parse(Text));
}

TEST(Dump, ValueIsAnExpression) {
  FactBuilder B("/a.cpp");
  ValueId Path =
      B.value(ValueKind::Concat, {B.literal("/var/lib/"), B.parameterValue(0)});
  EXPECT_EQ(textOf(B, Path), "concat(\"/var/lib/\", param 0)");
  ValueId Choice =
      B.value(ValueKind::Choice,
              {B.integer(-7), B.value(ValueKind::TempDirectory), ValueId()});
  EXPECT_EQ(textOf(B, Choice), "choice(-7, temp-directory, ?)");
  EXPECT_EQ(textOf(B, B.value(ValueKind::CallResult, {Path}, B.text("path"))),
            "path(concat(\"/var/lib/\", param 0))");
  EXPECT_EQ(textOf(B, B.literal("a\"b\\c\n\xc3\xa9")),
            "\"a\\\"b\\\\c\\x0a\xc3\xa9\"");
}

TEST(Dump, ValueOfExponentialSizeIsCutOff) {
  FactBuilder B("/a.cpp");
  ValueId Id = B.literal("x");
  for (int I = 0; I != 200; ++I)
    Id = B.value(ValueKind::Concat, {Id, Id});
  EXPECT_LT(textOf(B, Id).size(), 2000u);
  for (int I = 0; I != 100000; ++I)
    Id = B.value(ValueKind::Join, {Id});
  EXPECT_THAT(textOf(B, Id), testing::EndsWith("..."));
}

TEST(Dump, FactsAreReadableJson) {
  FactBuilder B("/a.cpp");
  TypeId Int = B.type("int");
  auto V = B.variable("app::counter", Int).at(3, 7);
  B.function("app::hit").accesses(AccessKind::Assign, V, {}, B.literal("x"));
  llvm::json::Value Json = dumpOf(B.take());
  const llvm::json::Object &Unit = *Json.getAsObject();
  EXPECT_EQ(Unit.getString("MainFile"), "/a.cpp");
  const auto &Counter = *(*Unit.getArray("Variables"))[0].getAsObject();
  EXPECT_EQ(Counter.getString("Type"), "int");
  EXPECT_EQ(Counter.getString("Loc"), "/a.cpp:3:7");
  EXPECT_EQ(Counter.getBoolean("Definition"), true);
  EXPECT_EQ(Counter.get("ThreadLocal"), nullptr) << "defaults are left out";
  const auto &Hit = *(*Unit.getArray("Functions"))[0].getAsObject();
  const auto &Stored = *(*Hit.getArray("StoredTexts"))[0].getAsObject();
  EXPECT_EQ(Stored.getString("Into"), "app::counter");
  EXPECT_EQ(Stored.getString("Text"), "\"x\"");
}

TEST(Dump, ShowsQualifiedNamesForSymbols) {
  FactBuilder B("/a.cpp");
  auto V = B.variable("app::counter", B.type("int"));
  V.fact().Symbol = B.text("c:@N@app@counter");
  V.init(B.value(ValueKind::Variable, {}, V));
  llvm::json::Value Json = dumpOf(B.take());
  const auto &Counter =
      *(*Json.getAsObject()->getArray("Variables"))[0].getAsObject();
  EXPECT_EQ(Counter.getString("Init"), "var app::counter");
}

TEST(Dump, IsValidJsonForAnyBytes) {
  FactBuilder B("/\xff\xfe\"\\\n.cpp");
  B.variable("v\x80", B.type("\x01")).init(B.literal("\xc3("));
  llvm::json::Value Json = dumpOf(B.take());
  EXPECT_EQ(Json.getAsObject()->getArray("Variables")->size(), 1u);
}

} // namespace
