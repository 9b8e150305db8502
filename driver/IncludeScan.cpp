//===- IncludeScan.cpp - Which unit includes a header ---------------------===//
//
// A depth-first walk from each candidate unit, the best first. Units with equal
// search paths share one graph and, for each file that is asked for, one set of
// visited files, since a file that did not lead there once never will: a search
// is linear in files times different search paths, whatever the number of
// units. Since those can be many as well, all steps are counted.
//
//===----------------------------------------------------------------------===//
#include "IncludeScan.h"
#include "CompileDb.h"
#include "io/Paths.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

//===-- Lines -------------------------------------------------------------===//

static std::optional<IncludeLine> includeLine(StringRef Line) {
  Line = Line.trim();
  if (!Line.consume_front("#"))
    return std::nullopt;
  Line = Line.ltrim();
  if (!Line.consume_front("include_next") && !Line.consume_front("include") &&
      !Line.consume_front("import"))
    return std::nullopt;
  Line = Line.ltrim();
  bool Angled = Line.starts_with("<");
  if (!Angled && !Line.starts_with("\""))
    return std::nullopt;
  size_t End = Line.find(Angled ? '>' : '"', 1);
  if (End == StringRef::npos || End == 1)
    return std::nullopt;
  return IncludeLine{Line.slice(1, End).str(), Angled};
}

std::vector<IncludeLine> stateless::includeLines(StringRef Text) {
  std::vector<IncludeLine> Found;
  Text.consume_front("\xEF\xBB\xBF");
  bool InComment = false;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    StringRef Start = Line.ltrim();
    if (InComment || Start.starts_with("/*")) {
      size_t From = InComment ? 0 : Start.find("/*") + 2;
      InComment = Start.find("*/", From) == StringRef::npos;
      continue;
    }
    if (std::optional<IncludeLine> Include = includeLine(Start))
      Found.push_back(std::move(*Include));
  }
  return Found;
}

//===-- Search paths ------------------------------------------------------===//

IncludeScan::SearchPath IncludeScan::searchPathOf(const CompileUnit &Unit) {
  SearchPath Path;
  std::vector<std::string> System, After, Ignored;
  const std::vector<std::string> &Line = Unit.CommandLine;
  for (size_t I = 1; I < Line.size(); ++I) {
    auto Take = [&](StringRef Flag, std::vector<std::string> &Into) {
      StringRef Arg = Line[I];
      if (!Arg.consume_front(Flag))
        return false;
      if (Arg.empty() && I + 1 < Line.size())
        Arg = Line[++I];
      Arg.consume_front("=");
      Into.push_back(normalisedPath(Arg, Unit.Directory));
      return true;
    };
    Take("-iquote", Path.Quote) || Take("-isystem-after", After) ||
        Take("-isystem", System) || Take("-cxx-isystem", System) ||
        Take("-c-isystem", System) || Take("-idirafter", After) ||
        Take("-include-pch", Ignored) || Take("-include", Path.Forced) ||
        Take("-I", Path.Angle) || Take("--include-directory", Path.Angle);
  }
  llvm::append_range(Path.Angle, System);
  llvm::append_range(Path.Angle, After);
  return Path;
}

IncludeScan::IncludeScan(llvm::ArrayRef<CompileUnit> Units,
                         llvm::ArrayRef<size_t> Wanted, uint64_t Steps)
    : Units(Units), Preferred(Wanted.begin(), Wanted.end()), Room(Steps) {
  std::map<SearchPath, size_t> Known;
  for (const CompileUnit &Unit : Units) {
    auto [It, New] = Known.try_emplace(searchPathOf(Unit), Graphs.size());
    if (New)
      Graphs.push_back({It->first, {}, {}, {}});
    GraphOfUnit.push_back(It->second);
    All.push_back(All.size());
  }
  auto ByFile = [&](size_t A, size_t B) {
    return std::tie(Units[A].File, A) < std::tie(Units[B].File, B);
  };
  llvm::sort(All, ByFile);
  llvm::sort(Preferred, ByFile);
  for (size_t Unit : All)
    ByStem[path::stem(Units[Unit].File)].push_back(Unit);
  for (size_t Unit : Preferred)
    PreferredByStem[path::stem(Units[Unit].File)].push_back(Unit);
}

bool IncludeScan::step(uint64_t Cost) {
  Room -= std::min(Room, Cost);
  return Room != 0;
}

//===-- The graph ---------------------------------------------------------===//

std::optional<fs::UniqueID> IncludeScan::folderOf(StringRef Path) {
  auto [It, New] = Folders.try_emplace(path::parent_path(Path));
  fs::file_status Status;
  if (New && !fs::status(It->first(), Status))
    It->second = Status.getUniqueID();
  return It->second;
}

std::optional<IncludeScan::NodeId> IncludeScan::nodeOf(StringRef Path) {
  auto [It, New] = NodeOfPath.try_emplace(Path);
  if (!New)
    return It->second;
  fs::file_status Status;
  if (fs::status(Path, Status) || !fs::is_regular_file(Status))
    return std::nullopt;
  std::optional<fs::UniqueID> Folder = folderOf(Path);
  if (!Folder)
    return std::nullopt;
  auto [Same, First] =
      NodeOfFile.try_emplace({*Folder, Status.getUniqueID()}, Nodes.size());
  if (First)
    Nodes.push_back({Path.str(), Status.getUniqueID(), std::nullopt});
  It->second = Same->second;
  return It->second;
}

const std::vector<IncludeLine> &IncludeScan::linesOf(NodeId File) {
  Node &N = Nodes[File];
  if (N.Lines)
    return *N.Lines;
  N.Lines.emplace();
  auto Buffer = readFile(N.Path, readlimit::Source);
  if (!Buffer)
    llvm::consumeError(Buffer.takeError()); // The parse will name it.
  else if (step((*Buffer)->getBufferSize() / 64))
    N.Lines = includeLines((*Buffer)->getBuffer());
  return *N.Lines;
}

/// What the folders of \p Path have, apart from that of the including file.
std::optional<IncludeScan::NodeId>
IncludeScan::search(const SearchPath &Path, const IncludeLine &Line) {
  const std::vector<std::string> None;
  for (const auto *Folders : {Line.Angled ? &None : &Path.Quote, &Path.Angle})
    for (const std::string &Folder : *Folders) {
      if (!step())
        return std::nullopt;
      if (auto Found = nodeOf(normalisedPath(Line.Name, Folder)))
        return Found;
    }
  return std::nullopt;
}

std::optional<IncludeScan::NodeId>
IncludeScan::resolve(Graph &In, NodeId From, const IncludeLine &Line) {
  constexpr size_t LongestName = 4096; // PATH_MAX
  if (!step() || Line.Name.size() > LongestName)
    return std::nullopt;
  if (!Line.Angled)
    if (auto Found = nodeOf(
            normalisedPath(Line.Name, path::parent_path(Nodes[From].Path))))
      return Found;
  auto [It, New] = In.Found.try_emplace((Line.Angled ? "<" : "\"") + Line.Name);
  if (New)
    It->second = search(In.Path, Line);
  return It->second;
}

const std::vector<IncludeScan::NodeId> &IncludeScan::includesOf(Graph &In,
                                                                NodeId File) {
  if (In.Includes.size() <= File)
    In.Includes.resize(Nodes.size());
  if (!In.Includes[File]) {
    std::vector<NodeId> Found;
    for (const IncludeLine &Line : linesOf(File))
      if (std::optional<NodeId> Included = resolve(In, File, Line))
        Found.push_back(*Included);
    In.Includes[File] = std::move(Found);
  }
  return *In.Includes[File];
}

bool IncludeScan::reaches(size_t Unit, fs::UniqueID Wanted) {
  Graph &In = Graphs[GraphOfUnit[Unit]];
  std::vector<NodeId> Stack;
  for (const std::string &Forced : In.Path.Forced)
    if (std::optional<NodeId> File = nodeOf(Forced)) {
      if (Nodes[*File].File == Wanted)
        return true;
      Stack.push_back(*File);
    }
  if (std::optional<NodeId> File = nodeOf(Units[Unit].File))
    Stack.push_back(*File);
  while (!Stack.empty() && step()) {
    NodeId File = Stack.back();
    Stack.pop_back();
    if (In.Visited.size() <= File)
      In.Visited.resize(Nodes.size());
    if (std::exchange(In.Visited[File], Search) == Search)
      continue;
    for (NodeId Included : includesOf(In, File)) {
      if (!step())
        return false;
      if (Nodes[Included].File == Wanted)
        return true;
      Stack.push_back(Included);
    }
  }
  return false;
}

//===-- The choice --------------------------------------------------------===//

/// Units in the folder of \p File first, then those in the folder above it and
/// below that, and so on. All units of a folder stand side by side in
/// \p Candidates, which are sorted by their files.
std::optional<size_t>
IncludeScan::nearestThatReaches(llvm::ArrayRef<size_t> Candidates,
                                StringRef File, fs::UniqueID Wanted) {
  auto Before = [&](size_t Unit, StringRef Text) {
    return Units[Unit].File < Text;
  };
  auto Try = [&](size_t From, size_t To) -> std::optional<size_t> {
    for (size_t I = From; I < To && step(); ++I)
      if (reaches(Candidates[I], Wanted))
        return Candidates[I];
    return std::nullopt;
  };
  size_t From = 0, To = 0; // The folder before, whose units were tried.
  for (StringRef Folder = path::parent_path(File); !Folder.empty();
       Folder = path::parent_path(Folder)) {
    std::string Prefix = Folder.rtrim('/').str() + "/";
    size_t Begin =
        llvm::lower_bound(Candidates, Prefix, Before) - Candidates.begin();
    Prefix.back() = '/' + 1; // Behind all that is in the folder.
    size_t End =
        llvm::lower_bound(Candidates, Prefix, Before) - Candidates.begin();
    bool First = From == To;
    if (auto Found = Try(Begin, First ? End : From))
      return Found;
    if (auto Found = First ? std::nullopt : Try(To, End))
      return Found;
    From = Begin;
    To = End;
  }
  return std::nullopt;
}

std::optional<size_t> IncludeScan::unitThatIncludes(StringRef File) {
  fs::file_status Status;
  if (fs::status(File, Status) || !fs::is_regular_file(Status))
    return std::nullopt;
  fs::UniqueID Wanted = Status.getUniqueID();
  ++Search;
  StringRef Stem = path::stem(File);
  for (llvm::ArrayRef<size_t> Candidates :
       {llvm::ArrayRef(PreferredByStem[Stem]), llvm::ArrayRef(Preferred),
        llvm::ArrayRef(ByStem[Stem]), llvm::ArrayRef(All)})
    if (auto Unit = nearestThatReaches(Candidates, File, Wanted))
      return gaveUp() ? std::nullopt : Unit;
  return std::nullopt;
}
