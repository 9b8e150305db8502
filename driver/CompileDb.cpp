//===- CompileDb.cpp - The compile commands of a program ------------------===//
//
// The database is checked as JSON first: Clang reads it as YAML, prints to
// stderr as it fails, and cannot say where.
//
//===----------------------------------------------------------------------===//
#include "CompileDb.h"
#include "extract/CommandDatabase.h"
#include "extract/Launchers.h"
#include "extract/ResponseFiles.h"
#include "io/JsonDepth.h"
#include "io/Paths.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include <tuple>

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Error wrong(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

StringRef stateless::databaseRemedy() {
  return "create one with `cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON` "
         "or `bear -- make`";
}

//===-- Which entries count -----------------------------------------------===//

/// A unit without what names its outputs: equal keys give equal facts.
static std::string dedupeKey(const CompileUnit &Unit) {
  std::string Key = Unit.File + '\0' + Unit.Directory;
  for (size_t I = 0; I < Unit.CommandLine.size(); ++I) {
    StringRef Arg = Unit.CommandLine[I];
    if (Arg == "-o" || Arg == "-MF" || Arg == "-MT" || Arg == "-MQ" ||
        Arg == "-MJ")
      ++I;
    else
      (Key += '\0') += Arg;
  }
  return Key;
}

/// The object file that the command makes; empty: it does not say.
static std::string outputOf(const CompileUnit &Unit) {
  auto It = llvm::find(Unit.CommandLine, "-o");
  return It == Unit.CommandLine.end() || std::next(It) == Unit.CommandLine.end()
             ? ""
             : *std::next(It);
}

namespace {

/// Files the entries of one database, in whatever order they come.
class EntryReader {
public:
  EntryReader(CompileDb &Db, StringRef Folder) : Db(Db), Folder(Folder) {}

  void add(DatabaseEntry Command) {
    ++Db.Entries;
    CompileUnit Unit;
    Unit.Directory = normalisedPath(Command.Directory, Folder);
    Unit.File = normalisedPath(Command.File, Unit.Directory);
    Unit.CommandLine = withoutLaunchers(Command.CommandLine);
    std::string Output = std::move(Command.Output);
    if (llvm::any_of(Unit.CommandLine,
                     [](StringRef Arg) { return Arg.starts_with("@"); })) {
      auto Expanded = Files.expand(Unit.CommandLine, Unit.Directory);
      if (!Expanded) {
        Db.Unread.push_back({Unit.File, ProblemReason::ResponseFile,
                             llvm::toString(Expanded.takeError())});
        return;
      }
      Unit.CommandLine = std::move(*Expanded);
    }
    if (auto Reason = whyNotAnalysable(Unit, Command.File)) {
      Db.Unread.push_back({Unit.File, *Reason, ""});
      return;
    }
    if (Output.empty())
      Output = outputOf(Unit);
    if (!Output.empty())
      Unit.Outputs.push_back(normalisedPath(Output, Unit.Directory));
    std::string Key = dedupeKey(Unit);
    Found.emplace_back(std::move(Key), std::move(Unit));
  }

  /// Keeps one unit of those that differ in their outputs only: the smallest,
  /// so that it is the same one in every order.
  void finish() {
    llvm::sort(Found, [](const Keyed &A, const Keyed &B) {
      return std::tie(A.first, A.second.CommandLine) <
             std::tie(B.first, B.second.CommandLine);
    });
    const std::string *Last = nullptr;
    for (Keyed &Each : Found) {
      if (Last && *Last == Each.first) {
        ++Db.Repeated;
        llvm::append_range(Db.Units.back().Outputs, Each.second.Outputs);
      } else
        Db.Units.push_back(std::move(Each.second));
      Last = &Each.first;
    }
    llvm::sort(Db.Unread);
  }

private:
  using Keyed = std::pair<std::string, CompileUnit>;

  CompileDb &Db;
  StringRef Folder;
  ResponseFiles Files;
  std::vector<Keyed> Found;
};

} // namespace

//===-- Finding and reading -----------------------------------------------===//

static bool isFile(StringRef Path) { return fs::is_regular_file(Path); }

static std::string databaseIn(StringRef Folder) {
  llvm::SmallString<256> File(Folder);
  path::append(File, "compile_commands.json");
  return isFile(File) ? File.str().str() : "";
}

/// Build folders of \p Folder that exist, in the order to try.
static std::vector<std::string> buildFolders(StringRef Folder) {
  std::vector<std::string> Names{"build", "out", "_build"}, Clion;
  std::error_code Error;
  for (fs::directory_iterator It(Folder, Error), End; It != End && !Error;
       It.increment(Error))
    if (path::filename(It->path()).starts_with("cmake-build-"))
      Clion.push_back(path::filename(It->path()).str());
  llvm::sort(Clion);
  llvm::append_range(Names, Clion);
  for (std::string &Name : Names) {
    llvm::SmallString<256> Full(Folder);
    path::append(Full, Name);
    Name = Full.str().str();
  }
  return Names;
}

std::string stateless::findCompileDb(StringRef Directory) {
  for (StringRef Folder = Directory; !Folder.empty();
       Folder = path::parent_path(Folder)) {
    if (std::string File = databaseIn(Folder); !File.empty())
      return File;
    for (const std::string &Build : buildFolders(Folder))
      if (std::string File = databaseIn(Build); !File.empty())
        return File;
  }
  return "";
}

static llvm::Error notADatabase(StringRef File, const llvm::Twine &Why) {
  return wrong("'" + File + "' is not a compilation database: " + Why + "; " +
               databaseRemedy());
}

/// An error if some entry has a name that no system opens: Clang's reader
/// recurses over the folders of a name.
static llvm::Error checkNames(const llvm::json::Array &Entries,
                              StringRef File) {
  constexpr size_t MostBytes = 4096; // PATH_MAX
  for (const llvm::json::Value &Entry : Entries)
    if (const llvm::json::Object *Keys = Entry.getAsObject()) {
      size_t Length = Keys->getString("directory").value_or("").size() +
                      Keys->getString("file").value_or("").size();
      if (Length > MostBytes)
        return notADatabase(File, "the name of a file is longer than " +
                                      llvm::Twine(MostBytes) + " bytes");
    }
  return llvm::Error::success();
}

/// The text of \p File, checked to be JSON in the shape of a database. Both
/// LLVM's parsers recurse, so the nesting is checked first.
static llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readJson(StringRef File) {
  auto Buffer = readFile(File, readlimit::Database);
  if (!Buffer)
    return wrong("cannot read '" + File +
                 "': " + llvm::toString(Buffer.takeError()));
  StringRef Text = (*Buffer)->getBuffer();
  if (Text.trim().empty())
    return wrong("'" + File + "' is empty; " + databaseRemedy());
  if (nestingOf(Text) > DeepestNesting)
    return notADatabase(File, "it is nested deeper than " +
                                  llvm::Twine(DeepestNesting) + " levels");
  // File names need not be UTF-8; that alone is no reason to refuse.
  auto Parsed = llvm::json::isUTF8(Text)
                    ? llvm::json::parse(Text)
                    : llvm::json::parse(llvm::json::fixUTF8(Text));
  if (!Parsed)
    return notADatabase(File, llvm::toString(Parsed.takeError()));
  const llvm::json::Array *Entries = Parsed->getAsArray();
  if (!Entries)
    return notADatabase(File, "it is no list of commands");
  if (llvm::Error E = checkNames(*Entries, File))
    return std::move(E);
  return std::move(*Buffer);
}

llvm::Expected<CompileDb> stateless::loadCompileDb(StringRef Path) {
  CompileDb Db;
  Db.File = Path.str();
  if (!fs::exists(Path))
    return wrong("no such file or folder: '" + Path + "'; " + databaseRemedy());
  if (fs::is_directory(Path) && (Db.File = databaseIn(Path)).empty())
    return wrong("no compile_commands.json in '" + Path + "'; " +
                 databaseRemedy());
  auto Buffer = readJson(Db.File);
  if (!Buffer)
    return Buffer.takeError();
  auto Raw = readDatabase((*Buffer)->getBuffer());
  if (!Raw)
    return wrong("'" + Db.File + "' is not a compilation database: " +
                 llvm::toString(Raw.takeError()) + " " + databaseRemedy());
  EntryReader Entries(Db, path::parent_path(Db.File));
  for (DatabaseEntry &Command : *Raw)
    Entries.add(std::move(Command));
  Entries.finish();
  if (Db.Entries == 0)
    return wrong("'" + Db.File + "' has no entries; " + databaseRemedy());
  return Db;
}

//===-- Changing commands -------------------------------------------------===//

CompileUnit stateless::fixedUnit(StringRef Directory, StringRef File,
                                 llvm::ArrayRef<std::string> Flags) {
  CompileUnit Unit;
  Unit.Directory = Directory.str();
  Unit.File = normalisedPath(File, Directory);
  Unit.CommandLine.push_back("clang");
  llvm::append_range(Unit.CommandLine, Flags);
  Unit.CommandLine.push_back(Unit.File);
  return Unit;
}

void stateless::addArguments(CompileUnit &Unit,
                             llvm::ArrayRef<std::string> Before,
                             llvm::ArrayRef<std::string> After) {
  std::vector<std::string> &Line = Unit.CommandLine;
  if (Line.empty())
    return;
  Line.insert(llvm::find(Line, "--"), After.begin(), After.end());
  Line.insert(Line.begin() + 1, Before.begin(), Before.end());
}
