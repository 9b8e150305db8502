//===- SchemaTest.cpp - The schema and the compiler agree -----------------===//
//
// The schema repeats the keys and words that the compiler knows. Each one in
// the schema is tried on the compiler here; that the schema accepts and
// refuses whole files as the compiler does is schema_test.py's part.
//
//===----------------------------------------------------------------------===//
#include "RuleSet.h"
#include "llvm/Support/JSON.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

namespace {

/// The object that \p Path leads to in the schema.
const llvm::json::Object *lookUp(const llvm::json::Value &Schema,
                                 std::vector<const char *> Path) {
  const llvm::json::Object *Object = Schema.getAsObject();
  for (const char *Key : Path)
    Object = Object ? Object->getObject(Key) : nullptr;
  return Object;
}

std::vector<std::string> keysOf(const llvm::json::Object *Object) {
  std::vector<std::string> Keys;
  if (Object)
    for (const auto &Entry : *Object)
      Keys.push_back(Entry.first.str());
  return Keys;
}

std::vector<std::string> wordsOf(const llvm::json::Object *Object) {
  std::vector<std::string> Words;
  const llvm::json::Array *Enum = Object ? Object->getArray("enum") : nullptr;
  if (Enum)
    for (const llvm::json::Value &Word : *Enum)
      Words.push_back(Word.getAsString().value_or("?").str());
  return Words;
}

std::vector<std::string> errors(const std::string &Text) {
  std::vector<std::string> Messages;
  for (const RuleDiagnostic &D : loadRulesFromText(Text, "r.yaml").Diagnostics)
    Messages.push_back(D.Message);
  return Messages;
}

/// True if the compiler calls \p Key unknown in \p Before + "KEY: ~".
bool isUnknown(const std::string &Before, const std::string &Key) {
  for (const std::string &Message : errors(Before + Key + ": ~"))
    if (llvm::StringRef(Message).starts_with("unknown "))
      return true;
  return false;
}

class Schema : public testing::Test {
protected:
  llvm::json::Value Root = cantFail(llvm::json::parse(ruleSchema()));

  /// Each key of the schema at \p Path is one that the compiler knows.
  void expectKnown(std::vector<const char *> Path, const std::string &Before) {
    std::vector<std::string> Keys = keysOf(lookUp(Root, Path));
    EXPECT_FALSE(Keys.empty()) << Before;
    for (const std::string &Key : Keys)
      EXPECT_FALSE(isUnknown(Before, Key)) << Before << Key;
    EXPECT_TRUE(isUnknown(Before, "no-such-key")) << Before;
  }
};

TEST_F(Schema, HasTheKeysThatTheCompilerKnows) {
  expectKnown({"properties"}, "");
  expectKnown({"$defs", "check", "properties"},
              "checks:\n  stateless-mutable-global:\n    ");
  expectKnown({"$defs", "check", "properties", "example", "properties"},
              "checks:\n  stateless-mutable-global:\n    example:\n      ");
  expectKnown({"$defs", "exception", "properties"}, "exceptions:\n  - ");
  expectKnown({"$defs", "models", "properties"}, "models:\n  ");
  for (const char *List : {"operations", "file-writers", "value-functions",
                           "forwards", "entry-points"})
    expectKnown({"$defs", "models", "properties", List, "items", "properties"},
                std::string("models:\n  ") + List + ":\n    - ");
}

/// The compiler's own list of words is in its message.
TEST_F(Schema, HasTheWordsThatTheCompilerKnows) {
  auto Expect = [&](const llvm::json::Object *Object, const std::string &Text) {
    std::vector<std::string> Words = wordsOf(Object);
    ASSERT_FALSE(Words.empty()) << Text;
    std::string List = Words[0];
    for (size_t I = 1; I < Words.size(); ++I)
      List += ", " + Words[I];
    EXPECT_THAT(errors(Text),
                testing::Contains(HasSubstr("one of " + List + ", not")));
  };
  auto Model = [&](const char *List, const char *Key) {
    return lookUp(Root, {"$defs", "models", "properties", List, "items",
                         "properties", Key});
  };
  Expect(lookUp(Root, {"$defs", "check", "properties", "severity"}),
         "checks: {stateless-mutable-global: {severity: xyz}}");
  Expect(Model("file-writers", "kind"),
         "models: {file-writers: [{function: f, path: 0, kind: xyz}]}");
  Expect(Model("operations", "kind"),
         "models: {operations: [{function: f, kind: xyz}]}");
  Expect(Model("file-writers", "mode-syntax"),
         "models: {file-writers: [{function: f, path: 0, mode-syntax: xyz}]}");
  Expect(Model("value-functions", "kind"),
         "models: {value-functions: [{function: f, kind: xyz}]}");
}

TEST_F(Schema, KnowsAllTopLevelKeys) {
  EXPECT_THAT(keysOf(lookUp(Root, {"properties"})),
              UnorderedElementsAre("extends", "writable-roots", "exclude",
                                   "third-party", "programs", "checks",
                                   "exceptions", "models"));
}

} // namespace
