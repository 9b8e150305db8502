//===- ProjectTreeTest.cpp - Tests of which headers are the project's -----===//
//
// Where projects, their databases and their build folders lie.
//
//===----------------------------------------------------------------------===//
#include "ProjectTree.h"
#include "RuleSet.h"
#include "io/TempFolder.h"

using namespace stateless;

TEST(ProjectTree, IsTheFolderOfTheDatabaseOrAroundTheBuild) {
  auto Tree = [](const char *Sources, const char *Database) {
    return projectTree({Sources, Database, ""});
  };
  EXPECT_EQ(Tree("/p/src", "/p"), "/p");
  EXPECT_EQ(Tree("/p/src", "/p/build"), "/p");
  EXPECT_EQ(Tree("/p/src", "/p/build-debug"), "/p");
  EXPECT_EQ(Tree("/p/src", "/p/out/x64/Debug"), "/p");
  EXPECT_EQ(Tree("/p", "/p/cmake-build-debug"), "/p");
  EXPECT_EQ(Tree("/build/p/src", "/build/p/build"), "/build/p");
  EXPECT_EQ(Tree("/usr/src/p/src", "/usr/src/p/build"), "/usr/src/p");
}

TEST(ProjectTree, IsTheFolderOfTheSourcesElse) {
  EXPECT_EQ(projectTree({"/p/src", "/tmp/db", ""}), "/p/src");
  EXPECT_EQ(projectTree({"/p/src", "/p2/build", ""}), "/p/src");
  EXPECT_EQ(projectTree({"/home/me/app/src", "/home/me/dbs/app", ""}),
            "/home/me/app/src")
      << "a folder that holds both says nothing";
  EXPECT_EQ(projectTree({"/p/src", "/build", ""}), "/p/src") << "never '/'";
}

TEST(ProjectTree, IsNoTreeOfEverything) {
  EXPECT_EQ(projectTree({"/", "/", ""}), "");
  EXPECT_EQ(projectTree({"/", "/build", ""}), "");
  EXPECT_EQ(projectTree({"/", "/p/build", ""}), "/p")
      << "sources of the project, and generated ones elsewhere";
}

TEST(ProjectTree, ReachesToTheRulesAtTheTopOfACheckout) {
  TempFolder Folder;
  std::string Top = Folder.path(), Sources = Folder / "services/cart/src";
  EXPECT_EQ(projectTree({Sources, "/tmp/db", Top}), Sources);
  Folder.write(".git/HEAD", "");
  EXPECT_EQ(projectTree({Sources, "/tmp/db", Top}), Top);
  EXPECT_EQ(projectTree({"/elsewhere", "/tmp/db", Top}), "/elsewhere");
}

TEST(ProjectTree, OwnsWhatLiesThereAndIsNotThirdParty) {
  RuleSet Rules = loadRules("").Rules;
  ProjectTree Tree("/p", Rules, "/p");
  auto Owns = [&](const char *Path) { return Tree.owns(Path, Path); };
  EXPECT_TRUE(Owns("/p/lib/include/shop/store.h"));
  EXPECT_TRUE(Owns("/p/build/gen/a.h")) << "generated, but of this project";
  EXPECT_FALSE(Owns("/p2/store.h"));
  EXPECT_FALSE(Owns("/usr/include/stdio.h"));
  for (const char *File :
       {"/p/third_party/json.h", "/p/vendor/a/b.h", "/p/build/_deps/x/a.h",
        "/p/vcpkg_installed/x64-linux/include/a.h"})
    EXPECT_FALSE(Owns(File)) << File;
  EXPECT_FALSE(ProjectTree("", Rules, "/p").owns("/p/a.h", "/p/a.h"));
}

TEST(ProjectTree, FollowsLinks) {
  TempFolder Folder;
  RuleSet Rules = loadRules("").Rules;
  Folder.write("real/include/a.h", "");
  ASSERT_FALSE(llvm::sys::fs::create_link(Folder / "real", Folder / "link"));
  ProjectTree Tree(Folder / "link", Rules, Folder / "link");
  EXPECT_TRUE(Tree.owns(Folder / "elsewhere/a.h", Folder / "real/include/a.h"));
  EXPECT_FALSE(Tree.owns(Folder / "link/include/a.h", "/mnt/a.h"))
      << "a link to what is installed elsewhere";
  EXPECT_FALSE(Tree.owns(Folder / "elsewhere/a.h", "/mnt/a.h"));
  EXPECT_FALSE(
      Tree.owns(Folder / "link/third_party/a.h", Folder / "real/x/a.h"));
}
