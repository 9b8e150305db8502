//===- InSource.cpp - NOLINT comments and annotations ---------------------===//
//
// Follows clang-tidy's NoLintDirectiveHandler: pairs are found with a stack,
// an END takes the BEGIN on top only if both have the same list. So blocks lie
// within each other or apart, and each place has one innermost block.
//
//===----------------------------------------------------------------------===//
#include "InSource.h"
#include "facts/Globs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <tuple>

using namespace stateless;
using llvm::StringRef;

bool stateless::nolintListNames(StringRef List, StringRef Check) {
  llvm::SmallVector<StringRef, 4> Globs;
  List.split(Globs, ',');
  for (StringRef Glob : llvm::reverse(Globs)) {
    Glob = Glob.trim();
    bool Names = !Glob.consume_front("-");
    Glob = Glob.trim();
    // No check has a '?' in its name, and here it is no wildcard.
    if (!Glob.contains('?') && matchesGlob(Glob, Check))
      return Names;
  }
  return false;
}

bool stateless::nolintNames(const NolintComment &Comment, StringRef Check) {
  return !Comment.Checks || nolintListNames(*Comment.Checks, Check);
}

/// BEGIN and END belong together only if this is equal.
static std::optional<StringRef> listOf(const NolintComment &Comment) {
  if (!Comment.Checks)
    return std::nullopt;
  return StringRef(*Comment.Checks).trim();
}

/// The line that a LINE or NEXTLINE is for.
static unsigned lineFor(const NolintComment &Comment) {
  return Comment.Loc.Line + (Comment.Kind == DirectiveKind::NextLine ? 1 : 0);
}

template <typename T> static bool isBefore(const T &A, const T &B) {
  return A.Loc < B.Loc;
}

NolintIndex::NolintIndex(std::vector<NolintComment> Comments) {
  llvm::sort(Comments, isBefore<NolintComment>);
  Unmatched = paired(std::move(Comments));
  llvm::sort(Unmatched, isBefore<NolintComment>);
  nest();
}

/// Fills Single and Blocks from \p Comments, sorted; returns those that belong
/// to no block.
std::vector<NolintComment>
NolintIndex::paired(std::vector<NolintComment> Comments) {
  std::vector<NolintComment> Open, Lone;
  for (NolintComment &Comment : Comments) {
    if (!Open.empty() && Open.back().Loc.File != Comment.Loc.File) {
      llvm::append_range(Lone, Open);
      Open.clear();
    }
    switch (Comment.Kind) {
    case DirectiveKind::Line:
    case DirectiveKind::NextLine:
      Single.push_back(std::move(Comment));
      break;
    case DirectiveKind::Begin:
      Open.push_back(std::move(Comment));
      break;
    case DirectiveKind::End:
      if (Open.empty() || listOf(Open.back()) != listOf(Comment)) {
        Lone.push_back(std::move(Comment));
        break;
      }
      Blocks.push_back({std::move(Open.back()), std::move(Comment)});
      Open.pop_back();
      break;
    }
  }
  llvm::append_range(Lone, Open);
  return Lone;
}

/// Says which block is around which, and where which is the innermost one.
void NolintIndex::nest() {
  llvm::sort(Blocks, [](const Block &A, const Block &B) {
    return A.Begin.Loc < B.Begin.Loc;
  });
  std::vector<size_t> Around;
  for (size_t I = 0; I < Blocks.size(); ++I) {
    while (!Around.empty() &&
           Blocks[Around.back()].End.Loc < Blocks[I].Begin.Loc)
      Around.pop_back();
    if (!Around.empty())
      Blocks[I].Parent = Around.back();
    Around.push_back(I);
    Edges.push_back({Blocks[I].Begin.Loc, I});
    Edges.push_back({Blocks[I].End.Loc, Blocks[I].Parent});
  }
  llvm::sort(Edges, isBefore<Edge>);
}

size_t NolintIndex::innermost(const SourceLocation &Loc) const {
  auto It =
      llvm::partition_point(Edges, [&](const Edge &E) { return E.Loc < Loc; });
  size_t Found = It == Edges.begin() ? None : std::prev(It)->Innermost;
  while (Found != None && !(Loc < Blocks[Found].End.Loc))
    Found = Blocks[Found].Parent;
  return Found;
}

llvm::SmallVector<const NolintComment *, 2>
NolintIndex::reaching(const SourceLocation &Loc) const {
  llvm::SmallVector<const NolintComment *, 2> Reaching;
  const SourceLocation LineBefore{Loc.File, Loc.Line - 1, 0};
  auto It = llvm::partition_point(Single, [&](const NolintComment &Comment) {
    return Comment.Loc < LineBefore;
  });
  for (; It != Single.end() && It->Loc.File == Loc.File &&
         It->Loc.Line <= Loc.Line;
       ++It) {
    if (lineFor(*It) == Loc.Line)
      Reaching.push_back(&*It);
  }
  for (size_t I = innermost(Loc); I != None; I = Blocks[I].Parent)
    Reaching.push_back(&Blocks[I].Begin);
  return Reaching;
}

NolintOfCheck::NolintOfCheck(const NolintIndex &Index, StringRef Check)
    : Index(Index) {
  for (const NolintComment &Comment : Index.Single)
    if (nolintNames(Comment, Check))
      Lines.push_back({Comment.Loc.File, lineFor(Comment), &Comment});
  // Several for one line keep their order.
  llvm::stable_sort(Lines, [](const Line &A, const Line &B) {
    return std::tie(A.File, A.Number) < std::tie(B.File, B.Number);
  });
  for (const NolintIndex::Block &Block : Index.Blocks) {
    size_t Own = Nearest.size();
    bool Names = nolintNames(Block.Begin, Check);
    Nearest.push_back(Names ? Own
                      : Block.Parent == NolintIndex::None
                          ? NolintIndex::None
                          : Nearest[Block.Parent]);
  }
}

const NolintComment *NolintOfCheck::find(const SourceLocation &Loc) const {
  StringRef File = Loc.File;
  auto It = llvm::partition_point(Lines, [&](const Line &L) {
    return std::tie(L.File, L.Number) < std::tie(File, Loc.Line);
  });
  if (It != Lines.end() && It->File == File && It->Number == Loc.Line)
    return It->Comment;
  size_t Inner = Index.innermost(Loc);
  size_t Block =
      Inner == NolintIndex::None ? NolintIndex::None : Nearest[Inner];
  return Block == NolintIndex::None ? nullptr : &Index.Blocks[Block].Begin;
}

std::string stateless::nolintText(const NolintComment &Comment) {
  StringRef Suffix = "";
  if (Comment.Kind == DirectiveKind::NextLine)
    Suffix = "NEXTLINE";
  else if (Comment.Kind == DirectiveKind::Begin)
    Suffix = "BEGIN";
  else if (Comment.Kind == DirectiveKind::End)
    Suffix = "END";
  std::string Text = ("NOLINT" + Suffix).str();
  return Comment.Checks ? Text + "(" + *Comment.Checks + ")" : Text;
}

std::optional<StringRef> stateless::annotationReason(StringRef Annotation) {
  Annotation = Annotation.trim();
  if (!Annotation.consume_front("stateless"))
    return std::nullopt;
  Annotation = Annotation.ltrim();
  if (Annotation.empty())
    return Annotation;
  if (!Annotation.consume_front(":"))
    return std::nullopt;
  return Annotation.trim();
}
