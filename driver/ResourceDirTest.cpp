//===- ResourceDirTest.cpp - Tests of the resource directory --------------===//
//
// The order of the places, and that another major version is never taken.
//
//===----------------------------------------------------------------------===//
#include "ResourceDir.h"
#include "io/TempFolder.h"
#include "llvm/ADT/StringRef.h"
#include <cstdlib>

using namespace stateless;

namespace {

class ResourceDirTest : public testing::Test {
protected:
  /// A resource directory at \p Name.
  std::string make(llvm::StringRef Name) {
    Folder.write((Name + "/include/stddef.h").str(), "");
    return Folder / Name;
  }
  ResourceDirQuery query() {
    ResourceDirQuery Query;
    Query.Executable = Folder / "prefix/bin/stateless-tidy";
    Query.BuildTime = Folder / "build/clang/22";
    Query.Major = 22;
    Query.AskClang = false;
    return Query;
  }
  static std::string found(const ResourceDirQuery &Query) {
    auto Dir = findResourceDir(Query);
    return Dir ? *Dir : "error: " + llvm::toString(Dir.takeError());
  }

  TempFolder Folder;
};

} // namespace

TEST_F(ResourceDirTest, BundledBeforeBuildTime) {
  std::string BuildTime = make("build/clang/22");
  EXPECT_EQ(found(query()), BuildTime);
  std::string Bundled = make("prefix/lib/stateless-tidy/clang/22");
  EXPECT_EQ(found(query()), Bundled);
}

TEST_F(ResourceDirTest, TheOptionBeforeAll) {
  make("prefix/lib/stateless-tidy/clang/22");
  std::string Own = make("own");
  ResourceDirQuery Query = query();
  Query.Option = Own;
  EXPECT_EQ(found(Query), Own);
}

TEST_F(ResourceDirTest, AnOptionThatIsWrongIsNotReplaced) {
  make("build/clang/22");
  ResourceDirQuery Query = query();
  Query.Option = Folder / "missing";
  EXPECT_NE(found(Query).find("holds no include/stddef.h"), std::string::npos);
  Query.Option = make("other/clang/19");
  EXPECT_NE(found(Query).find("belongs to Clang 19"), std::string::npos);
}

TEST_F(ResourceDirTest, AnotherMajorIsNotTaken) {
  make("prefix/lib/stateless-tidy/clang/19");
  ResourceDirQuery Query = query();
  Query.BuildTime = make("build/clang/19");
  EXPECT_NE(found(Query).find("--resource-dir"), std::string::npos);
}

TEST_F(ResourceDirTest, AFullVersionIsAMajorToo) {
  ResourceDirQuery Query = query();
  Query.BuildTime = make("build/clang/22.1.8");
  EXPECT_EQ(found(Query), Query.BuildTime);
}

TEST_F(ResourceDirTest, TheErrorSaysHowToHelp) {
  std::string Error = found(query());
  EXPECT_NE(Error.find("libclang-common-22-dev"), std::string::npos) << Error;
}

TEST_F(ResourceDirTest, AsksTheUsersClangLast) {
  std::string Answer = make("users/clang/22");
  std::string Script =
      Folder.write("path/clang-22", "#!/bin/sh\necho '" + Answer + "'\n");
  ASSERT_FALSE(
      llvm::sys::fs::setPermissions(Script, llvm::sys::fs::perms::all_all));
  std::string OldPath = std::getenv("PATH");
  ::setenv("PATH", (Folder / "path").c_str(), 1);
  ResourceDirQuery Query = query();
  Query.AskClang = true;
  std::string Asked = found(Query);
  Query.BuildTime = make("build/clang/22");
  std::string NotAsked = found(Query);
  ::setenv("PATH", OldPath.c_str(), 1);
  EXPECT_EQ(Asked, Answer);
  EXPECT_EQ(NotAsked, Query.BuildTime);
}
