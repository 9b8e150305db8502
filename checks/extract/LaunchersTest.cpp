//===- LaunchersTest.cpp - Tests of commands that run a compiler ----------===//
//
// Each command has the words of the compiler's own behind it.
//
//===----------------------------------------------------------------------===//
#include "extract/Launchers.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace stateless;

namespace {

/// What is left of \p Launcher, `-O2 -c a.cpp` behind it.
std::string compilerIn(llvm::StringRef Launcher, char Separator = ' ') {
  std::vector<std::string> Line;
  for (llvm::StringRef Word : llvm::split(Launcher, Separator))
    Line.push_back(Word.str());
  Line.insert(Line.end(), {"-O2", "-c", "a.cpp"});
  std::string Left = llvm::join(withoutLaunchers(Line), " ");
  llvm::StringRef Compiler = Left;
  EXPECT_TRUE(Compiler.consume_back(" -O2 -c a.cpp")) << Left;
  return Compiler.str();
}

TEST(LaunchersTest, KnownOnes) {
  for (llvm::StringRef Launcher :
       {"ccache",
        "/usr/bin/ccache",
        "ccache debug=true",
        "distcc",
        "icecc",
        "sccache",
        "gomacc",
        "ccache distcc",
        "buildcache",
        "env A=b",
        "env -u X -i A=b C=d",
        "/usr/bin/env",
        "nice -n 5",
        "nice",
        "time -f %e -o time.log",
        "ionice -c 2 -n 7",
        "taskset -c 0",
        "timeout -k 5 60",
        "cmake -E env A=b --",
        "cmake -E time",
        "cmake -E __run_co_compile --launcher=ccache --tidy=clang-tidy;-p "
        "--source=a.cpp --",
        "cmd /c",
        "cmd.exe /C",
        "/opt/x/wrapper.sh",
        "python3 wrap.py --",
        "python3 -u tools/wrap.py --db x.json",
        "strace -f",
        "xcrun -sdk macosx",
        "libtool --tag=CXX --mode=compile",
        "unknown --some option"})
    EXPECT_EQ(compilerIn((Launcher + " g++").str()), "g++") << Launcher.str();
}

TEST(LaunchersTest, AnyCompiler) {
  for (const char *Compiler :
       {"clang++-22", "/usr/bin/cc", "gcc-4.9", "clang-cl.exe", "cl.exe",
        "aarch64-linux-gnu-g++-12", "C:\\VS\\bin\\cl.exe", "icpx", "my-c++"})
    EXPECT_EQ(compilerIn(std::string("ccache ") + Compiler), Compiler);
  EXPECT_EQ(compilerIn("zig c++"), "c++");
  EXPECT_EQ(compilerIn("/opt/zig/zig cc"), "cc");
}

TEST(LaunchersTest, ACompilerKeepsItsWords) {
  for (const char *Line :
       {"g++", "g++ -o cc", "gcc -include cc", "icpx -o cc", "mycomp -o cc",
        "distcc", "ccache", "clang++ -DCC=g++", "g++ x.cc", "mycomp x.cc",
        "clang++ -MF out/clang", "g++ @cc"})
    EXPECT_EQ(compilerIn(Line), Line);
  EXPECT_TRUE(withoutLaunchers({}).empty());
  EXPECT_EQ(withoutLaunchers({"ccache", "g++"}).size(), 2u)
      << "nothing is left to compile";
}

TEST(LaunchersTest, AShellRunsOnePlainCommand) {
  auto Left = [](const std::vector<std::string> &Line) {
    return llvm::join(withoutLaunchers(Line), "|");
  };
  EXPECT_EQ(Left({"/bin/sh", "-c", "ccache g++ '-DA=b c' -c a.cpp"}),
            "g++|-DA=b c|-c|a.cpp");
  EXPECT_EQ(Left({"bash", "-ec", "g++ -c a.cpp"}), "g++|-c|a.cpp");
  EXPECT_EQ(Left({"sh", "-c", "cd x && g++ -c a.cpp"}),
            "sh|-c|cd x && g++ -c a.cpp")
      << "what else it does is not known";
}

} // namespace
