//===- Directives.h - NOLINT comments --------------------------*- C++ -*-===//
//
// Collects the comments of project files that ask linters to be silent, while
// the preprocessor reads them. What they suppress is decided by rules/; it
// must not know checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_DIRECTIVES_H
#define STATELESS_EXTRACT_DIRECTIVES_H

#include "extract/TuContext.h"
#include "clang/Lex/Preprocessor.h"

namespace stateless {

/// Listens as long as it lives.
class DirectiveCollector : public clang::CommentHandler {
public:
  DirectiveCollector(clang::Preprocessor &Source, const Origins &Origin);
  ~DirectiveCollector() override;

  bool HandleComment(clang::Preprocessor &Source,
                     clang::SourceRange Comment) override;

  /// Adds what was heard to the facts of \p Tu.
  void record(TuContext &Tu) const;

private:
  clang::Preprocessor &Source;
  const Origins &Origin;
  std::vector<clang::SourceRange> Comments;
};

} // namespace stateless

#endif
