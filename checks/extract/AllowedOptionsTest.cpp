//===- AllowedOptionsTest.cpp - Tests of the two locks --------------------===//
//
// Every option that this Clang knows is tried: none that is not allowed reaches
// the driver, and no invocation that one has made names an output.
//
//===----------------------------------------------------------------------===//
#include "extract/AllowedOptions.h"
#include "extract/ClangCompat.h"
#include "extract/CommandSample.h"
#include "extract/Harmless.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/Option/OptTable.h"
#include "gmock/gmock.h"
#include <set>

using namespace stateless;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
namespace O = stateless::compat::options;

namespace {

//===-- The list ----------------------------------------------------------===//

TEST(AllowedOptionsTest, ListsAreSortedAndApart) {
  EXPECT_TRUE(llvm::is_sorted(meaningfulOptions()));
  EXPECT_TRUE(llvm::is_sorted(irrelevantOptions()));
  for (llvm::StringRef Name : meaningfulOptions())
    EXPECT_FALSE(llvm::is_contained(irrelevantOptions(), Name)) << Name.str();
}

TEST(AllowedOptionsTest, NamesAreThoseOfOptions) {
  std::set<std::string> Known;
  const llvm::opt::OptTable &Table = compat::driverOptions();
  for (unsigned Id = 1; Id <= Table.getNumOptions(); ++Id) {
    llvm::opt::Option Option = Table.getOption(Id);
    if (Option.isValid() && Option.getKind() != Option.GroupClass &&
        !Option.getAlias().isValid())
      Known.insert(Option.getPrefixedName().str());
  }
  // A version may lack some that another has, but not many.
  unsigned Missing = 0;
  for (auto List : {meaningfulOptions(), irrelevantOptions()})
    for (llvm::StringRef Name : List) {
      std::string Negative = "-fno-" + Name.drop_front(2).str();
      bool IsThere = Known.count(Name.str()) || Known.count(Negative);
      Missing += !IsThere;
      EXPECT_TRUE(IsThere || Missing < 60) << Name.str();
    }
#if CLANG_VERSION_MAJOR >= 22
  EXPECT_LE(Missing, 1u);
#endif
}

/// The words for an option with the value "MARK".
Words spelled(const llvm::opt::Option &Option) {
  std::string Name = Option.getPrefixedName().str();
  switch (Option.getKind()) {
  case llvm::opt::Option::JoinedClass:
  case llvm::opt::Option::CommaJoinedClass:
    return {Name + "MARK"};
  case llvm::opt::Option::JoinedAndSeparateClass:
    return {Name + "MARK", "MARK"};
  case llvm::opt::Option::MultiArgClass: {
    Words Result{Name};
    Result.resize(1 + Option.getNumArgs(), "MARK");
    return Result;
  }
  case llvm::opt::Option::SeparateClass:
  case llvm::opt::Option::JoinedOrSeparateClass:
    return {Name, "MARK"};
  default:
    return {Name};
  }
}

TEST(AllowedOptionsTest, NothingElsePasses) {
  const llvm::opt::OptTable &Table = compat::driverOptions();
  unsigned Tried = 0;
  for (unsigned Id = 1; Id <= Table.getNumOptions(); ++Id) {
    llvm::opt::Option Option = Table.getOption(Id);
    if (!Option.isValid() || Option.getKind() == Option.GroupClass ||
        Option.getKind() == Option.InputClass ||
        Option.getKind() == Option.UnknownClass ||
        useOf(Option.getUnaliasedOption()) == OptionUse::Meaning ||
        Option.getUnaliasedOption().matches(O::OPT_x) ||
        Option.getUnaliasedOption().matches(O::OPT_driver_mode) ||
        Option.getKind() == Option.RemainingArgsClass)
      continue;
    Words Flag = spelled(Option), FrontEnd, Preprocessor;
    for (const std::string &Word : Flag) {
      FrontEnd.insert(FrontEnd.end(), {"-Xclang", Word});
      Preprocessor.insert(Preprocessor.end(), {"-Xpreprocessor", Word});
    }
    bool IsNested = Option.getUnaliasedOption().matches(O::OPT_Xclang) ||
                    Option.getUnaliasedOption().matches(O::OPT_Wp_COMMA) ||
                    Option.getUnaliasedOption().matches(O::OPT_Xpreprocessor);
    if (Option.hasVisibilityFlag(O::ClangOption) && !IsNested)
      EXPECT_THAT(kept(Flag), IsEmpty()) << Flag[0];
    // Where an option is not known its words are those of another one.
    bool IsInFrontEnd = Option.hasVisibilityFlag(O::CC1Option);
    if (IsInFrontEnd)
      EXPECT_THAT(kept(FrontEnd), IsEmpty()) << Flag[0];
    if (IsInFrontEnd || Option.hasVisibilityFlag(O::ClangOption))
      EXPECT_THAT(kept(Preprocessor), IsEmpty()) << Flag[0];
    ++Tried;
  }
  EXPECT_GT(Tried, 1000u);
}

TEST(AllowedOptionsTest, PassesWhatSaysWhatCodeMeans) {
  Words Flags{"-std=c++20",
              "-DA=1",
              "-D",
              "B",
              "-UC",
              "-Iinc",
              "-isystem",
              "sys",
              "-include",
              "pre.h",
              "--sysroot=/root",
              "-fno-exceptions",
              "-fno-rtti",
              "-fshort-enums",
              "-funsigned-char",
              "-fpack-struct=4",
              "-m32",
              "-mavx2",
              "-mno-sse4.2",
              "-march=haswell",
              "-pthread",
              "-fopenmp",
              "-fsanitize=address,undefined",
              "-O2",
              "-fPIC",
              "-Wno-narrowing",
              "-nostdinc++",
              "-stdlib=libstdc++",
              "--target=aarch64-linux-gnu",
              "-ftrivial"};
  Words Expected(Flags.begin(), Flags.end() - 1);
  EXPECT_EQ(kept(Flags), Expected);
  EXPECT_THAT(dropped(Flags), ElementsAre("-ftrivial"));
}

TEST(AllowedOptionsTest, LeavesOutWhatIsMadeOfTheCodeWithoutAWord) {
  Words Flags{"-c",          "-o",
              "a.o",         "-MD",
              "-MF",         "a.d",
              "-MJ",         "a.json",
              "-g3",         "-gsplit-dwarf",
              "-pipe",       "-Wl,--as-needed",
              "-lfoo",       "-ffunction-sections",
              "-save-temps", "-mllvm",
              "-stats",      "-fvisibility-inlines-hidden-static-local-var",
              "-flto=thin",  "-fdiagnostics-color=always"};
  EXPECT_THAT(kept(Flags), ElementsAre("-flto=thin"));
  EXPECT_THAT(dropped(Flags), IsEmpty());
}

TEST(AllowedOptionsTest, NamesWhatItRefuses) {
  EXPECT_THAT(dropped({"-fplugin=x.so", "-fipa-pta-x",
                       "-fopenmp-targets=nvptx64", "--offload-arch=native",
                       "--cuda-path=/x", "-Xarch_host", "-DX", "-fmodules"}),
              ElementsAre("-fplugin=x.so!", "-fipa-pta-x",
                          "-fopenmp-targets=nvptx64!", "--offload-arch=native!",
                          "--cuda-path=/x!", "-Xarch_host -DX!", "-fmodules!"));
}

//===-- The second lock ---------------------------------------------------===//

/// The words of an invocation that harmless() made of \p Flag.
Words afterwards(const Words &Flag) {
  std::vector<const char *> Raw{"-triple", "x86_64-unknown-linux-gnu", "-x",
                                "c++"};
  for (const std::string &Word : Flag)
    Raw.push_back(Word.c_str());
  Raw.push_back("a.cpp");
  compat::QuietDiagnostics Quiet;
  clang::CompilerInvocation Invocation;
  clang::CompilerInvocation::CreateFromArgs(Invocation, Raw, Quiet.Engine);
  makeHarmless(Invocation);
  return Invocation.getCC1CommandLine();
}

// clang-format off: a word list.

/// Their values stay, and do no harm: they name no file, one that is read like
/// source, or one that only the generation of code would read. A new option of
/// Clang that names an output must not be added here.
const std::set<llvm::StringRef> MayStay{
    "--dependent-lib=", "--linker-option=", "-Rpass-analysis=",
    "-Rpass-missed=", "-Rpass=", "-Wno-nonportable-cfstrings",
    "-Wnonportable-cfstrings", "-cl-ext=", "-cuid=",
    "-darwin-target-variant-triple", "-default-function-attr",
    "-dwarf-debug-flags", "-error-on-deserialized-decl",
    "-error-on-deserialized-decl=", "-fbasic-block-sections=",
    "-fbinutils-version=", "-fcomment-block-commands=",
    "-fconstant-string-class", "-fcoverage-compilation-dir=",
    "-fcoverage-prefix-map=", "-fdebug-compilation-dir",
    "-fdebug-compilation-dir=", "-fdebug-prefix-map=",
    "-fdx-rootsignature-define=",
    "-fexperimental-sanitize-metadata-ignorelist=", "-fmodule-feature",
    "-fmodule-format=", "-fmodule-implementation-of", "-fmodule-name=",
    "-fmodules-ignore-macro=", "-fms-secure-hotpatch-functions-file=",
    "-fms-secure-hotpatch-functions-list=",
    "-fpatchable-function-entry-section=", "-fprofile-exclude-files=",
    "-fprofile-filter-files=", "-fprofile-list=",
    "-frandomize-layout-seed=", "-fsanitize-blacklist=",
    "-fsanitize-coverage-allowlist=", "-fsanitize-coverage-ignorelist=",
    "-fsanitize-ignorelist=", "-fsanitize-system-ignorelist=",
    "-fsanitize-undefined-ignore-overflow-pattern=", "-fsymbol-partition=",
    "-ftrap-function=", "-funique-source-file-identifier=",
    "-fxray-always-instrument=", "-fxray-attr-list=",
    "-fxray-never-instrument=", "-hlsl-entry", "-internal-iframework",
    "-loader-replaceable-function=", "-main-file-name", "-mdebug-pass",
    "-mfloat-abi", "-mfpmath", "-mlimit-float-precision", "-mno-tocdata=",
    "-mrecip=", "-mstack-protector-guard-reg=",
    "-mstack-protector-guard-symbol=", "-mstack-protector-guard=",
    "-mtocdata=", "-objc-isystem", "-objcxx-isystem", "-object-file-name",
    "-object-file-name=", "-opt-record-format", "-opt-record-passes",
    "-record-command-line", "-resource-dir", "-target-cpu",
    "-target-linker-version", "-triple", "-triple=", "-tune-cpu",
    "/validator-version"};

// clang-format on

TEST(HarmlessTest, NoOutputOfARefusedOptionIsLeft) {
  const llvm::opt::OptTable &Table = compat::driverOptions();
  unsigned Tried = 0;
  for (unsigned Id = 1; Id <= Table.getNumOptions(); ++Id) {
    llvm::opt::Option Option = Table.getOption(Id);
    if (!Option.isValid() || !Option.hasVisibilityFlag(O::CC1Option) ||
        Option.getKind() == Option.GroupClass ||
        Option.getKind() == Option.InputClass ||
        Option.getKind() == Option.FlagClass ||
        MayStay.count(Option.getPrefixedName()) ||
        useOf(Option.getUnaliasedOption()) == OptionUse::Meaning)
      continue;
    Words Flag = spelled(Option);
    EXPECT_THAT(afterwards(Flag), Not(Contains(HasSubstr("MARK")))) << Flag[0];
    ++Tried;
  }
  EXPECT_GT(Tried, 100u);
}

TEST(HarmlessTest, TheMainFileIsCOrCxx) {
  auto Foreign = [](const char *Language) {
    clang::CompilerInvocation Invocation;
    compat::QuietDiagnostics Quiet;
    std::vector<const char *> Raw{"-triple", "x86_64-unknown-linux-gnu", "-x",
                                  Language, "a"};
    clang::CompilerInvocation::CreateFromArgs(Invocation, Raw, Quiet.Engine);
    return foreignLanguageOf(Invocation);
  };
  EXPECT_EQ(Foreign("c++"), "");
  EXPECT_EQ(Foreign("c"), "");
  EXPECT_EQ(Foreign("objective-c++"), "Objective-C++");
  EXPECT_EQ(Foreign("cuda"), "CUDA");
  EXPECT_EQ(Foreign("ast"), "compiled code");
}

} // namespace
