//===- Verdict.h - What a check says about one subject ---------*- C++ -*-===//
//
// A verdict is made by a check, marked by exceptions and suppressions, and
// printed by a report. It owns its text: it must not know the Program that it
// came from, nor any output format.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_VERDICT_H
#define STATELESS_POLICY_VERDICT_H

#include "policy/Reason.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stateless {

enum class VerdictKind : uint8_t {
  Violation, ///< state that a stateless service must not keep
  Unsettled, ///< nothing is seen that writes it, but code that was not analysed
             ///< could; Why says what is missing
  Benign,    ///< looked at and in order; Why says why
};

/// How good the evidence is (docs/architecture.md has the table).
enum class Confidence : uint8_t {
  Possible, ///< an unknown is on the way
  Likely,   ///< every step is seen, but not the way from a request
  Proven,   ///< a full chain from an entry point
};

enum class Severity : uint8_t { Note, Warning, Error };

/// What the stores into a state object leave there for the next request. Of
/// several the last counts.
enum class CarryKind : uint8_t {
  Unclear,
  Accumulates,      ///< Each store builds on what was there.
  DiffersByReplica, ///< What each process draws for itself.
  Remembers,        ///< What a request brought.
};

/// A point in a source file; lines and columns count from 1. Empty File: none.
struct SourceLocation {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  auto operator<=>(const SourceLocation &) const = default;
};

enum class NoteRole : uint8_t {
  Write, ///< something changes the state here
  Read,
  Path,   ///< a step on the way: a call, an accessor
  Holder, ///< what keeps the object alive
  Detail  ///< anything else worth pointing at
};

struct VerdictNote {
  NoteRole Role = NoteRole::Detail;
  SourceLocation Loc;
  std::string Text; ///< A sentence fragment: "written by 'hit' (++)".
  Reason Why = {};  ///< Said behind Text.
  bool operator==(const VerdictNote &) const = default;
};

/// Replacement of Length bytes at Loc.
struct Edit {
  SourceLocation Loc;
  unsigned Length = 0;
  std::string Text;
  std::string Expected = {}; ///< What stood at Loc when the code was read.
};

enum class SuppressionKind : uint8_t {
  Exception,  ///< a record of the rule file
  InSource,   ///< a NOLINT comment
  Annotation, ///< [[clang::annotate("stateless: ...")]]
  Baseline,
};

/// Why a violation does not count.
struct Suppression {
  SuppressionKind Kind = SuppressionKind::Exception;
  std::string Reason;
  std::string Owner;   ///< May be empty.
  std::string Expires; ///< YYYY-MM-DD, or empty.
  SourceLocation Loc;  ///< Of the record, comment or attribute.
};

/// A reason that holds in some programs of a database only, or in some
/// instantiations of a template.
struct ReasonIn {
  Reason Why;
  std::vector<std::string> Names;
};

/// What is said of one of the variables that a template makes.
struct InstanceVerdict {
  std::string Name;    ///< "counter<long>"
  std::string Mangled; ///< The variable's name in the object file.
  VerdictKind Kind = VerdictKind::Benign;
  Confidence Level = Confidence::Likely;
  auto operator<=>(const InstanceVerdict &) const = default;
};

struct Verdict {
  std::string Check; ///< "stateless-mutable-global"
  VerdictKind Kind = VerdictKind::Violation;
  Confidence Level = Confidence::Likely;
  SourceLocation Loc;
  /// What, on one line without a period; benign: what it is not, to which
  /// reports add Why.
  std::string Message;
  std::string Instead; ///< What to do; empty: the check's text from the rules.
  Reason Why;          ///< Benign or unsettled.
  Grounds Basis;       ///< Why the confidence is what it is.
  CarryKind Carried = CarryKind::Unclear; ///< Of state.
  /// Benign: where programs or instantiations have different reasons, all.
  std::vector<ReasonIn> WhyIn;
  std::vector<VerdictNote> Notes;
  /// Names of the entry points ("GET /cart") that reach what the verdict counts
  /// as a write, and of those that reach a read; sorted, each once.
  std::vector<std::string> EntryPoints, ReadEntryPoints;
  /// Of a database of several: the programs in which this is so; empty: all.
  std::vector<std::string> Programs;
  /// Of a variable that a template makes: all that the programs have, sorted.
  std::vector<InstanceVerdict> Instances;
  std::vector<Edit> Fixes; ///< All of them or none.

  // What exceptions select by.
  std::string Symbol;   ///< Qualified name of the variable, field, function.
  std::string Type;     ///< Canonical type name of the subject, if any.
  std::string Function; ///< Qualified name of the enclosing function, if any.
  std::string Category; ///< Finer than the check: "thread-local", "rename",
                        ///< "meyers", "session".
  std::string Path;     ///< For files: what is known of the path.
  std::string Mangled;  ///< Variables: the name in the object file.

  /// Names the same finding after lines have moved: never holds a line number.
  std::string Identity;
  std::string Fingerprint; ///< Unique in a run; see giveFingerprints().
  /// USR of the state object that this verdict is about; empty: none. Of what
  /// templates make, the template's own once all have been judged.
  std::string Subject;
  std::string Pattern; ///< USR of the template's own variable; empty: none.
  /// USRs of the fields whose writes make it state, each with the fields of
  /// the object that lead to it, outermost first. A check that speaks for a
  /// link of each chain speaks for the object.
  std::vector<std::vector<std::string>> Parts;
  bool MoreParts = false; ///< Than Parts lists.
  /// Benign: nobody less specific needs to look at the object any more.
  bool Settles = false;
  std::vector<std::string> Annotations; ///< Of the subject, as written.

  Severity Grade = Severity::Warning; ///< From the rules.
  /// From the rules: a finding that is less sure is shown only if a run asks.
  Confidence Least = Confidence::Possible;
  std::optional<Suppression> Suppressed;
};

} // namespace stateless

#endif
