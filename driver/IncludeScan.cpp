//===- IncludeScan.cpp - Which unit includes a header ---------------------===//
//
// A depth-first walk from each candidate unit. Units with equal search paths
// share one graph and one set of visited files per target, since a file that
// did not lead to the target once never will: the whole search is linear in
// files times different search paths, whatever the number of units.
//
//===----------------------------------------------------------------------===//
#include "IncludeScan.h"
#include "CompileDb.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <algorithm>

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
    Take("-iquote", Path.Quote) || Take("-isystem", System) ||
        Take("-idirafter", After) || Take("-include-pch", Ignored) ||
        Take("-include", Path.Forced) || Take("-I", Path.Angle) ||
        Take("--include-directory", Path.Angle);
  }
  llvm::append_range(Path.Angle, System);
  llvm::append_range(Path.Angle, After);
  return Path;
}

IncludeScan::IncludeScan(llvm::ArrayRef<CompileUnit> Units) : Units(Units) {
  std::map<SearchPath, size_t> Known;
  for (const CompileUnit &Unit : Units) {
    auto [It, New] = Known.try_emplace(searchPathOf(Unit), Paths.size());
    if (New)
      Paths.push_back(It->first);
    PathOfUnit.push_back(It->second);
  }
  Graphs.resize(Paths.size());
}

//===-- The graph ---------------------------------------------------------===//

std::optional<fs::UniqueID> IncludeScan::idOf(StringRef Path) {
  auto [It, New] = Ids.try_emplace(Path);
  fs::file_status Status;
  if (New && !fs::status(Path, Status) && !fs::is_directory(Status))
    It->second = Status.getUniqueID();
  return It->second;
}

const std::vector<IncludeLine> &IncludeScan::linesOf(StringRef Path) {
  auto [It, New] = Lines.try_emplace(Path);
  if (New)
    if (auto Buffer = llvm::MemoryBuffer::getFile(Path))
      It->second = includeLines((*Buffer)->getBuffer());
  return It->second;
}

std::string IncludeScan::resolve(const SearchPath &Path, StringRef From,
                                 const IncludeLine &Line) {
  auto Try = [&](StringRef Folder) {
    std::string Full = normalisedPath(Line.Name, Folder);
    return idOf(Full) ? Full : std::string();
  };
  if (!Line.Angled) {
    if (std::string Found = Try(path::parent_path(From)); !Found.empty())
      return Found;
    for (const std::string &Folder : Path.Quote)
      if (std::string Found = Try(Folder); !Found.empty())
        return Found;
  }
  for (const std::string &Folder : Path.Angle)
    if (std::string Found = Try(Folder); !Found.empty())
      return Found;
  return "";
}

const std::vector<std::string> &IncludeScan::includesOf(size_t Path,
                                                        StringRef File) {
  auto [It, New] = Graphs[Path].try_emplace(File);
  if (New)
    for (const IncludeLine &Line : linesOf(File))
      if (std::string Found = resolve(Paths[Path], File, Line); !Found.empty())
        It->second.push_back(std::move(Found));
  return It->second;
}

bool IncludeScan::reaches(size_t Unit, Target &Wanted) {
  size_t Path = PathOfUnit[Unit];
  llvm::StringSet<> &Visited = Wanted.Visited[Path];
  std::vector<std::string> Stack = Paths[Path].Forced;
  for (const std::string &Forced : Stack)
    if (idOf(Forced) == Wanted.Id)
      return true;
  Stack.push_back(Units[Unit].File);
  while (!Stack.empty()) {
    std::string File = std::move(Stack.back());
    Stack.pop_back();
    if (!Visited.insert(File).second)
      continue;
    for (const std::string &Included : includesOf(Path, File)) {
      if (idOf(Included) == Wanted.Id)
        return true;
      Stack.push_back(Included);
    }
  }
  return false;
}

//===-- The choice --------------------------------------------------------===//

/// Leading path components that two files share.
static unsigned sharedFolders(StringRef A, StringRef B) {
  auto ItA = path::begin(A), ItB = path::begin(B);
  unsigned Shared = 0;
  for (; ItA != path::end(A) && ItB != path::end(B) && *ItA == *ItB;
       ++ItA, ++ItB)
    ++Shared;
  return Shared;
}

std::vector<size_t>
IncludeScan::inOrderOfChoice(StringRef File,
                             llvm::ArrayRef<size_t> Preferred) const {
  struct Rank {
    bool Other, OtherStem;
    unsigned Far;
    size_t Unit;
    auto operator<=>(const Rank &) const = default;
  };
  std::vector<Rank> Ranks;
  for (size_t I = 0; I < Units.size(); ++I)
    Ranks.push_back({!llvm::is_contained(Preferred, I),
                     path::stem(Units[I].File) != path::stem(File),
                     1000 - std::min(1000U, sharedFolders(Units[I].File, File)),
                     I});
  llvm::sort(Ranks);
  std::vector<size_t> Order;
  for (const Rank &R : Ranks)
    Order.push_back(R.Unit);
  return Order;
}

std::optional<size_t>
IncludeScan::unitThatIncludes(StringRef File,
                              llvm::ArrayRef<size_t> Preferred) {
  std::optional<fs::UniqueID> Id = idOf(File);
  if (!Id)
    return std::nullopt;
  Target Wanted{*Id, {}};
  for (size_t Unit : inOrderOfChoice(File, Preferred))
    if (reaches(Unit, Wanted))
      return Unit;
  return std::nullopt;
}
