//===- LinkLines.cpp - Link lines of build.ninja and link.txt -------------===//
//
// A link line has object files and libraries as inputs. What is made is told by
// the name of its output, or by the rule that makes it: no command is read.
//
//===----------------------------------------------------------------------===//
#include "BuildTargets.h"
#include "io/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

using namespace stateless;
using llvm::StringRef;
namespace path = llvm::sys::path;

static bool isObject(StringRef File) {
  return File.ends_with(".o") || File.ends_with(".obj");
}

static bool isShared(StringRef File) {
  StringRef Name = path::filename(File);
  return Name.ends_with(".so") || Name.contains(".so.") ||
         Name.ends_with(".dylib");
}

static bool isLinked(StringRef File) {
  return isObject(File) || isShared(File) || File.ends_with(".a");
}

/// A step that makes \p Output of \p Inputs, or nothing if that is no linking.
static std::optional<BuildStep> linkStep(StringRef Output,
                                         llvm::ArrayRef<std::string> Inputs,
                                         StringRef Rule, StringRef Folder) {
  if (isObject(Output) ||
      llvm::none_of(Inputs, [](StringRef File) { return isLinked(File); }))
    return std::nullopt;
  BuildStep Step;
  Step.Name = path::filename(Output).str();
  Step.Output = normalisedPath(Output, Folder);
  Step.Kind = Rule.contains("MODULE_LIBRARY") ? TargetKind::Plugin
              : Output.ends_with(".a")        ? TargetKind::Archive
              : isShared(Output)              ? TargetKind::Objects
                                              : TargetKind::Executable;
  for (StringRef Input : Inputs)
    if (isLinked(Input))
      Step.Inputs.push_back(normalisedPath(Input, Folder));
  return Step;
}

//===-- build.ninja -------------------------------------------------------===//

namespace {

/// One `build` line: "OUT... | OUT... : RULE IN... | IN... || ORDER".
struct BuildLine {
  std::string Output, Rule;
  std::vector<std::string> Inputs;
};

} // namespace

/// The words of \p Line, in which '$' escapes blanks and colons; ':' and '|'
/// are words. Variables of ninja have no place in what we look for.
static std::vector<std::string> ninjaWords(StringRef Line) {
  std::vector<std::string> Words;
  std::string Word;
  auto End = [&] {
    if (!Word.empty())
      Words.push_back(std::exchange(Word, {}));
  };
  for (size_t I = 0; I != Line.size(); ++I) {
    char C = Line[I];
    if (C == '$' && I + 1 != Line.size()) {
      Word += Line[++I];
    } else if (C == ' ') {
      End();
    } else if (C == ':' || C == '|') {
      End();
      Words.push_back(std::string(1, C));
    } else {
      Word += C;
    }
  }
  End();
  return Words;
}

static std::optional<BuildLine> readBuildLine(StringRef Line) {
  if (!Line.consume_front("build "))
    return std::nullopt;
  std::vector<std::string> Words = ninjaWords(Line);
  auto Colon = llvm::find(Words, ":");
  if (Words.empty() || Colon == Words.begin() || Colon == Words.end() ||
      std::next(Colon) == Words.end())
    return std::nullopt;
  BuildLine Result{Words.front(), *std::next(Colon), {}};
  for (auto It = Colon + 2; It < Words.end(); ++It) {
    // "||" separates what only has to be there before.
    if (*It == "|" && std::next(It) != Words.end() && *std::next(It) == "|")
      break;
    if (*It != "|")
      Result.Inputs.push_back(*It);
  }
  return Result;
}

std::vector<BuildStep> stateless::ninjaSteps(StringRef Text, StringRef Folder) {
  std::vector<BuildStep> Steps;
  while (!Text.empty()) {
    std::string Line;
    bool More = true;
    while (More && !Text.empty()) {
      StringRef Part;
      std::tie(Part, Text) = Text.split('\n');
      More = Part.consume_back("$");
      Line += Line.empty() ? Part.str() : Part.ltrim(' ').str();
    }
    if (auto Read = readBuildLine(Line))
      if (auto Step = linkStep(Read->Output, Read->Inputs, Read->Rule, Folder))
        Steps.push_back(std::move(*Step));
  }
  return Steps;
}

//===-- link.txt ----------------------------------------------------------===//

/// "c++ -O2 a.o b.o -o shop libcore.a" or "ar qc libcore.a a.o b.o".
std::vector<BuildStep> stateless::linkTextSteps(StringRef Text,
                                                StringRef Folder) {
  std::vector<BuildStep> Steps;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    llvm::BumpPtrAllocator Arena;
    llvm::StringSaver Saver(Arena);
    llvm::SmallVector<const char *, 64> Words;
    llvm::cl::TokenizeGNUCommandLine(Line, Saver, Words);
    std::string Output;
    std::vector<std::string> Inputs;
    bool Module = false;
    for (size_t I = 1; I < Words.size(); ++I) {
      StringRef Word = Words[I];
      if (Word == "-o" && I + 1 != Words.size())
        Output = Words[++I];
      else if (Word.ends_with(".a") && Output.empty() && Inputs.empty())
        Output = Word.str();
      else if (isLinked(Word))
        Inputs.push_back(Word.str());
      Module |= Word == "-bundle";
    }
    if (auto Step =
            linkStep(Output, Inputs, Module ? "MODULE_LIBRARY" : "", Folder))
      Steps.push_back(std::move(*Step));
  }
  return Steps;
}
