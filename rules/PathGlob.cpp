//===- PathGlob.cpp - Globs over paths ------------------------------------===//
//
// Braces are expanded into plain patterns first, after it was counted how many
// that would be; those are matched part by part, going back to the last "**"
// only, so the cost is bounded by the product of the lengths.
//
//===----------------------------------------------------------------------===//
#include "PathGlob.h"
#include "facts/Globs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <vector>

using namespace stateless;
using llvm::StringRef;

namespace {

constexpr size_t MaxAlternatives = 256;
constexpr int MaxBraceDepth = 16;

/// How deep the braces of \p Pattern go; nothing if they do not balance.
std::optional<int> braceDepth(StringRef Pattern) {
  int Depth = 0, Deepest = 0;
  for (char C : Pattern) {
    Depth += (C == '{') - (C == '}');
    if (Depth < 0)
      return std::nullopt;
    Deepest = std::max(Deepest, Depth);
  }
  if (Depth != 0)
    return std::nullopt;
  return Deepest;
}

/// Reads a pattern, whose braces balance, once from left to right. Each of the
/// two questions is answered by a pair of functions: a text is a sequence of
/// characters and groups, a group is a choice between texts.
class BraceReader {
public:
  explicit BraceReader(StringRef Pattern) : Rest(Pattern) {}

  /// How many plain patterns there are; one more than MaxAlternatives stands
  /// for any greater number.
  size_t count(bool InGroup = false) {
    size_t Count = 1;
    while (!atEnd(InGroup))
      if (take() == '{')
        Count = std::min(Count * countGroup(), MaxAlternatives + 1);
    return Count;
  }

  /// The plain patterns.
  std::vector<std::string> expand(bool InGroup = false) {
    std::vector<std::string> Texts(1);
    while (!atEnd(InGroup)) {
      char C = take();
      if (C == '{')
        Texts = product(Texts, expandGroup());
      else
        for (std::string &Text : Texts)
          Text += C;
    }
    return Texts;
  }

private:
  bool atEnd(bool InGroup) const {
    return Rest.empty() ||
           (InGroup && (Rest.front() == ',' || Rest.front() == '}'));
  }

  char take() {
    char C = Rest.front();
    Rest = Rest.drop_front();
    return C;
  }

  size_t countGroup() {
    size_t Count = 0;
    do
      Count = std::min(Count + count(/*InGroup=*/true), MaxAlternatives + 1);
    while (take() == ',');
    return Count;
  }

  std::vector<std::string> expandGroup() {
    std::vector<std::string> Texts;
    do
      llvm::append_range(Texts, expand(/*InGroup=*/true));
    while (take() == ',');
    return Texts;
  }

  static std::vector<std::string>
  product(const std::vector<std::string> &Left,
          const std::vector<std::string> &Right) {
    std::vector<std::string> Both;
    Both.reserve(Left.size() * Right.size());
    for (const std::string &A : Left)
      for (const std::string &B : Right)
        Both.push_back(A + B);
    return Both;
  }

  StringRef Rest;
};

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

std::vector<std::string> stateless::expandPathGlob(StringRef Pattern) {
  return BraceReader(Pattern).expand();
}

size_t stateless::countPathGlobs(StringRef Pattern) {
  return BraceReader(Pattern).count();
}

std::optional<std::string> stateless::pathGlobError(StringRef Pattern) {
  std::optional<int> Depth = braceDepth(Pattern);
  if (!Depth)
    return "unbalanced brace in '" + Pattern.str() + "'";
  if (*Depth > MaxBraceDepth)
    return "braces deeper than " + std::to_string(MaxBraceDepth) + " in '" +
           Pattern.str() + "'";
  if (BraceReader(Pattern).count() > MaxAlternatives)
    return "more than " + std::to_string(MaxAlternatives) +
           " alternatives in '" + Pattern.str() + "'";
  return std::nullopt;
}

bool stateless::matchesPathGlob(StringRef Pattern, StringRef Path) {
  if (!Pattern.contains('{') && !Pattern.contains('}'))
    return matchesPlain(Pattern, Path);
  return !pathGlobError(Pattern) &&
         llvm::any_of(expandPathGlob(Pattern),
                      [&](const std::string &Alternative) {
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
