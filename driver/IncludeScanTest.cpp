//===- IncludeScanTest.cpp - Tests of the include scan --------------------===//
//
// Lines, search paths, and which unit is chosen.
//
//===----------------------------------------------------------------------===//
#include "IncludeScan.h"
#include "CompileDb.h"
#include "TempFolder.h"
#include "gmock/gmock.h"

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
    IncludeScan Scan(Units);
    auto Unit = Scan.unitThatIncludes(Folder / Header, Preferred);
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
