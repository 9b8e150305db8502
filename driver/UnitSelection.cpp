//===- UnitSelection.cpp - From FILES to units ----------------------------===//
//
// Sources are looked up by path, then by identity (symbolic links); headers,
// and sources that others include (unity builds), by an include scan.
//
//===----------------------------------------------------------------------===//
#include "UnitSelection.h"
#include "IncludeScan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Error wrong(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

static bool isBelow(StringRef File, StringRef Folder) {
  return File.consume_front(Folder) &&
         (Folder.ends_with("/") || File.starts_with("/"));
}

/// The deepest folder that holds all \p Files.
static std::string commonFolder(const std::vector<StringRef> &Files) {
  if (Files.empty())
    return "";
  StringRef Common = path::parent_path(Files.front());
  for (StringRef File : Files)
    while (!isBelow(File, Common) && Common != "/" && !Common.empty())
      Common = path::parent_path(Common);
  return Common.str();
}

/// The folder of the sources, generated ones in the build folder aside.
static std::string sourceRoot(const CompileDb &Db) {
  StringRef Build = path::parent_path(Db.File);
  std::vector<StringRef> All, Outside;
  for (const CompileUnit &Unit : Db.Units) {
    All.push_back(Unit.File);
    if (!isBelow(Unit.File, Build))
      Outside.push_back(Unit.File);
  }
  return commonFolder(Outside.empty() ? All : Outside);
}

namespace {

/// Collects what the FILES ask for, and what is wrong with them.
class Selector {
public:
  explicit Selector(CompileDb Database) : Db(std::move(Database)) {
    for (size_t I = 0; I < Db.Units.size(); ++I)
      ByPath[Db.Units[I].File].push_back(I);
  }

  void select(StringRef Given, StringRef WorkingDirectory);
  void selectAll();
  llvm::Expected<UnitSelection> finish() &&;

private:
  void selectFolder(StringRef Given, StringRef Folder);
  bool selectSource(StringRef File);
  void selectHeaders();
  std::string notCovered(StringRef Given, StringRef File) const;

  CompileDb Db;
  llvm::StringMap<std::vector<size_t>> ByPath;
  std::set<size_t> Named;
  std::vector<std::pair<std::string, std::string>> Unplaced; ///< Given, path.
  std::vector<std::pair<std::string, size_t>> Headers;
  std::vector<std::string> Complaints;
};

void Selector::selectAll() {
  for (size_t I = 0; I < Db.Units.size(); ++I)
    Named.insert(I);
}

void Selector::select(StringRef Given, StringRef WorkingDirectory) {
  std::string File = normalisedPath(Given, WorkingDirectory);
  if (fs::is_directory(File))
    selectFolder(Given, File);
  else if (!selectSource(File))
    Unplaced.emplace_back(Given.str(), File);
}

void Selector::selectFolder(StringRef Given, StringRef Folder) {
  bool Any = false;
  for (size_t I = 0; I < Db.Units.size(); ++I)
    if (isBelow(Db.Units[I].File, Folder)) {
      Named.insert(I);
      Any = true;
    }
  if (!Any)
    Complaints.push_back("no source of '" + Db.File + "' is below '" +
                         Given.str() + "'");
}

bool Selector::selectSource(StringRef File) {
  if (auto It = ByPath.find(File); It != ByPath.end()) {
    Named.insert(It->second.begin(), It->second.end());
    return true;
  }
  bool Found = false;
  for (size_t I = 0; I < Db.Units.size(); ++I)
    if (path::filename(Db.Units[I].File) == path::filename(File) &&
        fs::equivalent(Db.Units[I].File, File)) {
      Named.insert(I);
      Found = true;
    }
  return Found;
}

std::string Selector::notCovered(StringRef Given, StringRef File) const {
  std::string Name = "'" + Given.str() + "'";
  switch (fileKind(File)) {
  case FileKind::Foreign:
    return Name + " is not C or C++";
  case FileKind::Source:
    return Name + " is not in '" + Db.File +
           "'; build it there and create the database anew, or give its flags "
           "after '--': stateless-tidy " +
           Given.str() + " -- -std=c++20";
  default:
    return "no source of '" + Db.File + "' includes " + Name +
           "; name a source that does, or give its flags after '--'";
  }
}

/// Last, so that the named sources are preferred.
void Selector::selectHeaders() {
  if (Unplaced.empty())
    return;
  IncludeScan Scan(Db.Units);
  std::vector<size_t> Preferred(Named.begin(), Named.end());
  for (const auto &[Given, File] : Unplaced) {
    std::optional<size_t> Unit;
    if (fileKind(File) != FileKind::Foreign)
      Unit = Scan.unitThatIncludes(File, Preferred);
    if (Unit)
      Headers.emplace_back(File, *Unit);
    else
      Complaints.push_back(notCovered(Given, File));
  }
}

llvm::Expected<UnitSelection> Selector::finish() && {
  selectHeaders();
  if (!Complaints.empty())
    return wrong(llvm::join(Complaints, "\n"));
  UnitSelection Result;
  Result.SourceRoot = sourceRoot(Db);
  std::set<size_t> Wanted = Named;
  for (const auto &[File, Unit] : Headers)
    Wanted.insert(Unit);
  Result.WholeDatabase = Wanted.size() == Db.Units.size();
  std::map<size_t, size_t> Places;
  for (size_t I : Wanted) {
    Places[I] = Result.Units.size();
    Result.Units.push_back({std::move(Db.Units[I]), Named.count(I) != 0});
  }
  for (auto &[File, Unit] : Headers)
    Result.Headers.push_back({File, Places[Unit]});
  return Result;
}

} // namespace

/// Named files that do not exist, a line each.
static std::string missingFiles(const Options &Opts,
                                StringRef WorkingDirectory) {
  std::vector<std::string> Missing;
  for (const std::string &Given : Opts.Files)
    if (!fs::exists(normalisedPath(Given, WorkingDirectory)))
      Missing.push_back("no such file: '" + Given + "'");
  return llvm::join(Missing, "\n");
}

static llvm::Expected<UnitSelection>
selectWithFlags(const Options &Opts, StringRef WorkingDirectory) {
  if (Opts.Files.empty())
    return wrong("no file is named before '--'");
  UnitSelection Result;
  std::vector<std::string> Complaints;
  for (const std::string &Given : Opts.Files) {
    std::string File = normalisedPath(Given, WorkingDirectory);
    if (fs::is_directory(File))
      Complaints.push_back("'" + Given +
                           "' is a folder; with flags after '--', name files");
    else
      Result.Units.push_back(
          {fixedUnit(WorkingDirectory, File, *Opts.FixedFlags)});
  }
  if (!Complaints.empty())
    return wrong(llvm::join(Complaints, "\n"));
  return Result;
}

/// Where to look for what belongs to the first named file.
static std::string startFolder(const Options &Opts,
                               StringRef WorkingDirectory) {
  if (Opts.Files.empty())
    return WorkingDirectory.str();
  std::string First = normalisedPath(Opts.Files.front(), WorkingDirectory);
  return fs::is_directory(First) ? First : path::parent_path(First).str();
}

static llvm::Expected<CompileDb> openDatabase(const Options &Opts,
                                              StringRef WorkingDirectory) {
  if (!Opts.BuildPath.empty())
    return loadCompileDb(normalisedPath(Opts.BuildPath, WorkingDirectory));
  std::string Start = startFolder(Opts, WorkingDirectory);
  std::string Found = findCompileDb(Start);
  if (Found.empty() && Start != WorkingDirectory)
    Found = findCompileDb(WorkingDirectory);
  if (Found.empty())
    return wrong("no compile_commands.json in '" + Start + "' or above it; " +
                 databaseRemedy() +
                 ", name its folder with -p, or give flags after '--'");
  return loadCompileDb(Found);
}

llvm::Expected<UnitSelection>
stateless::selectUnits(const Options &Opts, StringRef WorkingDirectory) {
  std::string Start = startFolder(Opts, WorkingDirectory);
  auto AddArguments = [&](UnitSelection Result) {
    for (SelectedUnit &Selected : Result.Units)
      addArguments(Selected.Unit, Opts.ExtraArgsBefore, Opts.ExtraArgs);
    if (!Opts.Files.empty())
      Result.SourceRoot = Start;
    return Result;
  };
  if (std::string Missing = missingFiles(Opts, WorkingDirectory);
      !Missing.empty())
    return wrong(Missing);
  if (Opts.FixedFlags) {
    auto Result = selectWithFlags(Opts, WorkingDirectory);
    return Result ? AddArguments(std::move(*Result)) : std::move(Result);
  }
  auto Db = openDatabase(Opts, WorkingDirectory);
  if (!Db)
    return Db.takeError();
  Selector Selection(std::move(*Db));
  if (Opts.Files.empty())
    Selection.selectAll();
  for (const std::string &Given : Opts.Files)
    Selection.select(Given, WorkingDirectory);
  auto Result = std::move(Selection).finish();
  return Result ? AddArguments(std::move(*Result)) : std::move(Result);
}
