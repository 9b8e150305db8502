//===- ProgramsTest.cpp ---------------------------------------------------===//
#include "facts/Programs.h"
#include "facts/FactBuilder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace stateless;

namespace {

/// A unit by the names that it defines and needs; `main` is one of them.
LinkUnit unit(std::string File, std::vector<std::string> Defines,
              std::vector<std::string> Needs = {}) {
  auto Names = [](const std::vector<std::string> &Words) {
    std::vector<uint64_t> Result;
    for (const std::string &Word : Words)
      if (Word != "main")
        Result.push_back((llvm::xxh3_64bits(Word) >> 2) |
                         (Word.starts_with("class ") ? ClassNameBit : 0));
    llvm::sort(Result);
    return Result;
  };
  LinkUnit Result;
  Result.File = std::move(File);
  Result.Names = {Names(Defines), Names(Needs),
                  llvm::is_contained(Defines, "main")};
  return Result;
}

LinkUnit excluded(LinkUnit Unit) {
  Unit.Excluded = true;
  return Unit;
}

LinkUnit lost(std::string File) {
  LinkUnit Unit;
  Unit.File = std::move(File);
  Unit.Analysed = false;
  return Unit;
}

/// "NAME: a.cpp b.cpp" for each program, libraries in parentheses; "?" behind
/// the name of one that is not complete.
std::vector<std::string> grouped(const std::vector<LinkUnit> &Units,
                                 const std::vector<LinkTarget> &Targets = {}) {
  std::vector<std::string> Result;
  for (const ProgramUnits &P : programsOf(Units, Targets)) {
    std::string Text = P.Executable ? P.Name : "(" + P.Name + ")";
    Text += P.Complete ? ":" : "?:";
    for (const ProgramUnits::Member &M : P.Members)
      Text += " " + Units[M.Unit].File;
    Result.push_back(Text);
  }
  return Result;
}

using Texts = std::vector<std::string>;

TEST(Programs, ADatabaseWithoutMainIsOneLibrary) {
  EXPECT_EQ(grouped({unit("/a.cpp", {"a"}), unit("/b.cpp", {"b"}, {"a"})}),
            Texts{"(): /a.cpp /b.cpp"});
  EXPECT_EQ(grouped({excluded(unit("/a.cpp", {"a"}))}), Texts{"(): /a.cpp"});
  EXPECT_EQ(grouped({}), Texts{});
}

TEST(Programs, OneMainTakesAll) {
  EXPECT_EQ(
      grouped({unit("/src/main.cpp", {"main"}, {"a"}),
               unit("/lib/a.cpp", {"a"}), unit("/lib/registers.cpp", {})}),
      Texts{"/src/main.cpp: /src/main.cpp /lib/a.cpp "
            "/lib/registers.cpp"});
}

TEST(Programs, EachMainTakesWhatItNeeds) {
  std::vector<LinkUnit> Units{unit("/admin.cpp", {"main"}, {"log"}),
                              unit("/log.cpp", {"log"}, {"format"}),
                              unit("/format.cpp", {"format"}),
                              unit("/orders.cpp", {"orders"}, {"log"}),
                              unit("/shop.cpp", {"main"}, {"orders"})};
  EXPECT_EQ(grouped(Units),
            (Texts{"/admin.cpp: /admin.cpp /log.cpp /format.cpp",
                   "/shop.cpp: /log.cpp /format.cpp /orders.cpp /shop.cpp"}));
}

TEST(Programs, TwoCommandsOfOneFileAreOneProgram) {
  EXPECT_EQ(
      grouped({unit("/a.cpp", {"main"}, {"log"}), unit("/a.cpp", {"main"}),
               unit("/log.cpp", {"log"}), unit("/b.cpp", {"main"})}),
      (Texts{"/a.cpp: /a.cpp /a.cpp /log.cpp", "/b.cpp: /b.cpp"}));
}

TEST(Programs, NobodyNeedsAMain) {
  // The test has what the shop defines, too; and a stub beside its main.
  EXPECT_EQ(grouped({unit("/shop.cpp", {"main", "send"}, {"stop"}),
                     unit("/test.cpp", {"main", "stop"}, {"send"})}),
            (Texts{"/shop.cpp: /shop.cpp", "/test.cpp: /test.cpp"}));
}

TEST(Programs, TheNearestOfSeveralDefinitions) {
  EXPECT_EQ(grouped({unit("/admin/main.cpp", {"main"}, {"config"}),
                     unit("/admin/config.cpp", {"config"}),
                     unit("/shop/main.cpp", {"main"}, {"config"}),
                     unit("/shop/config.cpp", {"config"})}),
            (Texts{"/admin/main.cpp: /admin/main.cpp /admin/config.cpp",
                   "/shop/main.cpp: /shop/main.cpp /shop/config.cpp"}));
  // As near: any may be it.
  EXPECT_EQ(
      grouped({unit("/a/main.cpp", {"main"}, {"x"}), unit("/a/x1.cpp", {"x"}),
               unit("/a/x2.cpp", {"x"}), unit("/b/main.cpp", {"main"})}),
      (Texts{"/a/main.cpp: /a/main.cpp /a/x1.cpp /a/x2.cpp",
             "/b/main.cpp: /b/main.cpp"}));
}

TEST(Programs, AllMethodsOfAClassThatIsMade) {
  EXPECT_EQ(grouped({unit("/src/main.cpp", {"main"}, {"class Store"}),
                     unit("/src/io/disk.cpp", {"class Store"}),
                     unit("/src/store.cpp", {"class Store"}),
                     unit("/tool/main.cpp", {"main"}),
                     unit("/tool/store.cpp", {"class Store"}, {"x"})}),
            (Texts{"/src/main.cpp: /src/main.cpp /src/io/disk.cpp "
                   "/src/store.cpp",
                   "/tool/main.cpp: /tool/main.cpp /tool/store.cpp"}));
}

TEST(Programs, WhatRegistersItselfGoesToTheNearest) {
  EXPECT_EQ(grouped({unit("/src/main.cpp", {"main"}),
                     unit("/src/routes/cart.cpp", {}, {"cart"}),
                     unit("/src/cart.cpp", {"cart"}),
                     unit("/tests/main.cpp", {"main"}),
                     unit("/tests/cart_test.cpp", {}, {"cart"})}),
            (Texts{"/src/main.cpp: /src/main.cpp /src/routes/cart.cpp "
                   "/src/cart.cpp",
                   "/tests/main.cpp: /src/cart.cpp /tests/main.cpp "
                   "/tests/cart_test.cpp"}));
  // Nobody knows whose it is.
  EXPECT_EQ(
      grouped({unit("/a/main.cpp", {"main"}, {"log"}),
               unit("/b/main.cpp", {"main"}), unit("/lib/log.cpp", {"log"}),
               unit("/lib/registers.cpp", {}, {"log"})}),
      (Texts{"/a/main.cpp: /a/main.cpp /lib/log.cpp",
             "/b/main.cpp: /b/main.cpp",
             "(): /lib/log.cpp /lib/registers.cpp"}));
}

TEST(Programs, ExcludedOnesAreNotLookedAt) {
  EXPECT_EQ(
      grouped({unit("/src/main.cpp", {"main"}, {"a"}),
               unit("/src/a.cpp", {"a"}), unit("/lib/b.cpp", {"b"}),
               excluded(unit("/tests/main.cpp", {"main"}, {"a", "b"})),
               excluded(unit("/tests/a_test.cpp", {}, {"a"}))}),
      (Texts{"/src/main.cpp: /src/main.cpp /src/a.cpp", "(): /lib/b.cpp"}));
  // Its framework has the main; third parties are linked where needed.
  EXPECT_EQ(grouped({unit("/src/main.cpp", {"main"}, {"zip"}),
                     excluded(unit("/vendor/zip.c", {"zip"})),
                     excluded(unit("/tests/a_test.cpp", {}, {"zip"}))}),
            Texts{"/src/main.cpp: /src/main.cpp /vendor/zip.c"});
  // There is nothing else.
  EXPECT_EQ(
      grouped({excluded(unit("/tests/a.cpp", {"main"})),
               excluded(unit("/tests/b.cpp", {"main"}))}),
      (Texts{"/tests/a.cpp: /tests/a.cpp", "/tests/b.cpp: /tests/b.cpp"}));
}

TEST(Programs, AUnitThatDiedMayBePartOfThem) {
  EXPECT_EQ(grouped({unit("/a/main.cpp", {"main"}), lost("/a/x.cpp"),
                     unit("/b/main.cpp", {"main"})}),
            (Texts{"/a/main.cpp?: /a/main.cpp /a/x.cpp",
                   "/b/main.cpp: /b/main.cpp"}));
  EXPECT_EQ(grouped({unit("/a/main.cpp", {"main"}), lost("/x.cpp"),
                     unit("/b/main.cpp", {"main"})}),
            (Texts{"/a/main.cpp?: /a/main.cpp", "/b/main.cpp?: /b/main.cpp"}));
}

TEST(Programs, ThePlaceInTheDatabaseDecidesNothing) {
  std::vector<LinkUnit> Units{unit("/b.cpp", {"main"}, {"log"}),
                              unit("/a.cpp", {"main"}, {"log"}),
                              unit("/log.cpp", {"log"})};
  Texts Forward = grouped(Units);
  EXPECT_EQ(Forward,
            (Texts{"/a.cpp: /a.cpp /log.cpp", "/b.cpp: /b.cpp /log.cpp"}));
}

//===-- What the build says -----------------------------------------------===//

TEST(Programs, ATargetHasItsUnitsAndWhatItLinks) {
  // The admin has routes that register themselves, and a log of its own.
  std::vector<LinkUnit> Units{unit("/main_a.cpp", {"main"}, {"log"}),
                              unit("/main_b.cpp", {"main"}, {"log"}),
                              unit("/routes_a.cpp", {}),
                              unit("/log1.cpp", {"log"}),
                              unit("/log2.cpp", {"log"}),
                              unit("/unused.cpp", {"unused"})};
  std::vector<LinkTarget> Targets{
      {"admin", TargetKind::Executable, {0, 2}, {2}},
      {"shop", TargetKind::Executable, {1}, {3}},
      {"first", TargetKind::Archive, {3, 5}, {}},
      {"second", TargetKind::Archive, {4}, {}}};
  EXPECT_EQ(grouped(Units, Targets),
            (Texts{"admin: /main_a.cpp /routes_a.cpp /log1.cpp",
                   "shop: /main_b.cpp /log2.cpp", "(): /unused.cpp"}));
}

TEST(Programs, AnArchiveMayHaveTheMain) {
  std::vector<LinkUnit> Units{unit("/main.cpp", {"main"}, {"serve"}),
                              unit("/one.cpp", {"serve"}),
                              unit("/two.cpp", {"serve"})};
  std::vector<LinkTarget> Targets{{"one", TargetKind::Executable, {1}, {2}},
                                  {"two", TargetKind::Executable, {2}, {2}},
                                  {"entry", TargetKind::Archive, {0}, {}}};
  EXPECT_EQ(grouped(Units, Targets),
            (Texts{"one: /main.cpp /one.cpp", "two: /main.cpp /two.cpp"}));
}

TEST(Programs, AllOfASharedLibraryIsThere) {
  std::vector<LinkUnit> Units{
      unit("/main.cpp", {"main"}), unit("/registers.cpp", {}),
      unit("/plugin.cpp", {"load"}, {"log"}), unit("/log.cpp", {"log"})};
  std::vector<LinkTarget> Targets{{"app", TargetKind::Executable, {0}, {1}},
                                  {"core", TargetKind::Objects, {1}, {3}},
                                  {"plugin", TargetKind::Plugin, {2}, {}},
                                  {"log", TargetKind::Archive, {3}, {}}};
  EXPECT_EQ(grouped(Units, Targets), (Texts{"app: /main.cpp /registers.cpp",
                                            "(plugin): /plugin.cpp /log.cpp"}));
}

TEST(Programs, ObjectsOfOneFolderBelongTogether) {
  std::vector<LinkUnit> Units{unit("/main_a.cpp", {"main"}, {"log"}),
                              unit("/main_b.cpp", {"main"}, {"log"}),
                              unit("/routes_a.cpp", {}),
                              unit("/log.cpp", {"log"})};
  EXPECT_EQ(grouped(Units, {{"a", TargetKind::Group, {0, 2}, {}},
                            {"b", TargetKind::Group, {1}, {}},
                            {"log", TargetKind::Group, {3}, {}}}),
            (Texts{"a: /main_a.cpp /routes_a.cpp /log.cpp",
                   "b: /main_b.cpp /log.cpp"}));
}

TEST(Programs, RulesNameAProgramByItsMain) {
  std::vector<LinkUnit> Units{unit("/src/a.cpp", {"run"}, {"log"}),
                              unit("/src/b.cpp", {"main"}),
                              unit("/src/log.cpp", {"log"})};
  EXPECT_EQ(grouped(Units, {{"a", TargetKind::Executable, {0}, {}, true}}),
            (Texts{"/src/b.cpp: /src/b.cpp", "a: /src/a.cpp /src/log.cpp"}));
}

//===-- The names of a unit -----------------------------------------------===//

std::vector<std::string> groupedFacts(std::vector<TuFacts> Units) {
  std::vector<LinkUnit> All;
  for (const TuFacts &Unit : Units)
    All.push_back({Unit.Strings[Unit.MainFile].str(), linkNamesOf(Unit)});
  return grouped(All);
}

TEST(LinkNames, CallsVariablesAndMadeClasses) {
  FactBuilder Main("/main.cpp");
  TypeId Int = Main.type("int");
  auto Limit = Main.variable("limit", Int).declared();
  Main.function("main")
      .calls("log")
      .reads(FactBuilder::variablePlace(Limit))
      .creates(Main.record("Disk"));
  Main.function("helper");

  FactBuilder Log("/log.cpp");
  Log.function("log").internal();
  Log.function("log");
  FactBuilder Config("/config.cpp");
  Config.variable("limit", Config.type("int"));
  FactBuilder Store("/disk.cpp");
  auto Disk = Store.classType("Disk");
  Store.function("Disk::put").method(Disk);
  FactBuilder Other("/other.cpp");
  Other.function("main").calls("helper");
  FactBuilder Unused("/x/unused.cpp");
  Unused.function("unused");

  EXPECT_FALSE(linkNamesOf(Log.facts()).Main);
  EXPECT_TRUE(linkNamesOf(Main.facts()).Main);
  std::vector<TuFacts> Units;
  for (FactBuilder *B : {&Main, &Log, &Config, &Store, &Other, &Unused})
    Units.push_back(B->take());
  EXPECT_EQ(groupedFacts(std::move(Units)),
            (Texts{"/main.cpp: /main.cpp /log.cpp /config.cpp /disk.cpp",
                   "/other.cpp: /other.cpp", "(): /x/unused.cpp"}));
}

TEST(LinkNames, AMemberIsMadeWithItsClass) {
  FactBuilder Main("/main.cpp");
  auto App = Main.classType("App");
  Main.field(App, "App::store", Main.record("Store"));
  Main.function("main").call(CallKind::Constructor, "App::App",
                             ReceiverUse::None, {});
  FactBuilder Store("/store.cpp");
  Store.function("Store::put").method(Store.classType("Store"));
  FactBuilder Tool("/tool.cpp");
  Tool.function("main");
  std::vector<TuFacts> Units;
  for (FactBuilder *B : {&Main, &Store, &Tool})
    Units.push_back(B->take());
  EXPECT_EQ(groupedFacts(std::move(Units)),
            (Texts{"/main.cpp: /main.cpp /store.cpp", "/tool.cpp: /tool.cpp"}));
}

TEST(LinkNames, InlineFunctionsNeedNobody) {
  FactBuilder A("/a.cpp"), B("/b.cpp");
  for (FactBuilder *Each : {&A, &B}) {
    Each->function("shared").fact().Inline = true;
    Each->function("main").calls("shared");
  }
  LinkNames Names = linkNamesOf(A.facts());
  EXPECT_TRUE(Names.Needs.empty());
  EXPECT_EQ(Names.Defines.size(), 1U);
}

} // namespace
