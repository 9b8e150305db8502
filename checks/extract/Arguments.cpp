//===- Arguments.cpp - Compile commands that can do no harm ---------------===//
//
// The command is parsed with Clang's own option table; the words of an option
// that is allowed are passed on as they are. What stands in -Xclang and -Wp is
// parsed once more, as options of the front end, by the same rules. The driver
// is never told the compiler's path: it would look beside it for programs to
// run and for config files to obey.
//
//===----------------------------------------------------------------------===//
#include "extract/Arguments.h"
#include "extract/AllowedOptions.h"
#include "extract/ClangCompat.h"
#include "extract/CommandFiles.h"
#include "extract/Compiler.h"
#include "extract/Languages.h"
#include "io/Paths.h"
#include "clang/Basic/LangStandard.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using llvm::StringRef;
using llvm::opt::Arg;
namespace O = stateless::compat::options;
namespace path = llvm::sys::path;

namespace stateless {
namespace {

/// A word list with its options; each knows which words it is made of.
class ParsedWords {
public:
  ParsedWords(llvm::ArrayRef<std::string> Words, unsigned Visible)
      : Words(Words), Args(parse(Visible)) {}

  template <typename Visitor> void forEach(Visitor Visit) const {
    std::vector<const Arg *> All(Args.begin(), Args.end());
    for (size_t I = 0; I < All.size(); ++I) {
      size_t Begin = All[I]->getIndex();
      size_t End = I + 1 < All.size() ? All[I + 1]->getIndex() : Complete;
      Visit(*All[I], Words.slice(Begin, End - Begin));
    }
  }

  /// The option at the end whose value is missing, or nothing.
  llvm::ArrayRef<std::string> incomplete() const {
    return Words.drop_front(Complete);
  }

private:
  llvm::opt::InputArgList parse(unsigned Visible) {
    std::vector<const char *> Raw;
    for (const std::string &Word : Words)
      Raw.push_back(Word.c_str());
    unsigned MissingIndex = 0, MissingCount = 0;
    llvm::opt::InputArgList Parsed = compat::driverOptions().ParseArgs(
        Raw, MissingIndex, MissingCount, llvm::opt::Visibility(Visible));
    Complete = MissingCount == 0 ? Words.size() : MissingIndex;
    return Parsed;
  }

  llvm::ArrayRef<std::string> Words;
  size_t Complete = 0; ///< So many words are parsed. Set before Args.
  llvm::opt::InputArgList Args;
};

bool asksTheHost(const Arg &A) {
  StringRef Name = A.getOption().getPrefixedName();
  if (Name != "-march=" && Name != "-mcpu=" && Name != "-mtune=")
    return false;
  StringRef Processor = StringRef(A.getValue()).split('+').first;
  return Processor.split(':').first.trim().equals_insensitive("native");
}

/// The command may say another mode than the compiler's name.
std::string modeOf(llvm::ArrayRef<std::string> Words,
                   const CompilerName &Name) {
  StringRef Mode = Name.Mode;
  for (StringRef Word : Words.drop_front())
    if (Word.consume_front("--driver-mode="))
      Mode = Word;
  return Mode.str();
}

/// The newest standard of C++, or of C, that all supported versions know.
std::string newestStandard(StringRef Language) {
  return Language.starts_with("c++") ? "-std=gnu++26" : "-std=gnu2y";
}

struct Input {
  std::string File;
  std::string Language; ///< As -x gives it; "" if the extension decides.
};

/// Reads one expanded command.
class CommandReader {
public:
  CommandReader(const CompileUnit &Unit, StringRef ResourceDir,
                llvm::ArrayRef<std::string> Refused)
      : Unit(Unit), ResourceDir(ResourceDir), Refused(Refused) {}

  ParsedCommand read();

private:
  ParsedCommand fault(CommandFault Fault, StringRef Detail = "");
  void readDriverOption(const Arg &A, llvm::ArrayRef<std::string> Words);
  void readLanguage(const Arg &A, llvm::ArrayRef<std::string> Words);
  void readFrontEndOptions(llvm::ArrayRef<std::string> Words, StringRef Through,
                           unsigned Visible);
  void drop(llvm::ArrayRef<std::string> Words, DropReason Reason,
            StringRef Through = "");
  std::vector<Input> sources() const;
  bool isRefused(const Arg &A, llvm::ArrayRef<std::string> Words) const;
  bool isTheUnit(const Input &In) const;
  std::string languageOf(const Input &In) const;
  void addPlaces(StringRef Program, const CompilerName &Name);

  const CompileUnit &Unit;
  StringRef ResourceDir;
  llvm::ArrayRef<std::string> Refused;
  ParsedCommand Result;
  std::string Mode, Language, Target;
  std::vector<Input> Inputs;
  std::vector<std::string> Kept, FrontEnd, Preprocessor;
  bool NamesGcc = false, IsLibCxx = false, NeedsStandard = false;
};

ParsedCommand CommandReader::fault(CommandFault Fault, StringRef Detail) {
  Result.Arguments.clear();
  Result.Fault = Fault;
  Result.Detail = Detail.str();
  return std::move(Result);
}

void CommandReader::drop(llvm::ArrayRef<std::string> Words, DropReason Reason,
                         StringRef Through) {
  std::string Flag;
  for (const std::string &Word : Words) {
    if (!Flag.empty())
      Flag += ' ';
    if (!Through.empty())
      Flag += (Through + " ").str();
    Flag += Word;
  }
  Result.Dropped.push_back({std::move(Flag), Reason});
}

/// Clang names an option as it is written ('-mthumb'), without its value
/// ('-mcpu='), with it ('-std=gnu++29'), or by its value alone (target CPU
/// 'x86-64-v9').
bool CommandReader::isRefused(const Arg &A,
                              llvm::ArrayRef<std::string> Words) const {
  if (Refused.empty())
    return false;
  const llvm::opt::Option &Option = A.getOption();
  llvm::SmallVector<std::string, 4> Names{
      A.getSpelling().str(), Option.getPrefixedName().str(), Words.front(),
      llvm::join(Words, " ")};
  bool SaysTarget = Option.matches(O::OPT_target) ||
                    Option.matches(O::OPT_m_Group) ||
                    Option.matches(O::OPT_target_cpu);
  if (SaysTarget)
    for (StringRef Value : A.getValues()) {
      Names.push_back(Value.str());
      Names.push_back(llvm::Triple::normalize(Value));
    }
  return llvm::any_of(Names, [&](const std::string &Name) {
    return llvm::is_contained(Refused, Name);
  });
}

void CommandReader::readLanguage(const Arg &A,
                                 llvm::ArrayRef<std::string> Words) {
  if (!isLanguage(A.getValue()))
    return drop(Words, DropReason::NotALanguage);
  Language = A.getValue();
  if (Language == "none")
    Language.clear();
}

void CommandReader::readDriverOption(const Arg &A,
                                     llvm::ArrayRef<std::string> Words) {
  auto AddTo = [&](std::vector<std::string> &List) {
    List.insert(List.end(), A.getValues().begin(), A.getValues().end());
  };
  switch (A.getOption().getID()) {
  case O::OPT_INPUT:
  case O::OPT__DASH_DASH:
    for (StringRef File : A.getValues())
      Inputs.push_back({File.str(), Language});
    return;
  case O::OPT_UNKNOWN:
    return drop(Words, DropReason::Unknown);
  case O::OPT_x:
    return readLanguage(A, Words);
  case O::OPT__SLASH_TP:
    Language = "c++";
    return;
  case O::OPT__SLASH_TC:
    Language = "c";
    return;
  case O::OPT__SLASH_Tp:
    Inputs.push_back({A.getValue(), "c++"});
    return;
  case O::OPT__SLASH_Tc:
    Inputs.push_back({A.getValue(), "c"});
    return;
  case O::OPT_ObjC:
    Language = "objective-c";
    return;
  case O::OPT_ObjCXX:
    Language = "objective-c++";
    return;
  case O::OPT_Xclang:
    return AddTo(FrontEnd);
  case O::OPT_Xpreprocessor:
  case O::OPT_Wp_COMMA:
    return AddTo(Preprocessor);
  default:
    break;
  }
  OptionUse Use = useOf(A.getOption());
  if (Use == OptionUse::Refused)
    return drop(Words, DropReason::NotAllowed);
  if (Use == OptionUse::Irrelevant)
    return;
  if (asksTheHost(A))
    return drop(Words, DropReason::HostProcessor);
  if (isRefused(A, Words)) {
    // One that Clang knows is of the other language, and does not count.
    bool IsNew = A.getOption().matches(O::OPT_std_EQ) &&
                 clang::LangStandard::getLangKind(A.getValue()) ==
                     clang::LangStandard::lang_unspecified;
    NeedsStandard |= IsNew;
    return drop(Words, IsNew ? DropReason::Standard : DropReason::Refused);
  }
  StringRef Name = A.getOption().getPrefixedName();
  NamesGcc |= Name.starts_with("--gcc-");
  if (Name == "-stdlib=")
    IsLibCxx = StringRef(A.getValue()) == "libc++";
  if (Name == "--target=")
    Target = A.getValue();
  Kept.insert(Kept.end(), Words.begin(), Words.end());
}

/// \p Through is the driver's option that passes them on.
void CommandReader::readFrontEndOptions(llvm::ArrayRef<std::string> Words,
                                        StringRef Through, unsigned Visible) {
  ParsedWords Options(Words, Visible);
  Options.forEach([&](const Arg &A, llvm::ArrayRef<std::string> Own) {
    const llvm::opt::Option &Option = A.getOption();
    if (Option.matches(O::OPT_UNKNOWN))
      return drop(Own, DropReason::Unknown, Through);
    OptionUse Use = useOf(Option);
    // Of -Wp,-MD,FILE the option table knows -MD, and takes FILE for an input.
    if (Option.matches(O::OPT_INPUT) && (Visible & O::ClangOption))
      Use = OptionUse::Irrelevant;
    if (Use == OptionUse::Irrelevant)
      return;
    if (Use == OptionUse::Refused || !Option.hasVisibilityFlag(O::CC1Option))
      return drop(Own, DropReason::NotAllowed, Through);
    if (asksTheHost(A))
      return drop(Own, DropReason::HostProcessor, Through);
    if (isRefused(A, Own))
      return drop(Own, DropReason::Refused, Through);
    for (const std::string &Word : Own) {
      Kept.push_back("-Xclang");
      Kept.push_back(Word);
    }
  });
  if (!Options.incomplete().empty())
    drop(Options.incomplete(), DropReason::NoValue, Through);
}

bool CommandReader::isTheUnit(const Input &In) const {
  return normalisedPath(In.File, Unit.Directory) ==
         normalisedPath(Unit.File, Unit.Directory);
}

std::string CommandReader::languageOf(const Input &In) const {
  return In.Language.empty() ? languageOfExtension(path::extension(In.File))
                             : In.Language;
}

/// What the command compiles: not objects and libraries.
std::vector<Input> CommandReader::sources() const {
  std::vector<Input> Found;
  for (const Input &In : Inputs)
    if (In.File == "-" || !languageOf(In).empty())
      Found.push_back(In);
  auto Its =
      llvm::find_if(Found, [&](const Input &In) { return isTheUnit(In); });
  return Its == Found.end() ? Found : std::vector<Input>{*Its};
}

/// What the driver would find out by the compiler's path.
void CommandReader::addPlaces(StringRef Program, const CompilerName &Name) {
  if (!Mode.empty())
    Result.Arguments.push_back("--driver-mode=" + Mode);
  if (!Name.Target.empty() && Target.empty()) {
    Target = Name.Target;
    Result.Arguments.push_back("--target=" + Target);
  }
  std::string Place = installationOf(Program, Unit.Directory);
  if (Place.empty())
    return;
  if (!NamesGcc && holdsGcc(Place))
    Result.Arguments.push_back("--gcc-toolchain=" + Place);
  if (!IsLibCxx)
    return;
  std::string Triple = llvm::Triple::normalize(
      Target.empty() ? llvm::sys::getDefaultTargetTriple() : Target);
  for (const std::string &Headers :
       {Place + "/include/" + Triple + "/c++/v1", Place + "/include/c++/v1"})
    if (llvm::sys::fs::is_directory(Headers)) {
      Result.Arguments.push_back("-stdlib++-isystem");
      Result.Arguments.push_back(Headers);
    }
}

ParsedCommand CommandReader::read() {
  if (Unit.CommandLine.empty())
    return fault(CommandFault::Empty);
  auto Expanded = expandCommandFiles(Unit.CommandLine, Unit.Directory);
  if (!Expanded)
    return fault(CommandFault::FileRefused,
                 llvm::toString(Expanded.takeError()));
  llvm::ArrayRef<std::string> Words = *Expanded;
  StringRef Program = Words.front();
  CompilerName Name = compilerName(Program);
  Mode = modeOf(Words, Name);
  ParsedWords Options(Words.drop_front(),
                      Mode == "cl" ? O::CLOption : O::ClangOption);
  Options.forEach([&](const Arg &A, llvm::ArrayRef<std::string> Own) {
    readDriverOption(A, Own);
  });
  if (!Options.incomplete().empty())
    drop(Options.incomplete(), DropReason::NoValue);
  readFrontEndOptions(Preprocessor, "-Xpreprocessor",
                      O::ClangOption | O::CC1Option);
  readFrontEndOptions(FrontEnd, "-Xclang", O::CC1Option);

  for (const Input &In : Inputs)
    if (StringRef(In.File).starts_with("@") && !isTheUnit(In))
      return fault(CommandFault::FileRefused, "the response file '" +
                                                  In.File.substr(1) +
                                                  "' does not exist");
  std::vector<Input> Sources = sources();
  if (Sources.empty())
    return fault(CommandFault::NoInput);
  if (Sources.size() > 1)
    return fault(CommandFault::SeveralInputs);
  if (Sources.front().File == "-")
    return fault(CommandFault::StandardInput);
  if (std::string Of = languageOf(Sources.front()); !isAnalysedLanguage(Of))
    return fault(CommandFault::ForeignLanguage, Of);
  if (!Mode.empty() && Mode != "gcc" && Mode != "g++" && Mode != "cpp" &&
      Mode != "cl")
    return fault(CommandFault::ForeignLanguage, Mode);

  // Clang derives its own folders from this path, and looks there for what it
  // runs: never a place that the command names.
  Result.Arguments = {ResourceDir.empty()
                          ? std::string("/nonexistent/clang")
                          : (ResourceDir + "/../../../bin/clang").str(),
                      "--no-default-config"};
  addPlaces(Program, Name);
  llvm::append_range(Result.Arguments, Kept);
  if (!ResourceDir.empty())
    Result.Arguments.push_back(("-resource-dir=" + ResourceDir).str());
  for (const char *Flag : {"-fsyntax-only", "-Qunused-arguments", "-w",
                           "-ferror-limit=0", "-fno-spell-checking"})
    Result.Arguments.push_back(Flag);
  const Input &In = Sources.front();
  if (NeedsStandard)
    Result.Arguments.push_back(newestStandard(
        In.Language.empty() && Mode == "g++" ? "c++" : languageOf(In)));
  if (!In.Language.empty() && Mode == "cl") {
    Result.Arguments.push_back(In.Language == "c" ? "/TC" : "/TP");
  } else if (!In.Language.empty()) {
    Result.Arguments.push_back("-x");
    Result.Arguments.push_back(In.Language);
  }
  Result.Arguments.push_back("--");
  // The front end would take a name that begins with a dash for an option.
  Result.Arguments.push_back((StringRef(In.File).starts_with("-") ? "./" : "") +
                             In.File);
  return std::move(Result);
}

} // namespace

ParsedCommand adaptCommand(const CompileUnit &Unit, llvm::StringRef ResourceDir,
                           llvm::ArrayRef<std::string> Refused) {
  return CommandReader(Unit, ResourceDir, Refused).read();
}

} // namespace stateless
