//===- Exceptions.cpp - Who is excused, by whom, until when ---------------===//
//
// One pass over the verdicts: records first, because they carry an owner and a
// day; then annotations, then NOLINT comments. Records that name their symbol
// in full are looked up by it; only the others are tried one by one.
//
//===----------------------------------------------------------------------===//
#include "Exceptions.h"
#include "InSource.h"
#include "PathGlob.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

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

/// The path patterns of \p Record without braces; none if it has no path.
std::vector<std::string> plainPaths(const ExceptionRecord &Record) {
  if (!Record.Path || pathGlobError(*Record.Path))
    return {};
  return expandPathGlob(*Record.Path);
}

bool matchesPath(llvm::ArrayRef<std::string> Plain, const Verdict &V,
                 StringRef Root) {
  return llvm::any_of(Plain, [&](StringRef Glob) {
    return matchesFile(Glob, V.Loc.File, Root) ||
           (!V.Path.empty() && matchesPathGlob(Glob, V.Path));
  });
}

std::string inQuotes(StringRef Text) { return ("'" + Text + "'").str(); }

std::string doesNotMatch(StringRef Name, StringRef Glob, StringRef Text) {
  return (Name + " " + inQuotes(Glob) +
          (Text.empty() ? ": the verdict has none"
                        : " does not match " + inQuotes(Text)))
      .str();
}

Suppression byRecord(const ExceptionRecord &Record) {
  return {SuppressionKind::Exception, Record.Reason, Record.Owner,
          Record.Expires ? Record.Expires->str() : std::string(), Record.Loc};
}

/// The first \p Most keys of \p Record, but for its check, that keep it from
/// covering \p V. \p Paths are plainPaths(Record).
llvm::SmallVector<RecordKey, 4>
selectorMismatches(const ExceptionRecord &Record,
                   llvm::ArrayRef<std::string> Paths, const Verdict &V,
                   const RuleSet &Rules, Date Today, size_t Most) {
  llvm::SmallVector<RecordKey, 4> Keys;
  if (isExpired(Record, Today))
    Keys.push_back(RecordKey::Expires);
  for (const Selector &S : Selectors) {
    if (Keys.size() == Most)
      return Keys;
    if (Record.*S.Glob && !matchesGlob(*(Record.*S.Glob), V.*S.Text))
      Keys.push_back(S.Key);
  }
  if (Keys.size() < Most && Record.Path && !matchesPath(Paths, V, Rules.Root))
    Keys.push_back(RecordKey::Path);
  return Keys;
}

/// Finds the records that cover a verdict.
class RecordIndex {
public:
  RecordIndex(const RuleSet &Rules, Date Today) : Rules(Rules), Today(Today) {
    for (const ExceptionRecord &Record : Rules.Exceptions)
      Paths.push_back(plainPaths(Record));
  }

  /// Calls \p Visit with the index of each record that covers \p V, in no
  /// particular order.
  void covering(const Verdict &V, llvm::function_ref<void(size_t)> Visit) {
    auto Try = [&](size_t I) {
      if (selectorMismatches(Rules.Exceptions[I], Paths[I], V, Rules, Today, 1)
              .empty())
        Visit(I);
    };
    const Candidates &Known = of(V.Check);
    if (auto It = Known.BySymbol.find(V.Symbol); It != Known.BySymbol.end())
      llvm::for_each(It->second, Try);
    llvm::for_each(Known.Others, Try);
  }

private:
  /// The records for one check that still hold.
  struct Candidates {
    std::map<std::string, std::vector<size_t>, std::less<>> BySymbol;
    std::vector<size_t> Others;
  };

  const Candidates &of(const std::string &Check) {
    auto [It, IsNew] = ByCheck.try_emplace(Check);
    for (size_t I = 0; IsNew && I < Rules.Exceptions.size(); ++I) {
      const ExceptionRecord &Record = Rules.Exceptions[I];
      if (isExpired(Record, Today) || !matchesGlob(Record.Check, Check))
        continue;
      if (Record.Symbol &&
          StringRef(*Record.Symbol).find_first_of("*?") == StringRef::npos)
        It->second.BySymbol[*Record.Symbol].push_back(I);
      else
        It->second.Others.push_back(I);
    }
    return It->second;
  }

  const RuleSet &Rules;
  Date Today;
  std::vector<std::vector<std::string>> Paths; ///< Of each record.
  std::map<std::string, Candidates, std::less<>> ByCheck;
};

class Marker {
public:
  Marker(const RuleSet &Rules, std::vector<NolintComment> Found, Date Today)
      : Rules(Rules), Today(Today), Records(Rules, Today),
        Comments(std::move(Found)), Uses(Rules.Exceptions.size()) {}

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
    bool IsBenign = V.Kind == VerdictKind::Benign;
    std::optional<size_t> First;
    Records.covering(V, [&](size_t I) {
      Uses[I] = std::max(Uses[I], IsBenign ? Use::BenignOnly : Use::Violation);
      First = First ? std::min(*First, I) : I;
    });
    if (First && !IsBenign && !V.Suppressed)
      V.Suppressed = byRecord(Rules.Exceptions[*First]);
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
    const NolintOfCheck &Naming =
        ByCheck.try_emplace(V.Check, Comments, V.Check).first->second;
    if (const NolintComment *Comment = Naming.find(V.Loc))
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
    if (llvm::none_of(Rules.Checks, Concerns) || isExcluded(Comment.Loc.File))
      return;
    bool IsBegin = Comment.Kind == DirectiveKind::Begin;
    warn(Comment.Loc, "unmatched '" + nolintText(Comment) +
                          (IsBegin ? "' without a later 'NOLINTEND'"
                                   : "' without an earlier 'NOLINTBEGIN'") +
                          " with the same list");
  }

  /// Many comments stand in one file.
  bool isExcluded(const std::string &File) {
    auto [It, IsNew] = ExcludedFiles.try_emplace(File);
    if (IsNew)
      It->second = Rules.isExcluded(File);
    return It->second;
  }

  /// An annotated subject may have several verdicts: each warning once.
  void warn(SourceLocation Loc, std::string Message) {
    if (Loc.Line != 0 && Warned.emplace(Loc, Message).second)
      Found.push_back(
          {RuleDiagnostic::Warning, std::move(Loc), std::move(Message)});
  }

  const RuleSet &Rules;
  Date Today;
  RecordIndex Records;
  NolintIndex Comments;
  std::map<std::string, NolintOfCheck> ByCheck;
  std::map<std::string, bool> ExcludedFiles;
  std::vector<Use> Uses;
  std::vector<RuleDiagnostic> Found;
  std::set<std::pair<SourceLocation, std::string>> Warned;
};

} // namespace

llvm::SmallVector<RecordKey, 4>
stateless::mismatches(const ExceptionRecord &Record, const Verdict &V,
                      const RuleSet &Rules, Date Today) {
  if (!matchesGlob(Record.Check, V.Check))
    return {RecordKey::Check};
  return selectorMismatches(Record, plainPaths(Record), V, Rules, Today,
                            /*Most=*/~size_t(0));
}

std::string stateless::mismatchText(RecordKey Key,
                                    const ExceptionRecord &Record,
                                    const Verdict &V, const RuleSet &Rules) {
  switch (Key) {
  case RecordKey::Check:
    return "names another check: " + inQuotes(Record.Check);
  case RecordKey::Expires:
    return "expired on " + Record.Expires->str();
  case RecordKey::Path: {
    bool Absolute = StringRef(*Record.Path).starts_with("/");
    std::string Text =
        doesNotMatch("path", *Record.Path,
                     Absolute ? V.Loc.File : pathBelow(V.Loc.File, Rules.Root));
    return V.Path.empty() ? Text : Text + " nor " + inQuotes(V.Path);
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
                           std::vector<NolintComment> Comments, Date Today,
                           bool Complete) {
  Marker Mark(Rules, std::move(Comments), Today);
  for (Verdict &V : Verdicts)
    Mark.mark(V);
  return Mark.diagnostics(Complete);
}
