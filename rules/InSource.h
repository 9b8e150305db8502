//===- InSource.h - NOLINT comments and annotations ------------*- C++ -*-===//
//
// Suppressions that stand in the source itself, by clang-tidy's own rules for
// NOLINT: what the command suppresses, the plugin's host must suppress too. It
// must not know exception records, nor read files.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_INSOURCE_H
#define STATELESS_RULES_INSOURCE_H

#include "RuleDiagnostic.h"
#include "facts/Program.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

/// A NOLINT comment, with its text. No Checks: there are no parentheses.
struct NolintComment {
  DirectiveKind Kind = DirectiveKind::Line;
  SourceLocation Loc;
  std::optional<std::string> Checks;

  auto operator<=>(const NolintComment &) const = default;
};

/// The NOLINT comments of \p Prog.
std::vector<NolintComment> nolintComments(const Program &Prog);

/// True if the list in NOLINT(\p List) names \p Check: comma-separated globs
/// in which only '*' is special; the last one that matches decides, and "-x"
/// decides against. An empty list names nothing.
bool nolintListNames(llvm::StringRef List, llvm::StringRef Check);

/// The comments of all files, paired and ready to be asked.
class NolintIndex {
public:
  explicit NolintIndex(std::vector<NolintComment> Comments);

  /// The comments that \p Loc is in reach of, whatever they name: on the line,
  /// NEXTLINE on the line before, or a BEGIN before it whose END is after it.
  llvm::SmallVector<const NolintComment *, 2>
  reaching(const SourceLocation &Loc) const;

  /// The first of these that names \p Check, or null: it suppresses it.
  const NolintComment *find(const SourceLocation &Loc,
                            llvm::StringRef Check) const;

  /// Each BEGIN without its END, and each END without its BEGIN. A pair is
  /// nested properly and has the same list. They suppress nothing.
  llvm::ArrayRef<NolintComment> unmatched() const { return Unmatched; }

private:
  struct Block {
    NolintComment Begin, End;
  };

  std::vector<NolintComment> Single; ///< LINE and NEXTLINE, by location.
  std::vector<Block> Blocks;         ///< By location of their begin.
  std::vector<NolintComment> Unmatched;
};

/// True if \p Comment, which reaches a finding of \p Check, suppresses it.
bool nolintNames(const NolintComment &Comment, llvm::StringRef Check);

/// "NOLINTBEGIN(list)", as it stands in the source.
std::string nolintText(const NolintComment &Comment);

/// The reason in the annotation "stateless: REASON"; empty where it gives
/// none; nothing for an annotation that is not ours.
std::optional<llvm::StringRef> annotationReason(llvm::StringRef Annotation);

} // namespace stateless

#endif
