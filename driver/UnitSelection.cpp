//===- UnitSelection.cpp - From FILES to units ----------------------------===//
//
// Sources are looked up by path, then by identity (symbolic links); headers,
// and sources that others include (unity builds), by an include scan.
//
//===----------------------------------------------------------------------===//
#include "UnitSelection.h"
#include "IncludeScan.h"
#include "io/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include <map>
#include <optional>
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
  auto Add = [&](const auto &Entries) {
    for (const auto &Entry : Entries) {
      All.push_back(Entry.File);
      if (!isBelow(Entry.File, Build))
        Outside.push_back(Entry.File);
    }
  };
  Add(Db.Units);
  if (All.empty())
    Add(Db.Unread);
  return commonFolder(Outside.empty() ? All : Outside);
}

namespace {

/// Finds the entries of a file: by its path, else by its identity, for which
/// only files of the same name are looked at.
class FileIndex {
public:
  void add(StringRef File, size_t Entry) {
    ByPath[File].push_back(Entry);
    ByName[path::filename(File)].Files.push_back({File.str(), Entry});
  }

  llvm::ArrayRef<size_t> find(StringRef File) {
    if (auto It = ByPath.find(File); It != ByPath.end())
      return It->second;
    auto Same = ByName.find(path::filename(File));
    fs::UniqueID Id;
    if (Same == ByName.end() || fs::getUniqueID(File, Id))
      return {};
    return Same->second.byId()[Id];
  }

private:
  struct Namesakes {
    std::vector<std::pair<std::string, size_t>> Files;
    std::optional<std::map<fs::UniqueID, std::vector<size_t>>> Ids;

    /// Asks the system about each file once.
    std::map<fs::UniqueID, std::vector<size_t>> &byId() {
      if (Ids)
        return *Ids;
      Ids.emplace();
      for (const auto &[File, Entry] : Files)
        if (fs::UniqueID Id; !fs::getUniqueID(File, Id))
          (*Ids)[Id].push_back(Entry);
      return *Ids;
    }
  };

  llvm::StringMap<std::vector<size_t>> ByPath;
  llvm::StringMap<Namesakes> ByName;
};

/// Collects what the FILES ask for, and what is wrong with them.
class Selector {
public:
  explicit Selector(CompileDb Database) : Db(std::move(Database)) {
    for (auto [I, Unit] : llvm::enumerate(Db.Units))
      Units.add(Unit.File, I);
    for (auto [I, Entry] : llvm::enumerate(Db.Unread))
      Unread.add(Entry.File, I);
  }

  void select(StringRef Given, StringRef WorkingDirectory);
  void selectAll();
  /// \p Isolated: nothing but what was named is analysed.
  llvm::Expected<UnitSelection> finish(bool Isolated) &&;

private:
  void selectFolder(StringRef Given, StringRef Folder);
  bool selectFile(StringRef File);
  void selectHeaders();
  std::string notCovered(StringRef Given, StringRef File, bool GaveUp) const;
  void countEntries(UnitSelection &Result) const;

  CompileDb Db;
  FileIndex Units, Unread;
  std::set<size_t> Named, NamedUnread;
  std::vector<std::pair<std::string, std::string>> Unplaced; ///< Given, path.
  std::vector<std::pair<std::string, std::vector<size_t>>> Headers;
  std::vector<std::string> Complaints;
};

void Selector::selectAll() {
  for (size_t I = 0; I < Db.Units.size(); ++I)
    Named.insert(I);
  for (size_t I = 0; I < Db.Unread.size(); ++I)
    NamedUnread.insert(I);
}

void Selector::select(StringRef Given, StringRef WorkingDirectory) {
  std::string File = normalisedPath(Given, WorkingDirectory);
  if (fs::is_directory(File))
    selectFolder(Given, File);
  else if (!selectFile(File))
    Unplaced.emplace_back(Given.str(), File);
}

void Selector::selectFolder(StringRef Given, StringRef Folder) {
  bool Any = false;
  // Both are sorted by file, so what is below a folder stands side by side.
  std::string Prefix = Folder.rtrim('/').str() + "/";
  auto Before = [](const auto &Entry, StringRef Text) {
    return Entry.File < Text;
  };
  auto Select = [&](const auto &Entries, std::set<size_t> &Into) {
    size_t I = llvm::lower_bound(Entries, Prefix, Before) - Entries.begin();
    for (; I < Entries.size() && StringRef(Entries[I].File).starts_with(Prefix);
         ++I) {
      Into.insert(I);
      Any = true;
    }
  };
  Select(Db.Units, Named);
  Select(Db.Unread, NamedUnread);
  if (!Any)
    Complaints.push_back("no source of '" + Db.File + "' is below '" +
                         Given.str() + "'");
}

/// A header that the database builds by itself is found through its sources,
/// which say more.
bool Selector::selectFile(StringRef File) {
  bool Found = false;
  for (size_t I : Units.find(File)) {
    Named.insert(I);
    Found = true;
  }
  for (size_t I : Unread.find(File))
    if (Db.Unread[I].Reason != ProblemReason::Header) {
      NamedUnread.insert(I);
      Found = true;
    }
  return Found;
}

std::string Selector::notCovered(StringRef Given, StringRef File,
                                 bool GaveUp) const {
  std::string Name = "'" + Given.str() + "'";
  if (GaveUp)
    return "the search for a source that includes " + Name +
           " was given up, there are too many files; name such a source";
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
  std::vector<size_t> Preferred(Named.begin(), Named.end());
  IncludeScan Scan(Db.Units, Preferred);
  for (const auto &[Given, File] : Unplaced) {
    std::optional<size_t> Unit;
    if (fileKind(File) != FileKind::Foreign)
      Unit = Scan.unitThatIncludes(File);
    if (Unit)
      Headers.emplace_back(File, Units.find(Db.Units[*Unit].File));
    else
      Complaints.push_back(notCovered(Given, File, Scan.gaveUp()));
  }
}

void Selector::countEntries(UnitSelection &Result) const {
  EntryCounts &Entries = Result.Entries;
  Entries.Total = Db.Entries;
  Entries.Repeated = Db.Repeated;
  Entries.LeftOut = Db.Units.size() - Result.Units.size() + Db.Unread.size() -
                    Result.Unread.size();
  Result.WholeDatabase = Result.Units.size() == Db.Units.size();
  Result.WholeProgram =
      Result.WholeDatabase && llvm::none_of(Db.Unread, [](const auto &Entry) {
        return lossOf(Entry.Reason) != Loss::Nothing;
      });
}

llvm::Expected<UnitSelection> Selector::finish(bool Isolated) && {
  selectHeaders();
  if (!Complaints.empty())
    return wrong(llvm::join(Complaints, "\n"));
  UnitSelection Result;
  Result.Database = Db.File;
  Result.SourceRoot = sourceRoot(Db);
  Result.Project = {Result.SourceRoot, path::parent_path(Db.File).str(), ""};
  std::set<size_t> Wanted = Named;
  for (const auto &[File, Through] : Headers)
    Wanted.insert(Through.begin(), Through.end());
  Result.ShowsAll =
      Headers.empty() && (Isolated || Wanted.size() == Db.Units.size());
  for (size_t I = 0; !Isolated && I != Db.Units.size(); ++I)
    Wanted.insert(I);
  std::map<size_t, size_t> Places;
  for (size_t I : Wanted) {
    Places[I] = Result.Units.size();
    Result.Units.push_back({std::move(Db.Units[I]), Named.count(I) != 0});
  }
  for (auto &[File, Through] : Headers) {
    Result.Headers.push_back({File, {}});
    for (size_t I : Through)
      Result.Headers.back().Units.push_back(Places[I]);
  }
  for (size_t I : NamedUnread)
    Result.Unread.push_back(std::move(Db.Unread[I]));
  countEntries(Result);
  auto HoldsCode = [](const UnreadEntry &Entry) {
    return lossOf(Entry.Reason) == Loss::Code;
  };
  if (Result.Units.empty() && llvm::none_of(Result.Unread, HoldsCode))
    return wrong("'" + Db.File + "' has no C or C++ entries");
  return Result;
}

} // namespace

bool UnitSelection::asksFor(size_t Unit) const {
  return !ShowsAll &&
         (Units[Unit].Named || llvm::any_of(Headers, [&](const auto &Header) {
            return llvm::is_contained(Header.Units, Unit);
          }));
}

//===-- Entries that cannot be analysed -----------------------------------===//

void stateless::leaveOut(UnitSelection &Selection,
                         llvm::function_ref<bool(StringRef)> Excluded) {
  size_t Before = Selection.Unread.size();
  llvm::erase_if(Selection.Unread, [&](const UnreadEntry &Entry) {
    return isForeign(Entry.Reason) && Excluded(Entry.File);
  });
  Selection.Entries.LeftOut += Before - Selection.Unread.size();
}

AnalysisProblem stateless::problemOf(const UnreadEntry &Entry) {
  AnalysisProblem Problem;
  Problem.Fatal = lossOf(Entry.Reason) == Loss::Code;
  Problem.File = Entry.File;
  Problem.Message =
      Entry.Detail.empty() ? explanationOf(Entry.Reason).str() : Entry.Detail;
  Problem.Reason = Entry.Reason;
  return Problem;
}

//===-- From the command line ---------------------------------------------===//

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
  llvm::StringSet<> Seen;
  for (const std::string &Given : Opts.Files) {
    std::string File = normalisedPath(Given, WorkingDirectory);
    if (fs::is_directory(File))
      Complaints.push_back("'" + Given +
                           "' is a folder; with flags after '--', name files");
    else if (!Seen.insert(File).second)
      ++Result.Entries.Repeated;
    else
      Result.Units.push_back(
          {fixedUnit(WorkingDirectory, File, *Opts.FixedFlags)});
  }
  if (!Complaints.empty())
    return wrong(llvm::join(Complaints, "\n"));
  Result.Entries.Total = Opts.Files.size();
  std::vector<StringRef> Files;
  for (const SelectedUnit &Selected : Result.Units)
    Files.push_back(Selected.Unit.File);
  Result.Project = {commonFolder(Files), WorkingDirectory.str(), ""};
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
  // The facts of a unit do not depend on others.
  auto Result = std::move(Selection).finish(Opts.Isolated ||
                                            Opts.Run == Command::DumpFacts);
  return Result ? AddArguments(std::move(*Result)) : std::move(Result);
}
