//===- UnitLanguage.cpp - What a command compiles -------------------------===//
//
// A language that Clang knows, given with -x in front of the file, decides;
// else the name does. Intel's -xHost and -xCORE-AVX2 look like -x but name no
// language.
//
//===----------------------------------------------------------------------===//
#include "UnitLanguage.h"
#include "extract/Languages.h"
#include "io/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;

//===-- By language -------------------------------------------------------===//

/// Clang's own list of languages, and what only GCC knows.
static bool isKnownLanguage(StringRef Name) {
  return isLanguage(Name) ||
         llvm::is_contained(
             {"f77", "f77-cpp-input", "d", "go", "modula-2", "rust", "cu"},
             Name);
}

/// Nothing for C and C++. \p Name is as -x spells it.
static std::optional<ProblemReason> reasonOfLanguage(StringRef Name) {
  if (Name.contains("header"))
    return ProblemReason::Header;
  if (isAnalysedLanguage(Name))
    return std::nullopt;
  if (Name.starts_with("cuda") || Name == "cu") // As nvcc calls it.
    return ProblemReason::Cuda;
  if (Name.starts_with("hip"))
    return ProblemReason::Hip;
  if (Name.starts_with("objective-c") || Name.starts_with("objc"))
    return ProblemReason::ObjectiveC;
  if (Name.starts_with("cl"))
    return ProblemReason::OpenCl;
  if (Name.starts_with("assembler"))
    return ProblemReason::Assembler;
  if (Name.starts_with("f77") || Name.starts_with("f95"))
    return ProblemReason::Fortran;
  return ProblemReason::OtherLanguage;
}

//===-- By name -----------------------------------------------------------===//

/// For extensions that Clang's own table does not have.
static std::optional<ProblemReason> reasonOfExtension(StringRef Extension) {
  auto IsOneOf = [&](std::initializer_list<StringRef> Known) {
    return llvm::is_contained(Known, Extension);
  };
  if (IsOneOf({"hp", "HPP", "h++", "inl", "inc", "ipp", "tpp", "tcc", "txx",
               "def"}))
    return ProblemReason::Header;
  if (Extension == "cuh")
    return ProblemReason::Cuda;
  if (IsOneOf({"ftn", "f77", "F77"}))
    return ProblemReason::Fortran;
  if (Extension == "sx")
    return ProblemReason::Assembler;
  if (Extension == "rc")
    return ProblemReason::Resource;
  if (IsOneOf({"swift", "go", "rs", "d", "java", "y", "l", "zig", "ispc", "kt",
               "hlsl"}))
    return ProblemReason::OtherLanguage;
  return ProblemReason::UnknownLanguage;
}

/// Nothing for C and C++.
static std::optional<ProblemReason> reasonOfName(StringRef File) {
  StringRef Extension = llvm::sys::path::extension(File);
  Extension.consume_front(".");
  std::string Language = languageOfExtension(Extension);
  return Language.empty() ? reasonOfExtension(Extension)
                          : reasonOfLanguage(Language);
}

FileKind stateless::fileKind(StringRef File) {
  std::optional<ProblemReason> Reason = reasonOfName(File);
  if (!Reason)
    return FileKind::Source;
  if (Reason == ProblemReason::Header)
    return FileKind::Header;
  StringRef Extension = llvm::sys::path::extension(File);
  bool IsText = llvm::is_contained(
      {".txt", ".md", ".py", ".json", ".yaml", ".yml"}, Extension);
  return Reason == ProblemReason::UnknownLanguage && !IsText
             ? FileKind::Unknown
             : FileKind::Foreign;
}

//===-- By command --------------------------------------------------------===//

namespace {

/// The language that a command gives its file with -x; "" if it gives none.
class LanguageOption {
public:
  LanguageOption(const CompileUnit &Unit, StringRef Named)
      : Unit(Unit), Named(Named) {}

  StringRef find() const {
    StringRef Language;
    llvm::ArrayRef<std::string> Line = Unit.CommandLine;
    bool Any = llvm::any_of(Line, isLanguageOption);
    for (size_t I = 1; Any && I < Line.size() && !isTheFile(Line[I]); ++I) {
      StringRef Arg = Line[I];
      StringRef Given;
      if ((Arg == "-x" || Arg == "--language") && I + 1 < Line.size())
        Given = Line[I + 1];
      else if (Arg.consume_front("-x") || Arg.consume_front("--language="))
        Given = Arg;
      if (isKnownLanguage(Given))
        Language = Given;
    }
    return Language == "none" ? "" : Language;
  }

private:
  static bool isLanguageOption(StringRef Arg) {
    return Arg.starts_with("-x") || Arg.starts_with("--language");
  }
  bool isTheFile(StringRef Arg) const {
    return Arg == Named || (!Arg.starts_with("-") &&
                            normalisedPath(Arg, Unit.Directory) == Unit.File);
  }

  const CompileUnit &Unit;
  StringRef Named;
};

} // namespace

/// True if the command reads what it compiles from its standard input.
static bool readsStandardInput(const CompileUnit &Unit, StringRef Named) {
  if (Named == "-" || Named == "/dev/stdin")
    return true;
  auto TakesValue = [](StringRef Arg) {
    return llvm::is_contained({"-o", "--output", "-MF", "-MT", "-MQ", "-MJ",
                               "-Xlinker", "-Xassembler", "-Xpreprocessor",
                               "-Xclang"},
                              Arg);
  };
  llvm::ArrayRef<std::string> Line = Unit.CommandLine;
  for (size_t I = 1; I < Line.size(); ++I)
    if ((Line[I] == "-" || Line[I] == "/dev/stdin") && !TakesValue(Line[I - 1]))
      return true;
  return false;
}

std::optional<ProblemReason>
stateless::whyNotAnalysable(const CompileUnit &Unit, StringRef Named) {
  if (llvm::all_of(Unit.CommandLine,
                   [](const std::string &Arg) { return Arg.empty(); }))
    return ProblemReason::EmptyCommand;
  if (readsStandardInput(Unit, Named))
    return ProblemReason::StandardInput;
  StringRef Language = LanguageOption(Unit, Named).find();
  return Language.empty() ? reasonOfName(Unit.File)
                          : reasonOfLanguage(Language);
}
