//===- RuleSet.h - The policy of one run, compiled -------------*- C++ -*-===//
//
// loadRules() reads the shipped default, its models and the user's file, lays
// one over the other, and reports every mistake at once with its line and
// column. The result is plain and immutable. It must not know facts from a
// program, Clang, or how findings are printed.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_RULESET_H
#define STATELESS_RULES_RULESET_H

#include "RuleDiagnostic.h"
#include "facts/Models.h"
#include "policy/CheckOptions.h"
#include "policy/Verdict.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stateless {

/// A calendar day, without a time zone.
struct Date {
  int Year = 0;
  int Month = 0; ///< 1-12
  int Day = 0;   ///< 1-31
  auto operator<=>(const Date &) const = default;

  /// Parses YYYY-MM-DD; nothing if it is no day of the calendar.
  static std::optional<Date> parse(llvm::StringRef Text);
  static Date today(); ///< UTC.
  std::string str() const;
};

/// A severity, and what set it.
struct GradeRule {
  Severity Grade = Severity::Warning;
  SourceLocation Loc; ///< Empty: nothing set it.
  std::string By;     ///< The check id there, or a glob: "stateless-*".
};

/// What the rules say of one check, and its documentation.
struct CheckRule {
  std::string Id;
  bool Enabled = true;
  GradeRule Grade;
  std::map<std::string, GradeRule> CategoryGrades; ///< They go before Grade.
  /// What is less sure is no finding, unless a run asks for it.
  Confidence Least = Confidence::Possible;
  std::string Summary; ///< One line.
  std::string Why;
  std::string Instead;
  std::string ExampleBad; ///< C++ that gives a finding.
  std::string ExampleOk;  ///< C++ that gives none.

  /// For findings of \p Category.
  const GradeRule &gradeOf(const std::string &Category) const {
    auto It = CategoryGrades.find(Category);
    return It == CategoryGrades.end() ? Grade : It->second;
  }
};

/// An accountable record. All selectors that are set must match; globs.
struct ExceptionRecord {
  std::string Check; ///< Glob over check ids; never empty.
  std::optional<std::string> Symbol, Type, Path, Function, Category;
  std::string Reason;
  std::string Owner;
  std::optional<Date> Expires; ///< The last day on which it holds.
  SourceLocation Loc;
};

/// A program of the database, by the files that are surely part of it.
struct ProgramRule {
  std::string Name;
  std::vector<std::string> Files; ///< Globs as in `exclude`.
  SourceLocation Loc;
};

struct RuleSet {
  CheckOptions Options;
  Models Known;
  std::vector<CheckRule> Checks; ///< Sorted by id.
  std::vector<ExceptionRecord> Exceptions;
  /// Globs over paths relative to Root (PathGlob.h), braces expanded.
  std::vector<std::string> Exclude;
  /// Of the same kind; each stands in Exclude, too, unless that was replaced.
  std::vector<std::string> ThirdParty;
  std::vector<ProgramRule> Programs; ///< Each name once.
  std::string Root;     ///< Folder of the user's file; empty without one.
  std::string UserFile; ///< Empty when only the default applies.

  const CheckRule *check(llvm::StringRef Id) const;
  /// False only for a check that the rules turn off.
  bool isEnabled(llvm::StringRef Id) const;
  /// True if findings in \p File (absolute) are left out. "**" crosses
  /// directories, "*" does not; a pattern is tried against the path relative
  /// to Root (or, without one, to \p Base) and, if it starts with '/',
  /// against the absolute path. "**/NAME", with no further '/', is also tried
  /// against the name of a file that lies outside.
  bool isExcluded(llvm::StringRef File, llvm::StringRef Base = {}) const;
  /// True if \p File is somebody else's although it lies in the project.
  bool isThirdParty(llvm::StringRef File, llvm::StringRef Base = {}) const;
};

struct RuleLoad {
  RuleSet Rules;
  std::vector<RuleDiagnostic> Diagnostics; ///< Sorted by file, line, column.
  bool failed() const;
};

/// Loads \p UserFile over what it extends (the default, unless it says
/// otherwise); an empty name loads the default alone. An unreadable file is a
/// diagnostic. What is wrong in a file is told with its text only where that is
/// a rule file below the folder of \p UserFile, links resolved; of any other
/// only the place and the kind (Mistakes.h). After `extends: none` nothing of
/// the shipped policy and models is left but the list of checks, all on, and
/// their texts.
RuleLoad loadRules(llvm::StringRef UserFile);

/// The same from text, for tests and editors; \p Name is used in diagnostics,
/// and its folder is what paths are relative to, if it is absolute.
RuleLoad loadRulesFromText(llvm::StringRef Text, llvm::StringRef Name);

/// The nearest `.stateless-tidy.yaml` in \p Directory or above it; or "". It
/// need not be a file that can be read: loadRules() says so.
std::string findRuleFile(llvm::StringRef Directory);

/// The JSON schema of a rule file.
std::string ruleSchema();

} // namespace stateless

#endif
