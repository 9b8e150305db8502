//===- GlobFuzzer.cpp - Globs against a slow matcher ----------------------===//
//
// The first line is a pattern, the rest a text. The matchers of the tool are
// iterative and take short cuts; those here follow the definition word by
// word, by recursion, and must agree with them.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include "PathGlob.h"
#include "policy/Vocabulary.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

namespace {

using Parts = std::vector<StringRef>;

/// Does "**" in \p Pattern stand for any number of \p Items, and each other
/// item of it for one that \p MatchesOne accepts?
template <typename List, typename IsMany, typename Matches>
bool matchesSlowly(const List &Pattern, const List &Items, IsMany Many,
                   Matches MatchesOne) {
  std::vector<std::vector<bool>> Fits(
      Pattern.size() + 1, std::vector<bool>(Items.size() + 1, false));
  for (size_t P = Pattern.size() + 1; P-- > 0;)
    for (size_t I = Items.size() + 1; I-- > 0;) {
      if (P == Pattern.size())
        Fits[P][I] = I == Items.size();
      else if (Many(Pattern[P]))
        Fits[P][I] = Fits[P + 1][I] || (I < Items.size() && Fits[P][I + 1]);
      else
        Fits[P][I] = I < Items.size() && MatchesOne(Pattern[P], Items[I]) &&
                     Fits[P + 1][I + 1];
    }
  return Fits[0][0];
}

bool globSlowly(StringRef Pattern, StringRef Text) {
  return matchesSlowly(
      Pattern, Text, [](char C) { return C == '*'; },
      [](char P, char C) { return P == '?' || P == C; });
}

Parts partsOf(StringRef Path) {
  Parts Result;
  while (true) {
    size_t Slash = Path.find('/');
    Result.push_back(Path.take_front(Slash));
    if (Slash == StringRef::npos)
      return Result;
    Path = Path.drop_front(Slash + 1);
  }
}

bool plainSlowly(const std::string &Pattern, StringRef Path) {
  Parts Wanted = partsOf(Pattern);
  if (Wanted.size() > 1 && Wanted.back().empty())
    Wanted.back() = "**";
  return matchesSlowly(
      Wanted, partsOf(Path), [](StringRef Part) { return Part == "**"; },
      globSlowly);
}

/// All texts that \p Pattern stands for; the braces are known to balance.
/// Gives up, with more than \p Most, as soon as there are more.
std::vector<std::string> expandSlowly(StringRef Pattern, size_t Most) {
  size_t Open = Pattern.find('{');
  if (Open == StringRef::npos)
    return {Pattern.str()};
  size_t Close = Open + 1;
  std::vector<size_t> Cuts{Open};
  for (int Depth = 1; Depth != 0; ++Close) {
    char C = Pattern[Close];
    Depth += (C == '{') - (C == '}');
    if (Depth == 0 || (Depth == 1 && C == ','))
      Cuts.push_back(Close);
  }
  std::vector<std::string> All;
  std::vector<std::string> Tails =
      expandSlowly(Pattern.drop_front(Close), Most);
  for (size_t I = 0; I + 1 < Cuts.size(); ++I)
    for (const std::string &Middle :
         expandSlowly(Pattern.slice(Cuts[I] + 1, Cuts[I + 1]), Most))
      for (const std::string &Tail : Tails) {
        if (All.size() > Most)
          return All;
        All.push_back(Pattern.take_front(Open).str() + Middle + Tail);
      }
  return All;
}

/// How deep braces nest; nothing if they do not balance.
std::optional<int> depthOf(StringRef Pattern) {
  int Depth = 0, Deepest = 0;
  for (char C : Pattern) {
    if ((Depth += (C == '{') - (C == '}')) < 0)
      return std::nullopt;
    Deepest = std::max(Deepest, Depth);
  }
  return Depth == 0 ? std::optional(Deepest) : std::nullopt;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  StringRef Pattern = fuzz::takeLine(Text);
  require(matchesGlob(Pattern, Text) == globSlowly(Pattern, Text),
          "a glob matches by its definition");

  std::optional<int> Depth = depthOf(Pattern);
  if (Depth && *Depth > 16)
    return 0; // Nobody needs these; whether they are refused is open.
  std::vector<std::string> Plain;
  if (Depth)
    Plain = expandSlowly(Pattern, 256);
  bool InOrder = !Plain.empty() && Plain.size() <= 256;
  require(pathGlobError(Pattern).has_value() != InOrder,
          "just those patterns are refused that do not balance or are many");
  bool Matches = InOrder && llvm::any_of(Plain, [&](const std::string &P) {
                   return plainSlowly(P, Text);
                 });
  require(matchesPathGlob(Pattern, Text) == Matches,
          "a path glob matches by its definition");
  if (InOrder) {
    std::vector<std::string> Expanded = expandPathGlob(Pattern);
    llvm::sort(Expanded);
    llvm::sort(Plain);
    require(Expanded == Plain, "braces expand to each combination");
  }

  std::string Absolute = "/" + Text.str();
  if (!Pattern.starts_with("/"))
    require(matchesFile(Pattern, "/root" + Absolute, "/root") == Matches,
            "below the root, the path relative to it is matched");
  require(pathBelow("/root" + Absolute, "/root") == Text,
          "a file below the root is named relative to it");
  return 0;
}
