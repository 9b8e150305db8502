//===- ModelTextTest.cpp - Models as text ---------------------------------===//
//
// What is printed reads back as the same models; the schema's part has each
// kind and each key.
//
//===----------------------------------------------------------------------===//
#include "ModelText.h"
#include "RuleSet.h"
#include "facts/FieldCount.h"
#include "llvm/Support/JSON.h"
#include <gmock/gmock.h>

using namespace stateless;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string printed(const Models &Known, const CheckModels &ForChecks = {}) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  printModels(Known, ForChecks, OS);
  return Text;
}

/// What \p Text says, without a note of whose it is.
RuleSet reread(const std::string &Text) {
  RuleLoad Load = loadRulesFromText("extends: none\n" + Text, "r.yaml");
  for (const RuleDiagnostic &D : Load.Diagnostics)
    ADD_FAILURE() << D.Loc.Line << ": " << D.Message;
  Load.Rules.Known.Own.clear();
  return std::move(Load.Rules);
}

TEST(ModelText, NoModelsAreNoText) { EXPECT_THAT(printed({}), IsEmpty()); }

TEST(ModelText, ReadsBackAsTheShippedModels) {
  RuleSet Rules = loadRules("").Rules;
  Models Shipped = Rules.Known;
  ASSERT_FALSE(Shipped.Operations.empty());
  ASSERT_FALSE(Rules.Options.Known.ShellCommands.empty());
  std::string Text = printed(Shipped, Rules.Options.Known);
  RuleSet Read = reread(Text);
  EXPECT_EQ(printed(Read.Known, Read.Options.Known), Text);
  Models Again = Read.Known;
  EXPECT_EQ(Again.Roles.size(), Shipped.Roles.size());
  // Roles of several kinds share a list, in which they change places.
  Again.Roles = Shipped.Roles;
  EXPECT_EQ(modelHash(Again), modelHash(Shipped));
}

TEST(ModelText, LeavesOutWhatIsDefault) {
  Models Known;
  Known.Operations.resize(1);
  Known.Operations[0].Function = "f";
  Known.Operations[0].Path = {ReceiverArgument, 1};
  Known.Pure = {{"p", {}}, {"q\"\n", {0}}};
  Known.EntryPoints.resize(1);
  Known.EntryPoints[0].Call = "on";
  Known.EntryPoints[0].Handlers = {1};
  Known.EntryPoints[0].Once = true;
  Known.Roles = {{"run", CallRole::Serves},
                 {"poll", CallRole::ServesOnce},
                 {"take", CallRole::Receives}};
  Known.Senders = {{"send", std::nullopt}, {"put", 1}};
  Known.Awaits = {{"join", ReceiverArgument, ""}, {"wait", 0, ""}};
  EXPECT_EQ(printed(Known), "models:\n"
                            "  operations:\n"
                            "    - {function: \"f\", kind: write, "
                            "path: [receiver, 1]}\n"
                            "  pure:\n"
                            "    - \"p\"\n"
                            "    - {function: \"q\\\"\\n\", arguments: 0}\n"
                            "  entry-points:\n"
                            "    - {call: \"on\", handler: 1, once: on}\n"
                            "  serving-calls:\n"
                            "    - \"run\"\n"
                            "  server-turns:\n"
                            "    - \"poll\"\n"
                            "  request-sources:\n"
                            "    - \"take\"\n"
                            "  sending-calls:\n"
                            "    - \"send\"\n"
                            "    - {function: \"put\", socket: 1}\n"
                            "  awaiting-calls:\n"
                            "    - \"join\"\n"
                            "    - {function: \"wait\", handle: 0}\n");
  EXPECT_EQ(modelHash(reread(printed(Known)).Known), modelHash(Known));
}

TEST(ModelText, TheSchemaHasEachKindAndKey) {
  llvm::json::Value Root =
      cantFail(llvm::json::parse("{" + modelSchema() + "}"));
  auto Expect = [&]<typename Model, typename Owner>(const ModelKind &Kind,
                                                    std::vector<Model> Owner::*,
                                                    auto...) {
    const llvm::json::Object *Of = Root.getAsObject()->getObject(Kind.Key);
    ASSERT_NE(Of, nullptr) << Kind.Key;
    EXPECT_TRUE(Of->getString("description")) << Kind.Key;
    if (Kind.Form == ModelForm::Names)
      return;
    const llvm::json::Object *Item = Of->getObject("items");
    if (const llvm::json::Array *Either = Item->getArray("oneOf");
        Either && Kind.Form == ModelForm::Either)
      Item = (*Either)[1].getAsObject();
    visitModelMembers<Model>([&](const ModelKey &Key, auto) {
      EXPECT_NE(Item->getObject("properties")->getObject(Key.Key), nullptr)
          << Kind.Key << ' ' << Key.Key;
    });
  };
  visitModelKinds<Models>(Expect);
  visitModelKinds<CheckModels>(Expect);
}

TEST(ModelText, EveryFieldOfModelsForChecksIsListed) {
  size_t Lists = 0;
  visitModelLists<CheckModels>(
      [&]<typename Model>(std::vector<Model> CheckModels::*) {
        ++Lists;
        size_t Listed = 0;
        visitModelMembers<Model>([&](const ModelKey &, auto) { ++Listed; });
        EXPECT_EQ(Listed, arity<Model>()) << Lists;
      });
  EXPECT_EQ(Lists, arity<CheckModels>());
}

} // namespace
