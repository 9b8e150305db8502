//===- Exceptions.h - Who is excused, by whom, until when ------*- C++ -*-===//
//
// Marks verdicts that an exception record, a NOLINT comment or an annotation
// covers; never removes one. Says which records were of no use or are past
// their day. It must not know how findings are printed, nor the file system.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_EXCEPTIONS_H
#define STATELESS_RULES_EXCEPTIONS_H

#include "RuleSet.h"
#include "policy/NolintComment.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

/// The keys of a record that decide whether it covers a verdict.
enum class RecordKey : uint8_t {
  Check,
  Expires,
  Symbol,
  Type,
  Function,
  Category,
  Path,
};

/// The keys that keep \p Record from covering \p V on the day \p Today; none
/// if it covers it. A record for other checks is not asked any further.
llvm::SmallVector<RecordKey, 4> mismatches(const ExceptionRecord &Record,
                                           const Verdict &V,
                                           const RuleSet &Rules, Date Today);

/// What mismatches() said of \p Key, in words: "symbol 'app::*' does not match
/// 'cart::Total'".
std::string mismatchText(RecordKey Key, const ExceptionRecord &Record,
                         const Verdict &V, const RuleSet &Rules);

/// Marks \p Verdicts, in whose program \p Comments stand, in place and returns
/// the diagnostics on the records themselves, sorted by location: unused ones
/// (only where \p Complete, when the whole program was analysed with every
/// check) and expired ones, which no longer apply. The first record in file
/// order that matches is the one that speaks; every record that matches counts
/// as used, also where something else had suppressed the verdict before.
///
/// `symbol`, `type`, `function` and `category` are globs over what the verdict
/// carries; `path` is a path glob (PathGlob.h) over the file of the finding,
/// absolute or relative to Rules.Root, and over the path that a file write
/// goes to.
///
/// After the records an annotation "stateless: REASON" on the subject counts,
/// with REASON as its text; one without a reason is a diagnostic. Then NOLINT,
/// which names checks by globs as clang-tidy does; a begin without an end (and
/// the reverse) is a diagnostic where it would concern our checks.
std::vector<RuleDiagnostic> applyExceptions(std::vector<Verdict> &Verdicts,
                                            const RuleSet &Rules,
                                            std::vector<NolintComment> Comments,
                                            Date Today, bool Complete);

} // namespace stateless

#endif
