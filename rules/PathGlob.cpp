//===- PathGlob.cpp - Globs over paths ------------------------------------===//
//
// Braces are expanded into plain patterns first; those are matched part by
// part, going back to the last "**" only, so the cost is bounded by the
// product of the lengths.
//
//===----------------------------------------------------------------------===//
#include "PathGlob.h"
#include "Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <vector>

using namespace stateless;
using llvm::StringRef;

namespace {

constexpr size_t MaxAlternatives = 256;

/// The first brace group of a pattern.
struct BraceGroup {
  StringRef Before, After;
  std::vector<StringRef> Alternatives;
};

std::optional<BraceGroup> firstGroup(StringRef Pattern) {
  size_t Open = Pattern.find('{');
  if (Open == StringRef::npos)
    return std::nullopt;
  BraceGroup Group{Pattern.take_front(Open), {}, {}};
  unsigned Depth = 1;
  size_t Start = Open + 1;
  for (size_t I = Start; I < Pattern.size(); ++I) {
    char C = Pattern[I];
    Depth += C == '{';
    Depth -= C == '}';
    if ((C == ',' && Depth == 1) || Depth == 0) {
      Group.Alternatives.push_back(Pattern.slice(Start, I));
      Start = I + 1;
    }
    if (Depth == 0) {
      Group.After = Pattern.drop_front(Start);
      return Group;
    }
  }
  return std::nullopt;
}

bool bracesBalance(StringRef Pattern) {
  int Depth = 0;
  for (char C : Pattern) {
    Depth += (C == '{') - (C == '}');
    if (Depth < 0)
      return false;
  }
  return Depth == 0;
}

using Parts = llvm::SmallVector<StringRef, 16>;

bool matchesParts(const Parts &Pattern, const Parts &Path) {
  size_t P = 0, T = 0;
  size_t AfterStars = StringRef::npos, Resume = 0;
  while (T < Path.size()) {
    if (P < Pattern.size() && Pattern[P] == "**") {
      AfterStars = ++P;
      Resume = T;
    } else if (P < Pattern.size() && matchesGlob(Pattern[P], Path[T])) {
      ++P;
      ++T;
    } else if (AfterStars != StringRef::npos) {
      P = AfterStars;
      T = ++Resume;
    } else {
      return false;
    }
  }
  return llvm::all_of(llvm::drop_begin(Pattern, P),
                      [](StringRef Part) { return Part == "**"; });
}

StringRef lastPart(StringRef Path) {
  return Path.drop_front(Path.rfind('/') + 1); // npos + 1 is 0.
}

bool matchesPlain(StringRef Pattern, StringRef Path) {
  // Most patterns fail on the name of the file.
  StringRef Last = lastPart(Pattern);
  if (!Last.empty() && Last != "**" && !matchesGlob(Last, lastPart(Path)))
    return false;
  Parts PatternParts, PathParts;
  std::string Below;
  if (Pattern.ends_with("/"))
    Pattern = Below = (Pattern + "**").str();
  Pattern.split(PatternParts, '/');
  Path.split(PathParts, '/');
  return matchesParts(PatternParts, PathParts);
}

} // namespace

// Stops a little beyond MaxAlternatives, where the pattern is not in order.
std::vector<std::string> stateless::expandPathGlob(StringRef Pattern) {
  std::vector<std::string> Plain, Todo{Pattern.str()};
  while (!Todo.empty() && Plain.size() + Todo.size() <= MaxAlternatives + 1) {
    std::string Next = std::move(Todo.back());
    Todo.pop_back();
    std::optional<BraceGroup> Group = firstGroup(Next);
    if (!Group) {
      Plain.push_back(std::move(Next));
      continue;
    }
    for (StringRef Alternative : Group->Alternatives)
      Todo.push_back((Group->Before + Alternative + Group->After).str());
  }
  llvm::append_range(Plain, std::move(Todo));
  return Plain;
}

std::optional<std::string> stateless::pathGlobError(StringRef Pattern) {
  if (!bracesBalance(Pattern))
    return "unbalanced brace in '" + Pattern.str() + "'";
  if (expandPathGlob(Pattern).size() > MaxAlternatives)
    return "more than " + std::to_string(MaxAlternatives) +
           " alternatives in '" + Pattern.str() + "'";
  return std::nullopt;
}

bool stateless::matchesPathGlob(StringRef Pattern, StringRef Path) {
  if (!Pattern.contains('{') && !Pattern.contains('}'))
    return matchesPlain(Pattern, Path);
  if (!bracesBalance(Pattern))
    return false;
  std::vector<std::string> Plain = expandPathGlob(Pattern);
  return Plain.size() <= MaxAlternatives &&
         llvm::any_of(Plain, [&](const std::string &Alternative) {
           return matchesPlain(Alternative, Path);
         });
}

StringRef stateless::pathBelow(StringRef File, StringRef Root) {
  StringRef Relative = File;
  bool Below = !Root.empty() && Relative.consume_front(Root) &&
               (Root.ends_with("/") || Relative.consume_front("/"));
  return Below ? Relative : File;
}

bool stateless::matchesFile(StringRef Pattern, StringRef File, StringRef Root) {
  if (Pattern.starts_with("/"))
    return matchesPathGlob(Pattern, File);
  StringRef Relative = pathBelow(File, Root);
  if (Relative.size() != File.size())
    return matchesPathGlob(Pattern, Relative);
  StringRef Name = Pattern;
  return Name.consume_front("**/") && !Name.contains('/') && Name != "**" &&
         matchesPathGlob(Name, File.rsplit('/').second);
}
