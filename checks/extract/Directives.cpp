//===- Directives.cpp - NOLINT comments -----------------------------------===//
#include "extract/Directives.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace stateless {

DirectiveCollector::DirectiveCollector(Preprocessor &Source,
                                       const Origins &Origin)
    : Source(Source), Origin(Origin) {
  Source.addCommentHandler(this);
}

DirectiveCollector::~DirectiveCollector() { Source.removeCommentHandler(this); }

static llvm::StringRef textOf(SourceRange Comment,
                              const SourceManager &Sources) {
  const char *Begin = Sources.getCharacterData(Comment.getBegin());
  const char *End = Sources.getCharacterData(Comment.getEnd());
  return End > Begin ? llvm::StringRef(Begin, End - Begin) : llvm::StringRef();
}

bool DirectiveCollector::HandleComment(Preprocessor &PP, SourceRange Comment) {
  const SourceManager &Sources = PP.getSourceManager();
  if (Origin.isLibrary(Comment.getBegin()))
    return false;
  if (textOf(Comment, Sources).contains("NOLINT"))
    Comments.push_back(Comment);
  return false;
}

void DirectiveCollector::record(TuContext &Tu) const {
  const SourceManager &Sources = Source.getSourceManager();
  for (SourceRange Comment : Comments) {
    llvm::StringRef Text = textOf(Comment, Sources);
    for (size_t At = 0;
         (At = Text.find("NOLINT", At)) != llvm::StringRef::npos;) {
      // The same word order as clang-tidy: a prefix of a longer word is none.
      llvm::StringRef Rest = Text.drop_front(At);
      Directive Fact;
      size_t Length = 6;
      for (auto [Word, Kind] : {std::pair<llvm::StringRef, DirectiveKind>{
                                    "NOLINTNEXTLINE", DirectiveKind::NextLine},
                                {"NOLINTBEGIN", DirectiveKind::Begin},
                                {"NOLINTEND", DirectiveKind::End}})
        if (Rest.starts_with(Word))
          Fact.Kind = Kind, Length = Word.size();
      Fact.Loc = Tu.Namer.locate(Comment.getBegin().getLocWithOffset(At));
      Rest = Rest.drop_front(Length);
      At += Length;
      if (!Rest.empty() && (llvm::isAlnum(Rest.front()) || Rest.front() == '_'))
        continue;
      if (Rest.starts_with("(")) {
        size_t Close = Rest.find(')');
        if (Close != llvm::StringRef::npos) {
          Fact.HasChecks = true;
          Fact.Checks = Tu.Facts.Strings.intern(Rest.slice(1, Close).trim());
          At += Close;
        }
      }
      Tu.Facts.Directives.push_back(Fact);
    }
  }
}

} // namespace stateless
