//===- NolintFuzzer.cpp - NOLINT comments in any order --------------------===//
//
// Each line of the input is a comment: a byte each for its kind, its file and
// line, and its column, then perhaps "(" and a list. The index must answer as
// one does who follows clang-tidy's rules word by word.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include "InSource.h"
#include "policy/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

namespace {

constexpr const char *Checks[] = {"stateless-mutable-global", "a", "a-b", ""};

std::vector<NolintComment> commentsOf(StringRef Text) {
  std::vector<NolintComment> Comments;
  std::set<SourceLocation> Taken;
  while (!Text.empty()) {
    StringRef Line = fuzz::takeLine(Text);
    if (Line.size() < 3)
      continue;
    NolintComment Comment;
    Comment.Kind = static_cast<DirectiveKind>(uint8_t(Line[0]) % 4);
    unsigned Place = uint8_t(Line[1]);
    Comment.Loc = {Place & 1 ? "/a.cpp" : "/b.cpp", 1 + Place / 16,
                   1 + uint8_t(Line[2]) % 8U};
    StringRef List = Line.drop_front(3);
    if (List.consume_front("("))
      Comment.Checks = List.str();
    if (Taken.insert(Comment.Loc).second)
      Comments.push_back(std::move(Comment));
  }
  return Comments;
}

bool listNamesSlowly(StringRef List, StringRef Check) {
  bool Named = false;
  while (true) {
    auto [Item, Rest] = List.split(',');
    Item = Item.trim();
    bool Takes = !Item.consume_front("-");
    Item = Item.trim();
    if (Item.find('?') == StringRef::npos && matchesGlob(Item, Check))
      Named = Takes;
    if (Item.end() == List.end() || List.find(',') == StringRef::npos)
      return Named;
    List = Rest;
  }
}

/// The comments with their partners: an END closes the last BEGIN that is open
/// in its file, if both have one list.
struct Paired {
  std::vector<NolintComment> Comments; ///< By location.
  std::vector<std::pair<size_t, size_t>> Blocks;
  std::set<size_t> Unmatched;
};

std::optional<std::string> trimmed(const std::optional<std::string> &List) {
  if (!List)
    return std::nullopt;
  return StringRef(*List).trim().str();
}

Paired pairSlowly(std::vector<NolintComment> Comments) {
  Paired Result;
  llvm::sort(Comments,
             [](const auto &A, const auto &B) { return A.Loc < B.Loc; });
  for (size_t I = 0; I < Comments.size(); ++I) {
    const NolintComment &C = Comments[I];
    if (C.Kind == DirectiveKind::Begin)
      Result.Unmatched.insert(I);
    if (C.Kind != DirectiveKind::End)
      continue;
    auto Open = llvm::find_if(llvm::reverse(Result.Unmatched), [&](size_t J) {
      return Comments[J].Loc.File == C.Loc.File &&
             Comments[J].Kind == DirectiveKind::Begin;
    });
    if (Open == Result.Unmatched.rend() ||
        trimmed(Comments[*Open].Checks) != trimmed(C.Checks)) {
      Result.Unmatched.insert(I);
      continue;
    }
    Result.Blocks.push_back({*Open, I});
    Result.Unmatched.erase(*Open);
  }
  Result.Comments = std::move(Comments);
  return Result;
}

std::set<NolintComment> reachingSlowly(const Paired &All,
                                       const SourceLocation &Loc) {
  std::set<NolintComment> Reaching;
  for (const NolintComment &C : All.Comments)
    if (C.Loc.File == Loc.File &&
        ((C.Kind == DirectiveKind::Line && C.Loc.Line == Loc.Line) ||
         (C.Kind == DirectiveKind::NextLine && C.Loc.Line + 1 == Loc.Line)))
      Reaching.insert(C);
  for (auto [Begin, End] : All.Blocks) {
    const NolintComment &B = All.Comments[Begin];
    if (B.Loc.File == Loc.File && B.Loc < Loc && Loc < All.Comments[End].Loc)
      Reaching.insert(B);
  }
  return Reaching;
}

void checkLocation(const NolintIndex &Index, const Paired &All,
                   const SourceLocation &Loc) {
  std::set<NolintComment> Expected = reachingSlowly(All, Loc);
  std::set<NolintComment> Found;
  for (const NolintComment *C : Index.reaching(Loc))
    Found.insert(*C);
  require(Found == Expected, "just those comments reach that should");
  for (const char *Check : Checks) {
    bool Suppressed = llvm::any_of(Expected, [&](const NolintComment &C) {
      return !C.Checks || listNamesSlowly(*C.Checks, Check);
    });
    require(Suppressed == llvm::any_of(Index.reaching(Loc),
                                       [&](const NolintComment *C) {
                                         return nolintNames(*C, Check);
                                       }),
            "a finding is suppressed by rule");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  std::vector<NolintComment> Comments = commentsOf(Text);
  for (const NolintComment &C : Comments) {
    require(StringRef(nolintText(C)).starts_with("NOLINT"), "its own text");
    for (const char *Check : Checks)
      require(!C.Checks || nolintListNames(*C.Checks, Check) ==
                               listNamesSlowly(*C.Checks, Check),
              "the last item that matches decides");
  }
  Paired All = pairSlowly(Comments);
  NolintIndex Index(std::move(Comments));
  std::set<NolintComment> Unmatched, Expected;
  for (const NolintComment &C : Index.unmatched())
    Unmatched.insert(C);
  for (size_t I : All.Unmatched)
    Expected.insert(All.Comments[I]);
  require(Unmatched == Expected, "just those are unmatched that should be");
  for (unsigned Line = 1; Line <= 18; ++Line)
    for (unsigned Column : {1, 4, 9})
      checkLocation(Index, All, {"/a.cpp", Line, Column});

  if (std::optional<StringRef> Reason = annotationReason(Text))
    require(Reason->trim() == *Reason && Text.trim().ends_with(*Reason),
            "a reason is the end of its annotation");
  return 0;
}
