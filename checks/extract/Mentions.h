//===- Mentions.h - Names in code that the compiler did not see -*- C++ -*-===//
//
// Collects, while the preprocessor reads the files of the project, the names
// in code that `#if` leaves out, in bodies of macros and in pragmas: what the
// AST of this build cannot show, but another build may. It must not know what
// the names stand for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_MENTIONS_H
#define STATELESS_EXTRACT_MENTIONS_H

#include "extract/TuContext.h"
#include "clang/Lex/Preprocessor.h"
#include <memory>

namespace stateless {

/// Calls \p Use with every identifier in \p Text.
void forEachWord(llvm::StringRef Text,
                 llvm::function_ref<void(llvm::StringRef)> Use);

/// True if \p Text is one identifier.
bool isWord(llvm::StringRef Text);

/// Listens from its construction to the end of the preprocessor's work.
class MentionCollector {
public:
  MentionCollector(clang::Preprocessor &Source, const Origins &Origin);
  ~MentionCollector();

  /// Adds what was seen, and what \p Tu has besides, to its facts.
  void record(TuContext &Tu) const;

private:
  class Listener;

  std::shared_ptr<Listener> Seen; ///< The preprocessor may live longer.
};

} // namespace stateless

#endif
