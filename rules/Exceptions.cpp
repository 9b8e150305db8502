//===- Exceptions.cpp - Who is excused, by whom, until when ---------------===//
//
// One pass over the verdicts: records first, because they carry an owner and a
// day; then annotations, then NOLINT comments.
//
//===----------------------------------------------------------------------===//
#include "Exceptions.h"
#include "InSource.h"
#include "PathGlob.h"
#include "llvm/ADT/STLExtras.h"

using namespace stateless;
using llvm::StringRef;

namespace {

/// A key whose glob is matched against one text of the verdict.
struct Selector {
  RecordKey Key;
  StringRef Name;
  std::optional<std::string> ExceptionRecord::*Glob;
  std::string Verdict::*Text;
};

constexpr Selector Selectors[] = {
    {RecordKey::Symbol, "symbol", &ExceptionRecord::Symbol, &Verdict::Symbol},
    {RecordKey::Type, "type", &ExceptionRecord::Type, &Verdict::Type},
    {RecordKey::Function, "function", &ExceptionRecord::Function,
     &Verdict::Function},
    {RecordKey::Category, "category", &ExceptionRecord::Category,
     &Verdict::Category},
};

bool isExpired(const ExceptionRecord &Record, Date Today) {
  return Record.Expires && *Record.Expires < Today;
}

bool matchesPath(StringRef Glob, const Verdict &V, StringRef Root) {
  return matchesFile(Glob, V.Loc.File, Root) ||
         (!V.Path.empty() && matchesPathGlob(Glob, V.Path));
}

std::string quoted(StringRef Text) { return ("'" + Text + "'").str(); }

std::string doesNotMatch(StringRef Name, StringRef Glob, StringRef Text) {
  return (Name + " " + quoted(Glob) +
          (Text.empty() ? ": the verdict has none"
                        : " does not match " + quoted(Text)))
      .str();
}

Suppression byRecord(const ExceptionRecord &Record) {
  return {SuppressionKind::Exception, Record.Reason, Record.Owner,
          Record.Expires ? Record.Expires->str() : std::string(), Record.Loc};
}

class Marker {
public:
  Marker(const RuleSet &Rules, const Program &Prog, Date Today)
      : Rules(Rules), Today(Today), Comments(nolintComments(Prog)),
        Uses(Rules.Exceptions.size()) {}

  void mark(Verdict &V) {
    markByRecords(V);
    if (V.Kind == VerdictKind::Benign)
      return;
    markByAnnotations(V);
    markByComments(V);
  }

  std::vector<RuleDiagnostic> diagnostics(bool Complete) {
    for (size_t I = 0; I < Uses.size(); ++I)
      diagnoseRecord(Rules.Exceptions[I], Uses[I], Complete);
    for (const NolintComment &Comment : Comments.unmatched())
      diagnoseUnmatched(Comment);
    llvm::sort(Found, comesBefore);
    return std::move(Found);
  }

private:
  enum class Use { None, BenignOnly, Violation };

  void markByRecords(Verdict &V) {
    for (size_t I = 0; I < Uses.size(); ++I) {
      const ExceptionRecord &Record = Rules.Exceptions[I];
      if (!mismatches(Record, V, Rules, Today).empty())
        continue;
      if (V.Kind == VerdictKind::Benign) {
        Uses[I] = std::max(Uses[I], Use::BenignOnly);
        continue;
      }
      Uses[I] = Use::Violation;
      if (!V.Suppressed)
        V.Suppressed = byRecord(Record);
    }
  }

  void markByAnnotations(Verdict &V) {
    for (const std::string &Text : V.Annotations) {
      std::optional<StringRef> Reason = annotationReason(Text);
      if (!Reason)
        continue;
      if (Reason->empty())
        warn(V.Loc, "annotation \"" + Text +
                        "\" has no reason and suppresses nothing; write "
                        "\"stateless: REASON\"");
      else if (!V.Suppressed)
        V.Suppressed = {
            SuppressionKind::Annotation, Reason->str(), {}, {}, V.Loc};
    }
  }

  void markByComments(Verdict &V) {
    if (V.Suppressed)
      return;
    if (const NolintComment *Comment = Comments.find(V.Loc, V.Check))
      V.Suppressed = {SuppressionKind::InSource,
                      nolintText(*Comment),
                      {},
                      {},
                      Comment->Loc};
  }

  void diagnoseRecord(const ExceptionRecord &Record, Use Used, bool Complete) {
    if (isExpired(Record, Today))
      return warn(Record.Loc, "exception expired on " + Record.Expires->str() +
                                  " and no longer applies: " + Record.Reason);
    if (!Complete || Used == Use::Violation || !isAnyEnabled(Record.Check))
      return;
    warn(Record.Loc, Used == Use::None
                         ? "unused exception: it matches no finding"
                         : "unused exception: all that it matches is benign");
  }

  /// Nothing is known of the use of a record for checks that did not run.
  bool isAnyEnabled(StringRef Glob) const {
    return llvm::any_of(Rules.Checks, [&](const CheckRule &Rule) {
      return Rule.Enabled && matchesGlob(Glob, Rule.Id);
    });
  }

  void diagnoseUnmatched(const NolintComment &Comment) {
    auto Concerns = [&](const CheckRule &Rule) {
      return !Comment.Checks || nolintListNames(*Comment.Checks, Rule.Id);
    };
    if (llvm::none_of(Rules.Checks, Concerns) ||
        Rules.isExcluded(Comment.Loc.File))
      return;
    bool IsBegin = Comment.Kind == DirectiveKind::Begin;
    warn(Comment.Loc, "unmatched '" + nolintText(Comment) +
                          (IsBegin ? "' without a later 'NOLINTEND'"
                                   : "' without an earlier 'NOLINTBEGIN'") +
                          " with the same list");
  }

  /// An annotated subject may have several verdicts: each warning once.
  void warn(SourceLocation Loc, std::string Message) {
    if (Loc.Line == 0)
      return;
    auto IsSame = [&](const RuleDiagnostic &D) {
      return D.Loc == Loc && D.Message == Message;
    };
    if (llvm::none_of(Found, IsSame))
      Found.push_back(
          {RuleDiagnostic::Warning, std::move(Loc), std::move(Message)});
  }

  const RuleSet &Rules;
  Date Today;
  NolintIndex Comments;
  std::vector<Use> Uses;
  std::vector<RuleDiagnostic> Found;
};

} // namespace

llvm::SmallVector<RecordKey, 4>
stateless::mismatches(const ExceptionRecord &Record, const Verdict &V,
                      const RuleSet &Rules, Date Today) {
  if (!matchesGlob(Record.Check, V.Check))
    return {RecordKey::Check};
  llvm::SmallVector<RecordKey, 4> Keys;
  if (isExpired(Record, Today))
    Keys.push_back(RecordKey::Expires);
  for (const Selector &S : Selectors)
    if (Record.*S.Glob && !matchesGlob(*(Record.*S.Glob), V.*S.Text))
      Keys.push_back(S.Key);
  if (Record.Path && !matchesPath(*Record.Path, V, Rules.Root))
    Keys.push_back(RecordKey::Path);
  return Keys;
}

std::string stateless::mismatchText(RecordKey Key,
                                    const ExceptionRecord &Record,
                                    const Verdict &V, const RuleSet &Rules) {
  switch (Key) {
  case RecordKey::Check:
    return "names another check: " + quoted(Record.Check);
  case RecordKey::Expires:
    return "expired on " + Record.Expires->str();
  case RecordKey::Path: {
    bool Absolute = StringRef(*Record.Path).starts_with("/");
    std::string Text =
        doesNotMatch("path", *Record.Path,
                     Absolute ? V.Loc.File : pathBelow(V.Loc.File, Rules.Root));
    return V.Path.empty() ? Text : Text + " nor " + quoted(V.Path);
  }
  default:
    break;
  }
  const Selector *S = llvm::find_if(
      Selectors, [&](const Selector &Each) { return Each.Key == Key; });
  return doesNotMatch(S->Name, *(Record.*S->Glob), V.*S->Text);
}

std::vector<RuleDiagnostic>
stateless::applyExceptions(std::vector<Verdict> &Verdicts, const RuleSet &Rules,
                           const Program &Prog, Date Today, bool Complete) {
  Marker Mark(Rules, Prog, Today);
  for (Verdict &V : Verdicts)
    Mark.mark(V);
  return Mark.diagnostics(Complete);
}
