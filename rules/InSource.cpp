//===- InSource.cpp - NOLINT comments and annotations ---------------------===//
//
// Follows clang-tidy's NoLintDirectiveHandler: pairs are found with a stack,
// an END takes the BEGIN on top only if both have the same list.
//
//===----------------------------------------------------------------------===//
#include "InSource.h"
#include "Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace stateless;
using llvm::StringRef;

std::vector<NolintComment> stateless::nolintComments(const Program &Prog) {
  std::vector<NolintComment> Comments;
  for (const Directive &D : Prog.directives()) {
    NolintComment Comment;
    Comment.Kind = D.Kind;
    Comment.Loc = {Prog.text(D.Loc.File).str(), D.Loc.Line, D.Loc.Column};
    if (D.HasChecks)
      Comment.Checks = Prog.text(D.Checks).str();
    Comments.push_back(std::move(Comment));
  }
  return Comments;
}

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

NolintIndex::NolintIndex(std::vector<NolintComment> Comments) {
  auto ByLocation = [](const auto &A, const auto &B) { return A.Loc < B.Loc; };
  llvm::sort(Comments, ByLocation);
  std::vector<NolintComment> Open;
  for (NolintComment &Comment : Comments) {
    if (!Open.empty() && Open.back().Loc.File != Comment.Loc.File) {
      llvm::append_range(Unmatched, Open);
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
        Unmatched.push_back(std::move(Comment));
        break;
      }
      Blocks.push_back({std::move(Open.back()), std::move(Comment)});
      Open.pop_back();
      break;
    }
  }
  llvm::append_range(Unmatched, Open);
  llvm::sort(Unmatched, ByLocation);
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
    unsigned Line =
        It->Loc.Line + (It->Kind == DirectiveKind::NextLine ? 1 : 0);
    if (Line == Loc.Line)
      Reaching.push_back(&*It);
  }
  for (const Block &B : Blocks)
    if (B.Begin.Loc.File == Loc.File && B.Begin.Loc < Loc && Loc < B.End.Loc)
      Reaching.push_back(&B.Begin);
  return Reaching;
}

const NolintComment *NolintIndex::find(const SourceLocation &Loc,
                                       StringRef Check) const {
  for (const NolintComment *Comment : reaching(Loc))
    if (nolintNames(*Comment, Check))
      return Comment;
  return nullptr;
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
