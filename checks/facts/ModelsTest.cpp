//===- ModelsTest.cpp - The lists of the fields of models -----------------===//
//
// No field of a model and no list of Models is left out of ModelFields.h, and
// each counts for the hash. It must not depend on what any model means.
//
//===----------------------------------------------------------------------===//
#include "facts/EnumNames.h"
#include "facts/FieldCount.h"
#include "facts/ModelFields.h"
#include <gmock/gmock.h>
#include <set>

using namespace stateless;

namespace {

TEST(ModelFields, NameEveryFieldOfEveryModel) {
  visitModelKinds<Models>([]<typename Model>(const ModelKind &Kind,
                                             std::vector<Model> Models::*,
                                             auto... Fixed) {
    size_t Listed = sizeof...(Fixed);
    visitModelMembers<Model>([&](const ModelKey &, auto) { ++Listed; });
    EXPECT_EQ(Listed, arity<Model>()) << Kind.Key;
  });
}

TEST(ModelFields, NameEveryListOfModels) {
  size_t Lists = 0;
  visitModelLists<Models>([&](auto) { ++Lists; });
  EXPECT_EQ(Lists + 1, arity<Models>()) << "all but Own";
}

TEST(ModelFields, KeysAreDifferent) {
  std::set<std::string> Kinds;
  visitModelKinds<Models>([&]<typename Model>(const ModelKind &Kind,
                                              std::vector<Model> Models::*,
                                              auto...) {
    EXPECT_TRUE(Kinds.insert(Kind.Key).second) << Kind.Key;
    std::set<std::string> Keys;
    visitModelMembers<Model>([&](const ModelKey &Key, auto) {
      EXPECT_TRUE(Keys.insert(Key.Key).second) << Kind.Key << " " << Key.Key;
    });
    // Keys that others refer to are keys of the same model.
    visitModelMembers<Model>([&](const ModelKey &Key, auto) {
      EXPECT_TRUE(!*Key.Needs || Keys.count(Key.Needs)) << Key.Key;
      EXPECT_TRUE(!*Key.With || Keys.count(Key.With)) << Key.Key;
    });
  });
}

/// Gives a field a value that is not its default.
void fill(std::string &V) { V = "x"; }
void fill(bool &V) { V = !V; }
void fill(ArgumentIndex &V) { V = 7; }
void fill(std::optional<ArgumentIndex> &V) { V = 7; }
template <typename T> void fill(std::vector<T> &V) { fill(V.emplace_back()); }
template <typename Enum>
  requires std::is_enum_v<Enum>
void fill(Enum &V) {
  V = V == Enum(0) ? Enum(1) : Enum(0);
}

TEST(ModelFields, EachCountsForTheHash) {
  std::set<uint64_t> Hashes{modelHash(Models())};
  visitModelKinds<Models>([&](const ModelKind &Kind, auto List, auto... Fixed) {
    if (Kind.Shared)
      return;
    auto Expect = [&](auto Model, const char *What) {
      Models Known;
      (Known.*List).push_back(Model);
      EXPECT_TRUE(Hashes.insert(modelHash(Known)).second)
          << Kind.Key << ' ' << What;
    };
    using Model =
        typename std::remove_reference_t<decltype(Models().*List)>::value_type;
    Expect(Model(), "a model");
    auto ExpectField = [&](auto Field, const char *What) {
      Model M;
      fill(M.*Field);
      Expect(M, What);
    };
    visitModelMembers<Model>(
        [&](const ModelKey &Key, auto Field) { ExpectField(Field, Key.Key); });
    (ExpectField(Fixed.Field, "what the kind says"), ...);
  });
  Models Own;
  Own.Own = {"f"};
  EXPECT_TRUE(Hashes.insert(modelHash(Own)).second);
}

TEST(ModelFields, TheOrderCountsForTheHash) {
  auto Pure = [](std::vector<PureModel> List) {
    Models Known;
    Known.Pure = std::move(List);
    return modelHash(Known);
  };
  EXPECT_EQ(Pure({{"a", {}}, {"b", {}}}), Pure({{"a", {}}, {"b", {}}}));
  EXPECT_NE(Pure({{"a", {}}, {"b", {}}}), Pure({{"b", {}}, {"a", {}}}));
  // Where one text ends and the next begins.
  EXPECT_NE(Pure({{"ab", {}}, {"c", {}}}), Pure({{"a", {}}, {"bc", {}}}));
  EXPECT_NE(Pure({{"a", {1, 2}}}), Pure({{"a", {12}}}));
}

TEST(EnumWords, AreTheNamesInLowerCase) {
  EXPECT_THAT(enumWords<CallRole>(),
              testing::ElementsAre("none", "serves", "serves-to-end",
                                   "starts-server", "serves-once", "receives",
                                   "waits", "runs-now", "forks", "ends-process",
                                   "shares-memory"));
  EXPECT_EQ(enumWord(OperationKind::LogSink), "log-sink");
}

} // namespace
