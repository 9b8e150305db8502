//===- Findings.h - What all output formats share --------------*- C++ -*-===//
//
// Words for the enumerators, the list of a run's findings, the
// counts of a summary, advice, and text made safe for encoded formats. It must
// not know any format.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_FINDINGS_H
#define STATELESS_DRIVER_REPORT_FINDINGS_H

#include "report/Report.h"
#include <map>

namespace stateless {

/// "stateless-tidy", the name in every report.
llvm::StringRef toolName();
/// "0.1.0".
llvm::StringRef toolVersion();
/// The check id that formats without a place for problems give to a unit that
/// was not analysed.
llvm::StringRef notAnalysedId();

llvm::StringRef nameOf(VerdictKind Kind);
llvm::StringRef nameOf(Confidence Level);
llvm::StringRef nameOf(Severity Grade);
/// "remembers"; empty: that is not clear.
llvm::StringRef nameOf(CarryKind Kind);
llvm::StringRef nameOf(NoteRole Role);
llvm::StringRef nameOf(SuppressionKind Kind);

/// The findings of \p R, in their order.
std::vector<const Verdict *> findingsOf(const RunResult &R);

/// What text shows of a fingerprint: few verdicts have it in common.
llvm::StringRef shortFingerprint(const Verdict &V);

/// The verdicts whose fingerprint begins with \p Start, in any case.
std::vector<const Verdict *> verdictsNamed(const RunResult &R,
                                           llvm::StringRef Start);

/// The counts of a summary. Each verdict is in exactly one of Findings,
/// Excepted, Baselined, BelowConfidence, Unsettled and Benign.
struct Tally {
  unsigned Findings = 0;
  std::map<std::string, unsigned> ByCheck; ///< Of the findings.
  unsigned Excepted = 0; ///< By a record, a NOLINT or an annotation.
  unsigned Baselined = 0;
  unsigned BelowConfidence = 0;
  unsigned Unsettled = 0;
  unsigned Benign = 0;
  unsigned NotAnalysed = 0; ///< Units with a fatal problem.
};
Tally tallyOf(const RunResult &R);

/// What Tally::BelowConfidence falls short of: "less than likely".
std::string limitOf(const RunResult &R);

/// The rule of \p Check, or null: a report must not fail on a check that the
/// rules do not describe.
const CheckRule *ruleOf(const RuleSet &Rules, llvm::StringRef Check);

/// What to do instead of \p V, on one line; empty if nobody says.
std::string adviceOf(const Verdict &V, const RuleSet &Rules);

/// \p Text with every run of white space made one space, none at the ends.
std::string oneLine(llvm::StringRef Text);

/// \p Text as valid UTF-8: foreign bytes become U+FFFD.
std::string utf8(llvm::StringRef Text);

/// "src/a.cpp:3:7", as far as it is known.
std::string displayLocation(const RunResult &R, const SourceLocation &Loc);

/// Message, notes and advice as several lines, for formats that have one field
/// for all of it.
std::string fullText(const RunResult &R, const RuleSet &Rules,
                     const Verdict &V);

/// Where a problem is shown: its own location, or the unit.
SourceLocation locationOf(const AnalysisProblem &Problem);
/// "src/a.cpp was not fully analysed: MESSAGE", or for a remark the message
/// alone.
std::string textOf(const RunResult &R, const AnalysisProblem &Problem);

/// True if \p Loc is in a file, not in a built-in pack ("<default>").
bool isInFile(const SourceLocation &Loc);

} // namespace stateless

#endif
