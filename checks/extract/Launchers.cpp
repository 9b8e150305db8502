//===- Launchers.cpp - Commands that run a compiler -----------------------===//
//
// A compiler that is given another compiler's name as its first word is no
// compiler: `distcc g++` ends in "cc" as much as `gcc` does. Any other program
// runs the first compiler that its words name, unless that is the value of an
// option of a compiler that we do not know by name (`icpx -o cc a.cpp`).
//
//===----------------------------------------------------------------------===//
#include "extract/Launchers.h"
#include "extract/Compiler.h"
#include "extract/Languages.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace stateless {

/// Whether \p Word may be a program, and not an option, an assignment or a file
/// that is compiled.
static bool isProgram(StringRef Word) {
  if (Word.empty() || Word.starts_with("-") || Word.starts_with("@") ||
      Word.contains('='))
    return false;
  StringRef Extension = path::extension(Word, path::Style::windows);
  return Extension.empty() || Extension.equals_insensitive(".exe") ||
         languageOfExtension(Extension).empty();
}

static bool isCompiler(StringRef Word) {
  return isProgram(Word) && isCompilerName(Word);
}

/// Whether the word behind \p Word says where a compiler's output goes, or
/// which file it reads.
static bool takesFile(StringRef Word) {
  return llvm::is_contained({"-o", "-MF", "-MT", "-MQ", "-MJ", "-include", "-I",
                             "-isystem", "-iquote", "-L", "-B", "-D", "-T"},
                            Word);
}

/// The words of \p Line if a shell would run it as one command.
static std::vector<std::string> plainCommand(StringRef Line) {
  if (Line.find_first_of(";&|<>`$(){}\n") != StringRef::npos)
    return {};
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Saver(Memory);
  llvm::SmallVector<const char *, 64> Words;
  llvm::cl::TokenizeGNUCommandLine(Line, Saver, Words);
  return {Words.begin(), Words.end()};
}

/// The command that a shell is given as one word; empty if there is none.
static std::vector<std::string>
commandOfShell(llvm::ArrayRef<std::string> Words) {
  StringRef Name = path::filename(Words.front(), path::Style::windows);
  Name.consume_back_insensitive(".exe");
  bool IsShell = Name.equals_insensitive("cmd") ||
                 llvm::is_contained({"sh", "bash", "dash", "zsh", "ksh"}, Name);
  if (!IsShell || Words.size() < 3)
    return {};
  StringRef Option = Words[Words.size() - 2];
  bool Runs = Option.equals_insensitive("/c") ||
              (Option.starts_with("-") && Option.ends_with("c"));
  return Runs ? plainCommand(Words.back()) : std::vector<std::string>();
}

std::vector<std::string>
withoutLaunchers(llvm::ArrayRef<std::string> CommandLine) {
  llvm::ArrayRef<std::string> Words = CommandLine;
  // The compiler has at least one word of its own, so there is an end.
  for (size_t I = 1; I + 1 < Words.size(); ++I) {
    bool RunsIt =
        isCompilerName(Words.front()) ? I == 1 : !takesFile(Words[I - 1]);
    if (isCompiler(Words[I]) && RunsIt) {
      Words = Words.drop_front(I);
      I = 0;
    }
  }
  if (Words.empty())
    return {};
  std::vector<std::string> Inner = commandOfShell(Words);
  return Inner.empty() ? Words.vec() : withoutLaunchers(Inner);
}

} // namespace stateless
