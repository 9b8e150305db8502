//===- ArgumentsTest.cpp - Tests of what the driver is given --------------===//
//
// Commands as databases have them, and as a stranger may write them.
//
//===----------------------------------------------------------------------===//
#include "extract/Arguments.h"
#include "extract/CommandFiles.h"
#include "extract/CommandSample.h"
#include "extract/Compiler.h"
#include "extract/Languages.h"
#include "io/TempFolder.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

//===-- Options of the front end ------------------------------------------===//

TEST(ArgumentsTest, JudgesWhatIsPassedThrough) {
  Words Flags{"-Xclang",
              "-include",
              "-Xclang",
              "x.h",
              "-Xclang",
              "-stats-file=F",
              "-Wp,-DA=1,-MD,.d/a.d",
              "-Xpreprocessor",
              "-DB",
              "-Xclang",
              "-load",
              "-Xclang",
              "p.so",
              "-Xclang",
              "-disable-O0-optnone",
              "-Xclang",
              "stray.cpp"};
  EXPECT_THAT(kept(Flags),
              ElementsAre("-Xclang", "-DA=1", "-Xclang", "-DB", "-Xclang",
                          "-include", "-Xclang", "x.h"));
  EXPECT_THAT(dropped(Flags),
              ElementsAre("-Xclang -stats-file=F!",
                          "-Xclang -load -Xclang p.so!", "-Xclang stray.cpp!"));
}

TEST(ArgumentsTest, KeepsTheHeaderOfAPrecompiledOne) {
  Words Flags{"-Xclang",  "-include-pch", "-Xclang", "p.pch",        "-Xclang",
              "-include", "-Xclang",      "p.hxx",   "-Winvalid-pch"};
  EXPECT_THAT(kept(Flags), ElementsAre("-Winvalid-pch", "-Xclang", "-include",
                                       "-Xclang", "p.hxx"));
  EXPECT_THAT(dropped(Flags), IsEmpty());
}

//===-- The compiler ------------------------------------------------------===//

TEST(ArgumentsTest, AsksNoHost) {
  EXPECT_THAT(kept({"-march=native", "-mtune=Native", "-mcpu=native+crypto",
                    "-march=x86-64-v3"}),
              ElementsAre("-march=x86-64-v3"));
  EXPECT_THAT(dropped({"-march=native", "-mcpu=native+crypto"}),
              ElementsAre("-march=native@", "-mcpu=native+crypto@"));
}

TEST(ArgumentsTest, TellsTheCompilersNameButNotItsPlace) {
  Words Line = adapt({"./tools/aarch64-linux-gnu-g++-12", "a.cpp"}).Arguments;
  EXPECT_EQ(Line[0], "/res/lib/clang/22/../../../bin/clang");
  EXPECT_THAT(Line, AllOf(Contains("--driver-mode=g++"),
                          Contains("--target=aarch64-linux-gnu"),
                          Contains("--no-default-config"),
                          Not(Contains(HasSubstr("tools")))));
  EXPECT_EQ(compilerName("/usr/bin/c++").Mode, "g++");
  EXPECT_EQ(compilerName("gcc").Mode, "");
  EXPECT_EQ(compilerName("my-own-g++").Target, "");
  EXPECT_EQ(compilerName("x86_64-w64-mingw32-gcc").Target,
            "x86_64-w64-mingw32");
}

TEST(ArgumentsTest, ReadsTheOptionsOfClangCl) {
  ParsedCommand Command =
      adapt({"clang-cl", "/DA", "/I", "inc", "/Foout.obj", "/W4", "a.cpp"});
  EXPECT_THAT(Command.Arguments,
              AllOf(Contains("--driver-mode=cl"), Contains("/DA"),
                    Contains("inc"), Not(Contains(HasSubstr("out.obj")))));
  EXPECT_EQ(adapt({"clang", "--driver-mode=cl", "/DA", "a.cpp"}).Fault,
            CommandFault::None);
  EXPECT_EQ(adapt({"flang", "a.cpp"}).Fault, CommandFault::ForeignLanguage);
}

TEST(ArgumentsTest, ATargetOfTheCommandWins) {
  EXPECT_THAT(
      adapt({"arm-none-eabi-g++", "--target=riscv64-linux-gnu", "a.cpp"})
          .Arguments,
      AllOf(Contains("--target=riscv64-linux-gnu"),
            Not(Contains("--target=arm-none-eabi"))));
}

TEST(ArgumentsTest, HeadersBesideTheCompilerAreFound) {
  TempFolder Folder;
  Folder.write("lib/gcc/x86_64-linux-gnu/12/crtbegin.o", "");
  Folder.write("include/c++/v1/vector", "");
  EXPECT_THAT(
      adapt({Folder / "bin/clang++", "-stdlib=libc++", "a.cpp"}).Arguments,
      AllOf(Contains("--gcc-toolchain=" + Folder.path()),
            Contains("-stdlib++-isystem"),
            Contains(Folder / "include/c++/v1")));
  EXPECT_THAT(adapt({"/usr/bin/g++", "a.cpp"}).Arguments,
              Not(Contains(HasSubstr("--gcc-toolchain"))));
}

TEST(ArgumentsTest, WhatClangRefusedIsLeftOut) {
  Words Line{
      "g++",         "-mrecord-mcount", "-mcpu=power9", "-march=x86-64-v9",
      "-Dx86-64-v9", "-std=gnu++29",    "a.cpp"};
  ParsedCommand Command = adaptCommand(
      unitOf(Line), "",
      {"-mrecord-mcount", "-mcpu=", "x86-64-v9", "-std=gnu++29", "gnu++29"});
  EXPECT_THAT(Command.Arguments,
              AllOf(Contains("-Dx86-64-v9"), Contains("-std=gnu++26"),
                    Not(Contains("-mrecord-mcount")),
                    Not(Contains(HasSubstr("power9"))),
                    Not(Contains("-march=x86-64-v9"))));
  ASSERT_EQ(Command.Dropped.size(), 4u);
  EXPECT_EQ(Command.Dropped[2].Flag, "-march=x86-64-v9");
  EXPECT_EQ(Command.Dropped[2].Reason, DropReason::Refused);
  EXPECT_EQ(Command.Dropped[3].Reason, DropReason::Standard);
}

//===-- Files of options --------------------------------------------------===//

TEST(ArgumentsTest, FilesOfOptionsAreJudgedLikeTheCommand) {
  TempFolder Folder;
  Folder.write("r.rsp", "-DA @inner.rsp");
  Folder.write("inner.rsp", "-MJ f.json '-DB=b c' -fplugin=p.so");
  Folder.write("c/x.cfg",
               "# text\n-DC \\\n -I<CFGDIR>/inc @more.rsp -MJ x $-Wl,q\n");
  Folder.write("c/more.rsp", "-DD");
  ParsedCommand Command = adapt(
      {"clang++", "@r.rsp", "--config", "c/x.cfg", "a.cpp"}, Folder.path());
  EXPECT_THAT(Command.Arguments,
              AllOf(Contains("-DA"), Contains("-DB=b c"), Contains("-DC"),
                    Contains("-I" + Folder / "c/inc"), Contains("-DD"),
                    Not(Contains("f.json"))));
  ASSERT_EQ(Command.Dropped.size(), 1u);
  EXPECT_EQ(Command.Dropped[0].Flag, "-fplugin=p.so");
}

TEST(CommandFilesTest, AreBounded) {
  TempFolder Folder;
  auto Failure = [&](const Words &Line) {
    auto Result = expandCommandFiles(Line, Folder.path());
    return Result ? "" : llvm::toString(Result.takeError());
  };
  Folder.write("self", "@self");
  EXPECT_THAT(Failure({"cc", "@self"}), HasSubstr("includes itself"));
  for (int I = 0; I < 20; ++I)
    Folder.write("w" + std::to_string(I),
                 "@w" + std::to_string(I + 1) + " @w" + std::to_string(I + 1));
  Folder.write("w20", "-DX");
  EXPECT_THAT(Failure({"cc", "@w0"}), HasSubstr("one too many"));
  Folder.write("self.cfg", "--config=./self.cfg");
  EXPECT_THAT(Failure({"cc", "--config", "./self.cfg"}),
              HasSubstr("nested too deep"));
  EXPECT_THAT(Failure({"cc", "--config=./none.cfg"}), HasSubstr("none.cfg"));
  EXPECT_EQ(Failure({"cc", "@none", "@"}), "");
  EXPECT_THAT(Failure({"cc", "@."}), HasSubstr("a folder"));
}

//===-- What is compiled --------------------------------------------------===//

TEST(ArgumentsTest, FaultsAreNamed) {
  auto Fault = [](const Words &Line) { return adapt(Line).Fault; };
  EXPECT_EQ(Fault({}), CommandFault::Empty);
  EXPECT_EQ(Fault({"clang++"}), CommandFault::NoInput);
  EXPECT_EQ(Fault({"clang++", "-c", "x.o"}), CommandFault::NoInput);
  EXPECT_EQ(Fault({"g++", "-x", "c++", "-c", "-"}),
            CommandFault::StandardInput);
  EXPECT_EQ(Fault({"clang++", "b.cpp", "c.cpp"}), CommandFault::SeveralInputs);
  EXPECT_EQ(Fault({"clang++", "b.cpp", "./a.cpp", "x.o"}), CommandFault::None);
  EXPECT_EQ(Fault({"clang++", "-I", "--", "a.cpp"}), CommandFault::None);
  EXPECT_EQ(Fault({"clang++", "--config=/no/such.cfg", "a.cpp"}),
            CommandFault::FileRefused);
  EXPECT_EQ(Fault({"clang++", "@no-such.rsp", "a.cpp"}),
            CommandFault::FileRefused);
  for (const char *Language :
       {"cuda", "hip", "objective-c++", "assembler", "cl", "ir", "hlsl"}) {
    ParsedCommand Command = adapt({"clang++", "-x", Language, "a.cpp"});
    EXPECT_EQ(Command.Fault, CommandFault::ForeignLanguage) << Language;
    EXPECT_EQ(Command.Detail, Language);
  }
  EXPECT_EQ(Fault({"clang++", "a.cu"}), CommandFault::ForeignLanguage);
  EXPECT_EQ(Fault({"clang++", "-ObjC++", "a.cpp"}),
            CommandFault::ForeignLanguage);
}

TEST(ArgumentsTest, IntelsProcessorIsNoLanguage) {
  ParsedCommand Command =
      adapt({"icpc", "-x", "c", "-xHost", "-xCORE-AVX2", "a.cpp"});
  ASSERT_EQ(Command.Dropped.size(), 2u);
  EXPECT_EQ(Command.Dropped[1].Flag, "-xCORE-AVX2");
  EXPECT_EQ(Command.Dropped[1].Reason, DropReason::NotALanguage);
  Words &Line = Command.Arguments;
  ASSERT_GE(Line.size(), 4u);
  EXPECT_EQ(Words(Line.end() - 4, Line.end()),
            (Words{"-x", "c", "--", "a.cpp"}));
  EXPECT_TRUE(isLanguage("none"));
  EXPECT_FALSE(isLanguage("Host"));
}

TEST(ArgumentsTest, AFileIsNoOption) {
  ParsedCommand Command = adaptCommand(
      {"/src", "-load.cpp", {"clang++", "-x", "c++", "--", "-load.cpp"}}, "");
  EXPECT_EQ(Command.Arguments.back(), "./-load.cpp");
}

} // namespace
