//===- IncludeScanTest.cpp - Tests of the include scan --------------------===//
//
// Lines, search paths, and which unit is chosen.
//
//===----------------------------------------------------------------------===//
#include "IncludeScan.h"
#include "CompileDb.h"
#include "io/TempFolder.h"
#include "gmock/gmock.h"
#include <sys/stat.h>
#include <unistd.h>

using namespace stateless;
using testing::ElementsAre;

TEST(IncludeLines, AllSpellings) {
  EXPECT_THAT(includeLines("\xEF\xBB\xBF#include \"a.h\"\n"
                           "  #  include  <b/c.h>  // why\r\n"
                           "#include_next \"d.h\"\n"
                           "#import <e.h>\n"
                           "#include \"f.h\""),
              ElementsAre(IncludeLine{"a.h", false}, IncludeLine{"b/c.h", true},
                          IncludeLine{"d.h", false}, IncludeLine{"e.h", true},
                          IncludeLine{"f.h", false}));
}

TEST(IncludeLines, NotWhatIsNone) {
  EXPECT_TRUE(includeLines("// #include \"a.h\"\n"
                           "#include MACRO\n"
                           "#include \"\"\n"
                           "#include \"open\n"
                           "#define X #include \"b.h\"\n"
                           "/* #include \"c.h\"\n"
                           "#include \"d.h\"\n"
                           "*/\n"
                           "include \"e.h\"\n")
                  .empty());
}

TEST(IncludeLines, GoesOnAfterAComment) {
  EXPECT_THAT(includeLines("/* one line */\n/*\n*/\n#include \"a.h\"\n"),
              ElementsAre(IncludeLine{"a.h", false}));
}

namespace {

class IncludeScanTest : public testing::Test {
protected:
  void unit(llvm::StringRef File, llvm::StringRef Text,
            std::vector<std::string> Flags = {}) {
    Folder.write(File, Text);
    Units.push_back(fixedUnit(Folder.path(), File, Flags));
  }
  /// The chosen unit's file, relative to the folder; "" if there is none.
  std::string chosen(llvm::StringRef Header,
                     std::vector<size_t> Preferred = {}) {
    IncludeScan Scan(Units, Preferred);
    auto Unit = Scan.unitThatIncludes(Folder / Header);
    return Unit ? Units[*Unit].File.substr(Folder.path().size() + 1) : "";
  }

  TempFolder Folder;
  std::vector<CompileUnit> Units;
};

} // namespace

TEST_F(IncludeScanTest, DirectAndTransitive) {
  Folder.write("a.h", "#include \"sub/b.h\"\n");
  Folder.write("sub/b.h", "#include \"c.h\"\n");
  Folder.write("sub/c.h", "#include \"b.h\"\n"); // A cycle ends.
  Folder.write("d.h", "");
  unit("main.cpp", "#include \"a.h\"\n");
  EXPECT_EQ(chosen("a.h"), "main.cpp");
  EXPECT_EQ(chosen("sub/c.h"), "main.cpp");
  EXPECT_EQ(chosen("d.h"), "");
  EXPECT_EQ(chosen("missing.h"), "");
}

TEST_F(IncludeScanTest, SearchPaths) {
  for (const char *Name :
       {"i/i.h", "j/j.h", "s/s.h", "q/q.h", "after/d.h", "f/forced.h"})
    Folder.write(Name, "");
  unit("main.cpp",
       "#include <i.h>\n#include <j.h>\n#include <s.h>\n#include \"q.h\"\n"
       "#include <d.h>\n",
       {"-I", "i", "-I" + (Folder / "j"), "-isystem", "s", "-iquote", "q",
        "-idirafter", "after", "-include", "f/forced.h"});
  for (const char *Name :
       {"i/i.h", "j/j.h", "s/s.h", "q/q.h", "after/d.h", "f/forced.h"})
    EXPECT_EQ(chosen(Name), "main.cpp") << Name;
}

TEST_F(IncludeScanTest, QuotePathsAreNotForAngles) {
  Folder.write("q/q.h", "");
  unit("main.cpp", "#include <q.h>\n", {"-iquote", "q"});
  EXPECT_EQ(chosen("q/q.h"), "");
}

TEST_F(IncludeScanTest, TheFirstDirectoryWins) {
  Folder.write("one/x.h", "");
  Folder.write("two/x.h", "");
  unit("main.cpp", "#include <x.h>\n", {"-Ione", "-Itwo"});
  EXPECT_EQ(chosen("one/x.h"), "main.cpp");
  EXPECT_EQ(chosen("two/x.h"), "");
}

TEST_F(IncludeScanTest, PrefersTheSameStemThenTheNearest) {
  Folder.write("lib/cart.h", "");
  unit("app/a.cpp", "#include \"../lib/cart.h\"\n");
  EXPECT_EQ(chosen("lib/cart.h"), "app/a.cpp");
  unit("lib/z.cpp", "#include \"cart.h\"\n");
  EXPECT_EQ(chosen("lib/cart.h"), "lib/z.cpp");
  unit("src/cart.cpp", "#include \"../lib/cart.h\"\n");
  EXPECT_EQ(chosen("lib/cart.h"), "src/cart.cpp");
  EXPECT_EQ(chosen("lib/cart.h", {0}), "app/a.cpp");
}

TEST_F(IncludeScanTest, AStemThatDoesNotIncludeIsNotChosen) {
  Folder.write("cart.h", "");
  unit("cart.cpp", "");
  unit("other.cpp", "#include \"cart.h\"\n");
  EXPECT_EQ(chosen("cart.h"), "other.cpp");
}

TEST_F(IncludeScanTest, UnitsWithOtherPathsSeeOtherGraphs) {
  Folder.write("v1/api.h", "#include \"detail.h\"\n");
  Folder.write("v1/detail.h", "");
  Folder.write("v2/api.h", "");
  unit("a.cpp", "#include <api.h>\n", {"-Iv2"});
  unit("b.cpp", "#include <api.h>\n", {"-Iv1"});
  EXPECT_EQ(chosen("v1/detail.h"), "b.cpp");
  EXPECT_EQ(chosen("v2/api.h"), "a.cpp");
}

TEST_F(IncludeScanTest, SymbolicLinksAreTheSameFile) {
  std::string Real = Folder.write("real/x.h", "");
  ASSERT_FALSE(llvm::sys::fs::create_directories(Folder / "inc"));
  ASSERT_FALSE(llvm::sys::fs::create_link(Real, Folder / "inc/x.h"));
  unit("main.cpp", "#include <x.h>\n", {"-Iinc"});
  EXPECT_EQ(chosen("real/x.h"), "main.cpp");
}

TEST_F(IncludeScanTest, OnlyRegularFilesAreRead) {
  ASSERT_EQ(::mkfifo((Folder / "fifo.h").c_str(), 0600), 0);
  Folder.write("after.h", "");
  unit("main.cpp",
       "#include \"fifo.h\"\n#include \"/dev/zero\"\n"
       "#include \"after.h\"\n",
       {"-include", "fifo.h"});
  EXPECT_EQ(chosen("after.h"), "main.cpp");
  EXPECT_EQ(chosen("fifo.h"), "");
}

TEST_F(IncludeScanTest, AFolderThatHoldsItselfAddsNothing) {
  // Without the identity of folders: two to the power of 40 paths.
  for (const char *Link : {"s1", "s2"})
    ASSERT_EQ(::symlink(".", (Folder / Link).c_str()), 0);
  Folder.write("x.h", "#include \"s1/x.h\"\n#include \"s2/x.h\"\n");
  Folder.write("other.h", "");
  unit("main.cpp", "#include \"x.h\"\n");
  IncludeScan Scan(Units, {}, /*Steps=*/1000);
  EXPECT_FALSE(Scan.unitThatIncludes(Folder / "other.h"));
  EXPECT_FALSE(Scan.gaveUp());
}

TEST_F(IncludeScanTest, AFileInTwoFoldersSeesTheNeighboursOfBoth) {
  Folder.write("one/x.h", "#include \"y.h\"\n");
  Folder.write("two/y.h", "");
  ASSERT_EQ(
      ::symlink((Folder / "one/x.h").c_str(), (Folder / "two/x.h").c_str()), 0);
  unit("main.cpp", "#include \"one/x.h\"\n#include \"two/x.h\"\n");
  EXPECT_EQ(chosen("two/y.h"), "main.cpp");
}

TEST_F(IncludeScanTest, GivesUpAndSaysSo) {
  for (int I = 0; I < 100; ++I)
    Folder.write("h" + std::to_string(I) + ".h",
                 "#include \"h" + std::to_string(I + 1) + ".h\"\n");
  unit("main.cpp", "#include \"h0.h\"\n");
  for (auto [Steps, Enough] : {std::pair(100, false), std::pair(1000, true)}) {
    IncludeScan Scan(Units, {}, Steps);
    EXPECT_EQ(Scan.unitThatIncludes(Folder / "h99.h").has_value(), Enough);
    EXPECT_EQ(Scan.gaveUp(), !Enough);
  }
}

TEST_F(IncludeScanTest, EveryUnitThatIncludesCanBeFound) {
  // Nearer folders first, on both sides of the header's in the order of names.
  Folder.write("m/n/x.h", "");
  std::vector<std::string> Found;
  for (const char *File : {"z.cpp", "a.cpp", "m/z.cpp", "m/a.cpp",
                           "m/n-1/a.cpp", "m/n/z.cpp", "m/n/a.cpp"}) {
    Folder.write(File, "");
    unit(File, "#include \"" + (Folder / "m/n/x.h") + "\"\n");
    Found.push_back(chosen("m/n/x.h"));
  }
  EXPECT_THAT(Found, ElementsAre("z.cpp", "a.cpp", "m/z.cpp", "m/a.cpp",
                                 "m/a.cpp", "m/n/z.cpp", "m/n/a.cpp"));
}

TEST_F(IncludeScanTest, ManyUnitsAreScannedOnce) {
  // A chain of headers seen by many units: linear, not units times headers.
  for (int I = 0; I < 300; ++I)
    Folder.write("h" + std::to_string(I) + ".h",
                 "#include \"h" + std::to_string(I + 1) + ".h\"\n");
  Folder.write("wanted.h", "");
  for (int I = 0; I < 300; ++I)
    unit("u" + std::to_string(I) + ".cpp", "#include \"h0.h\"\n");
  unit("zzz.cpp", "#include \"wanted.h\"\n");
  EXPECT_EQ(chosen("wanted.h"), "zzz.cpp");
}
