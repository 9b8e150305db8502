//===- Report.h - The output formats ---------------------------*- C++ -*-===//
//
// One function and one file per format, all from the same RunResult. A format
// decides layout only: what counts as a finding, its severity and its
// suppression are decided before. It must not know facts, checks or Clang's
// AST; it reads source files only to show the line of a finding.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_REPORT_H
#define STATELESS_DRIVER_REPORT_REPORT_H

#include "RuleSet.h"
#include "io/Printable.h"
#include "policy/Judgement.h"
#include "report/NotAnalysed.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace stateless {

/// A unit, or a part of one, that was not analysed as asked.
struct AnalysisProblem {
  bool Fatal = true;  ///< The unit's facts are missing or incomplete.
  std::string File;   ///< The unit's main file.
  SourceLocation Loc; ///< Of the first error; may be empty.
  std::string Message;
  ProblemReason Reason = ProblemReason::Errors;
};

/// A program of a database of several.
struct ProgramInfo {
  std::string Name;       ///< Of a library that is no plugin: empty.
  bool Executable = true; ///< False: no program is known to need these units.
  size_t Units = 0;
};

/// All that a report may print.
struct RunResult {
  /// Sorted by location. Benign ones are included; formats for findings skip
  /// them. Suppressed ones carry their Suppression.
  std::vector<Verdict> Verdicts;
  std::vector<EntryPointInfo> EntryPoints; ///< Sorted by location.
  /// Empty where all units make up one program.
  std::vector<ProgramInfo> Programs;
  std::vector<AnalysisProblem> Problems;
  std::vector<RuleDiagnostic> RuleDiagnostics;
  /// What is below is no finding; unset: what the rules say of each check.
  std::optional<Confidence> MinConfidence;
  Severity FailOn = Severity::Warning;
  bool NeverFail = false;
  std::string Root;        ///< Absolute; paths below it are printed relative.
  std::string CommandLine; ///< As given, for SARIF's invocation.
  bool IncludeBenign = false; ///< JSON and HTML list benign state as well.
  unsigned Units = 0;         ///< Translation units that gave facts.
  EntryCounts Entries;        ///< What became of what the database asks for.
  double Seconds = 0;

  /// True if \p V is as sure as a finding has to be.
  bool isSureEnough(const Verdict &V) const {
    return V.Level >= MinConfidence.value_or(V.Least);
  }
  /// True if a report of findings shows \p V: a violation at or above the
  /// confidence, not suppressed.
  bool isFinding(const Verdict &V) const;
  /// 0, 1 or 3, as the design's section 6 says.
  int exitCode() const;
  /// \p File relative to Root where it is below it.
  std::string displayPath(llvm::StringRef File) const;
};

struct TextStyle {
  bool Color = false;
  bool Quiet = false; ///< Findings only: no notes, no summary.
};

/// What was not analysed, and what is wrong with the rules; for stderr. Text
/// findings count these but do not name them; every other format names the
/// units. The rules' diagnostics are also in json, sarif, github and html.
void writeProblems(const RunResult &R, const TextStyle &Style,
                   llvm::raw_ostream &OS);

void writeText(const RunResult &R, const RuleSet &Rules, const TextStyle &Style,
               llvm::raw_ostream &OS);
void writeJson(const RunResult &R, const RuleSet &Rules, llvm::raw_ostream &OS);
void writeSarif(const RunResult &R, const RuleSet &Rules,
                llvm::raw_ostream &OS);
void writeGithub(const RunResult &R, const RuleSet &Rules,
                 llvm::raw_ostream &OS);
void writeGitlab(const RunResult &R, const RuleSet &Rules,
                 llvm::raw_ostream &OS);
void writeJunit(const RunResult &R, const RuleSet &Rules,
                llvm::raw_ostream &OS);
void writeCheckstyle(const RunResult &R, const RuleSet &Rules,
                     llvm::raw_ostream &OS);
void writeRdjson(const RunResult &R, const RuleSet &Rules,
                 llvm::raw_ostream &OS);

void writeHtml(const RunResult &R, const RuleSet &Rules, llvm::raw_ostream &OS);

/// The report named \p Format ("sarif"); false if there is no such format.
bool writeReport(llvm::StringRef Format, const RunResult &R,
                 const RuleSet &Rules, const TextStyle &Style,
                 llvm::raw_ostream &OS);
/// How the stream of that report must spell out what is not printable.
Spelling spellingOf(llvm::StringRef Format);
/// "text, json, ..." for messages.
llvm::ArrayRef<llvm::StringRef> reportFormats();

} // namespace stateless

#endif
