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
#include "policy/NolintComment.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

/// True if the list in NOLINT(\p List) names \p Check: comma-separated globs
/// in which only '*' is special; the last one that matches decides, and "-x"
/// decides against. An empty list names nothing.
bool nolintListNames(llvm::StringRef List, llvm::StringRef Check);

/// The comments of all files, paired and ready to be asked.
class NolintIndex {
public:
  explicit NolintIndex(std::vector<NolintComment> Comments);

  /// The comments that \p Loc is in reach of, whatever they name: on the line,
  /// NEXTLINE on the line before, or a BEGIN before it whose END is after it,
  /// the innermost first.
  llvm::SmallVector<const NolintComment *, 2>
  reaching(const SourceLocation &Loc) const;

  /// Each BEGIN without its END, and each END without its BEGIN. A pair is
  /// nested properly and has the same list. They suppress nothing.
  llvm::ArrayRef<NolintComment> unmatched() const { return Unmatched; }

private:
  friend class NolintOfCheck;

  static constexpr size_t None = ~size_t(0);

  struct Block {
    NolintComment Begin, End;
    size_t Parent = None; ///< The block around it.
  };

  /// A place from which on another block is the innermost one.
  struct Edge {
    SourceLocation Loc;
    size_t Innermost = None;
  };

  std::vector<NolintComment> paired(std::vector<NolintComment> Comments);
  void nest();
  size_t innermost(const SourceLocation &Loc) const;

  std::vector<NolintComment> Single; ///< LINE and NEXTLINE, by location.
  std::vector<Block> Blocks;         ///< By location of their begin.
  std::vector<Edge> Edges;           ///< By location.
  std::vector<NolintComment> Unmatched;
};

/// The comments of an index, which outlives it, that name one check. It reads
/// each list once; then an answer takes log n.
class NolintOfCheck {
public:
  NolintOfCheck(const NolintIndex &Index, llvm::StringRef Check);

  /// The first comment that reaches \p Loc and names the check, or null: it
  /// suppresses a finding there.
  const NolintComment *find(const SourceLocation &Loc) const;

private:
  struct Line {
    llvm::StringRef File;
    unsigned Number;
    const NolintComment *Comment;
  };

  const NolintIndex &Index;
  std::vector<Line> Lines; ///< That comments are for, by file and number.
  /// For each block the nearest one that names the check: itself or around it.
  std::vector<size_t> Nearest;
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
