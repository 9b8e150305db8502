//===- Explanation.cpp - All there is to say of one verdict ---------------===//
//
// A head line as in text reports, then sections from what the verdict is to
// what would change it. A section that would be empty is left out, unless its
// emptiness tells something.
//
//===----------------------------------------------------------------------===//
#include "Explanation.h"
#include "report/TextLines.h"
#include "report/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/YAMLParser.h"

using namespace stateless;
using llvm::StringRef;

namespace {

using NoteFilter = llvm::function_ref<bool(const VerdictNote &)>;

class Explainer : TextLines {
public:
  Explainer(const RunResult &R, const Verdict &V, const RuleSet &Rules,
            const ExceptionStory &Story, const TextStyle &Style,
            llvm::raw_ostream &OS)
      : TextLines(R, Style.Color, OS), V(V), Rules(Rules), Story(Story) {}

  void write();

private:
  void section(StringRef Title);
  void line(StringRef Text) { OS << "  " << printable(Text) << '\n'; }
  void field(StringRef Name, StringRef Text);

  void head();
  void standing();
  void entryPoints(StringRef How, const std::vector<std::string> &Names);
  void reach();
  void notes(StringRef Title, NoteFilter Wanted);
  void others();
  void exceptions();
  void sourceAnswers();
  void change();
  void doorsOut();
  void record();

  std::string severity() const;
  std::string confidence() const;
  std::string answer(const RecordAnswer &Answer) const;
  std::vector<std::string> coverings() const;
  std::string at(const SourceLocation &Loc) const {
    return displayLocation(R, Loc);
  }
  bool isBenign() const { return V.Kind == VerdictKind::Benign; }

  const Verdict &V;
  const RuleSet &Rules;
  const ExceptionStory &Story;
};

//===-- Layout ------------------------------------------------------------===//

void Explainer::section(StringRef Title) {
  OS << '\n';
  Out.write(Ink::Message, (Title + ":").str()).write("\n");
}

void Explainer::field(StringRef Name, StringRef Text) {
  if (!Text.empty())
    line(llvm::formatv("{0,-12} {1}", (Name + ":").str(), oneLine(Text)).str());
}

void Explainer::write() {
  head();
  standing();
  reach();
  notes("Who writes it",
        [](const VerdictNote &N) { return N.Role == NoteRole::Write; });
  notes("Who reads it",
        [](const VerdictNote &N) { return N.Role == NoteRole::Read; });
  notes("What keeps it alive",
        [](const VerdictNote &N) { return N.Role == NoteRole::Holder; });
  notes("Other details",
        [](const VerdictNote &N) { return N.Role == NoteRole::Detail; });
  others();
  exceptions();
  sourceAnswers();
  change();
}

//===-- The verdict -------------------------------------------------------===//

void Explainer::head() {
  headLine(V.Loc, isBenign() ? Severity::Note : V.Grade, messageOf(V),
           isBenign() ? V.Check : tagOf(V));
  snippet(V.Loc);
}

std::string Explainer::severity() const {
  std::string Text = nameOf(V.Grade).str();
  const CheckRule *Rule = ruleOf(Rules, V.Check);
  if (!Rule || Rule->gradeOf(V.Category).By.empty())
    return Text + ", which no rule changes";
  const GradeRule &Set = Rule->gradeOf(V.Category);
  bool OfCategory = &Set != &Rule->Grade;
  return Text + ", set for '" + Set.By + "' " +
         (OfCategory ? "of category '" + V.Category + "' " : "") +
         (isInFile(Set.Loc) ? "at " + at(Set.Loc) : "by the shipped rules");
}

std::string Explainer::confidence() const {
  std::string Text = nameOf(V.Level).str() + ": ";
  if (V.Basis)
    return Text + wordsOf(V.Basis);
  switch (V.Level) {
  case Confidence::Possible:
    return Text + "an unknown is on the way";
  case Confidence::Likely:
    return Text + "all of it is seen, but no sure way from a request";
  case Confidence::Proven:
    return Text + "a full chain leads to it from an entry point";
  }
  llvm_unreachable("no such confidence");
}

static std::string reasonOf(const Suppression &S) {
  std::string Text =
      S.Kind == SuppressionKind::Exception ? "record" : nameOf(S.Kind).str();
  if (!S.Reason.empty())
    Text += ": " + S.Reason;
  if (!S.Owner.empty())
    Text += ", owner " + S.Owner;
  if (!S.Expires.empty())
    Text += ", until " + S.Expires;
  return Text;
}

void Explainer::standing() {
  section("Verdict");
  field("verdict",
        isBenign() ? "benign: " + reasonOf(V)
                   : nameOf(V.Kind).str() + (V.Suppressed ? ", excepted" : ""));
  if (V.Suppressed)
    field("excepted by", reasonOf(*V.Suppressed));
  if (!isBenign()) {
    field("severity", severity());
    field("confidence", confidence());
  } else if (V.Basis) {
    field("grounds", wordsOf(V.Basis));
  }
  field("fingerprint", V.Fingerprint);
  field("symbol", V.Symbol);
  field("type", V.Type);
  field("function", V.Function);
  field("category", V.Category);
  field("path", V.Path);
  field("in programs", llvm::join(V.Programs, ", "));
}

//===-- The evidence ------------------------------------------------------===//

void Explainer::entryPoints(StringRef How,
                            const std::vector<std::string> &Names) {
  if (Names.empty())
    return;
  // Names that are words ("the request loop in 'main'") quote by themselves.
  auto Quoted = [](const std::string &Name) {
    return StringRef(Name).contains('\'') ? Name : "'" + Name + "'";
  };
  line((How + " " + llvm::join(llvm::map_range(Names, Quoted), ", ")).str());
}

void Explainer::reach() {
  auto IsStep = [](const VerdictNote &N) { return N.Role == NoteRole::Path; };
  bool None = V.EntryPoints.empty() && V.ReadEntryPoints.empty() &&
              llvm::none_of(V.Notes, IsStep);
  if (None && isBenign())
    return;
  section("How requests reach it");
  entryPoints("written on", V.EntryPoints);
  entryPoints("read on", V.ReadEntryPoints);
  notes("", IsStep);
  if (None)
    line("no way from an entry point is known");
}

/// Without a title: the section is open already.
void Explainer::notes(StringRef Title, NoteFilter Wanted) {
  bool Any = false;
  for (const VerdictNote &N : V.Notes) {
    if (!Wanted(N))
      continue;
    if (!Any && !Title.empty())
      section(Title);
    Any = true;
    OS << "  ";
    place(N.Loc, textOf(N));
    snippet(N.Loc);
  }
}

/// True if \p A speaks of the object of \p B, or of a field in it.
static bool speaksOf(const Verdict &A, const Verdict &B) {
  auto Names = [&](const std::vector<std::string> &Chain) {
    return llvm::is_contained(Chain, A.Subject);
  };
  return !A.Subject.empty() &&
         (A.Subject == B.Subject || llvm::any_of(B.Parts, Names));
}

void Explainer::others() {
  bool Any = false;
  for (const Verdict &Other : R.Verdicts) {
    if (&Other == &V || !(speaksOf(Other, V) || speaksOf(V, Other)))
      continue;
    if (!Any)
      section("Other verdicts on the same object");
    Any = true;
    line((shortFingerprint(Other) + ": " + nameOf(Other.Kind) + ": " +
          oneLine(messageOf(Other)) + " [" + Other.Check + "]")
             .str());
  }
}

//===-- Exceptions --------------------------------------------------------===//

std::string Explainer::answer(const RecordAnswer &Answer) const {
  if (Answer.OnlyExpired)
    return Answer.WhyNot.front() + "; all else matches";
  if (!Answer.WhyNot.empty())
    return "does not match: " + llvm::join(Answer.WhyNot, "; ");
  if (isBenign())
    return "matches, but what is benign needs no exception";
  bool Speaks = V.Suppressed && V.Suppressed->Loc == Answer.Record->Loc;
  return Speaks ? "matches, and is the one that counts"
                : "matches, but another one counts";
}

void Explainer::exceptions() {
  section("Exceptions in the rules");
  if (Story.Records.empty())
    line("none");
  for (const RecordAnswer &Answer : Story.Records)
    line(at(Answer.Record->Loc) + ": " + answer(Answer));
}

void Explainer::sourceAnswers() {
  section("Exceptions in the source");
  if (Story.InSource.empty())
    line("none");
  for (const SourceAnswer &Answer : Story.InSource)
    line(at(Answer.Loc) + ": " + Answer.Text + " " +
         (Answer.WhyNot.empty() ? "matches"
                                : "does not match: " + Answer.WhyNot));
}

//===-- What would change it ----------------------------------------------===//

/// All that covers the verdict, not only what counts.
std::vector<std::string> Explainer::coverings() const {
  std::vector<std::string> Texts;
  for (const RecordAnswer &Answer : Story.Records)
    if (Answer.WhyNot.empty())
      Texts.push_back("the record at " + at(Answer.Record->Loc));
  for (const SourceAnswer &Answer : Story.InSource)
    if (Answer.WhyNot.empty())
      Texts.push_back("the " + Answer.Text + " at " + at(Answer.Loc));
  if (Texts.empty())
    Texts.push_back("the " + nameOf(V.Suppressed->Kind).str());
  return Texts;
}

void Explainer::change() {
  section("What would change it");
  if (isBenign())
    return line("nothing has to: what is benign is no finding");
  if (std::string Advice = adviceOf(V, Rules); !Advice.empty())
    line("instead: " + Advice);
  for (const Edit &Fix : V.Fixes)
    line(at(Fix.Loc) + ": " + fixText(Fix));
  if (V.Suppressed)
    line("it counts again without " + llvm::join(coverings(), " and "));
  else
    doorsOut();
}

/// The ways to accept it as it is.
void Explainer::doorsOut() {
  for (const RecordAnswer &Answer : Story.Records)
    if (Answer.OnlyExpired)
      line("a later day in 'expires' at " + at(Answer.Record->Loc));
  record();
  if (V.Loc.Line != 0) {
    line("a comment at the end of " + at({V.Loc.File, V.Loc.Line, 0}) + ":");
    line("  // NOLINT(" + V.Check + ")");
  }
  if (!V.Subject.empty()) {
    line("an annotation of '" + V.Symbol + "':");
    line("  [[clang::annotate(\"stateless: REASON\")]]");
  }
  if (V.Level < V.Least)
    line("not needed for reports: they leave it out, as the rules ask for " +
         nameOf(V.Least).str() + " ('min-confidence')");
  else if (V.Level == Confidence::Possible)
    line("--min-confidence=likely leaves out all that is only possible");
  else if (V.Level == Confidence::Likely)
    line("--min-confidence=proven leaves out all that is not proven");
}

void Explainer::record() {
  const ExceptionRecord &Record = Story.Proposal;
  bool Has = !Rules.Exceptions.empty();
  line("a record " +
       (Rules.UserFile.empty() ? "in a .stateless-tidy.yaml above the code"
                               : "in " + R.displayPath(Rules.UserFile)) +
       (Has ? ", below 'exceptions:':" : ":"));
  StringRef Indent = Has ? "  " : "    ";
  auto Key = [&](StringRef Start, StringRef Name, StringRef Text) {
    line((Indent + Start + Name + ": " + Text).str());
  };
  auto Quoted = [](StringRef Text) {
    return "\"" + llvm::yaml::escape(Text, /*EscapePrintable=*/false) + "\"";
  };
  if (!Has)
    line("  exceptions:");
  Key("- ", "check", Record.Check);
  if (Record.Symbol)
    Key("  ", "symbol", Quoted(*Record.Symbol));
  if (Record.Path)
    Key("  ", "path", Quoted(*Record.Path));
  Key("  ", "reason", "\"\"  # why this is right; an empty one is refused");
  Key("  ", "owner", "\"\"  # who answers for it");
  if (Record.Expires)
    Key("  ", "expires", Record.Expires->str());
}

} // namespace

void stateless::writeExplanation(const RunResult &R, const Verdict &V,
                                 const RuleSet &Rules,
                                 const ExceptionStory &Story,
                                 const TextStyle &Style,
                                 llvm::raw_ostream &OS) {
  Explainer(R, V, Rules, Story, Style, OS).write();
}
