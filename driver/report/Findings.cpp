//===- Findings.cpp - What all output formats share -----------------------===//
//
// See Findings.h. It must not know any format, nor read any file.
//
//===----------------------------------------------------------------------===//
#include "report/Findings.h"
#include "report/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/JSON.h"
#include <set>

using namespace llvm;

namespace stateless {

StringRef toolName() { return "stateless-tidy"; }
StringRef toolVersion() { return STATELESS_VERSION; }
StringRef notAnalysedId() { return "stateless-not-analysed"; }

StringRef nameOf(VerdictKind Kind) {
  switch (Kind) {
  case VerdictKind::Violation:
    return "violation";
  case VerdictKind::Unsettled:
    return "unsettled";
  case VerdictKind::Benign:
    return "benign";
  }
  llvm_unreachable("no such kind");
}

StringRef nameOf(Confidence Level) {
  switch (Level) {
  case Confidence::Possible:
    return "possible";
  case Confidence::Likely:
    return "likely";
  case Confidence::Proven:
    return "proven";
  }
  llvm_unreachable("no such confidence");
}

StringRef nameOf(Severity Grade) {
  switch (Grade) {
  case Severity::Note:
    return "note";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    return "error";
  }
  llvm_unreachable("no such severity");
}

StringRef nameOf(CarryKind Kind) {
  switch (Kind) {
  case CarryKind::Unclear:
    return "";
  case CarryKind::Accumulates:
    return "accumulates";
  case CarryKind::Remembers:
    return "remembers";
  case CarryKind::DiffersByReplica:
    return "differs-by-replica";
  }
  return "";
}

StringRef nameOf(NoteRole Role) {
  switch (Role) {
  case NoteRole::Write:
    return "write";
  case NoteRole::Read:
    return "read";
  case NoteRole::Path:
  case NoteRole::Holder: // One of them, to machines.
    return "path";
  case NoteRole::Detail:
    return "detail";
  }
  llvm_unreachable("no such role");
}

StringRef nameOf(SuppressionKind Kind) {
  switch (Kind) {
  case SuppressionKind::Exception:
    return "exception";
  case SuppressionKind::InSource:
    return "in-source";
  case SuppressionKind::Annotation:
    return "annotation";
  case SuppressionKind::Baseline:
    return "baseline";
  }
  llvm_unreachable("no such suppression");
}

std::vector<const Verdict *> findingsOf(const RunResult &R) {
  std::vector<const Verdict *> Result;
  for (const Verdict &V : R.Verdicts)
    if (R.isFinding(V))
      Result.push_back(&V);
  return Result;
}

StringRef shortFingerprint(const Verdict &V) {
  return StringRef(V.Fingerprint).take_front(8);
}

std::vector<const Verdict *> verdictsNamed(const RunResult &R,
                                           StringRef Start) {
  std::vector<const Verdict *> Result;
  for (const Verdict &V : R.Verdicts)
    if (StringRef(V.Fingerprint).starts_with_insensitive(Start))
      Result.push_back(&V);
  return Result;
}

Tally tallyOf(const RunResult &R) {
  Tally T;
  for (const Verdict &V : R.Verdicts) {
    if (V.Kind == VerdictKind::Benign)
      ++T.Benign;
    else if (V.Kind == VerdictKind::Unsettled && !V.Suppressed)
      ++T.Unsettled;
    else if (V.Suppressed && V.Suppressed->Kind == SuppressionKind::Baseline)
      ++T.Baselined;
    else if (V.Suppressed)
      ++T.Excepted;
    else if (!R.isSureEnough(V))
      ++T.BelowConfidence;
    else {
      ++T.Findings;
      ++T.ByCheck[V.Check];
    }
  }
  std::set<StringRef> Units;
  for (const AnalysisProblem &P : R.Problems)
    if (P.Fatal)
      Units.insert(P.File);
  T.NotAnalysed = Units.size();
  return T;
}

std::string limitOf(const RunResult &R) {
  return R.MinConfidence ? "less than " + nameOf(*R.MinConfidence).str()
                         : "less than the rules ask; --min-confidence=possible "
                           "shows them";
}

const CheckRule *ruleOf(const RuleSet &Rules, StringRef Check) {
  auto It =
      find_if(Rules.Checks, [&](const CheckRule &C) { return C.Id == Check; });
  return It == Rules.Checks.end() ? nullptr : &*It;
}

std::string adviceOf(const Verdict &V, const RuleSet &Rules) {
  if (!V.Instead.empty())
    return oneLine(V.Instead);
  const CheckRule *Rule = ruleOf(Rules, V.Check);
  return Rule ? oneLine(Rule->Instead) : "";
}

std::string oneLine(StringRef Text) {
  SmallVector<StringRef> Words;
  SplitString(Text, Words, " \t\n\v\f\r");
  return join(Words, " ");
}

std::string utf8(StringRef Text) {
  return json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text);
}

std::string displayLocation(const RunResult &R, const SourceLocation &Loc) {
  if (Loc.File.empty())
    return "";
  std::string Text = R.displayPath(Loc.File);
  if (Loc.Line == 0)
    return Text;
  Text += ":" + utostr(Loc.Line);
  if (Loc.Column != 0)
    Text += ":" + utostr(Loc.Column);
  return Text;
}

std::string fullText(const RunResult &R, const RuleSet &Rules,
                     const Verdict &V) {
  std::string Text = messageOf(V);
  for (const VerdictNote &N : V.Notes) {
    std::string Where = displayLocation(R, N.Loc);
    Text += "\n" + textOf(N) + (Where.empty() ? "" : " (" + Where + ")");
  }
  std::string Advice = adviceOf(V, Rules);
  if (!Advice.empty())
    Text += "\ninstead: " + Advice;
  return Text;
}

SourceLocation locationOf(const AnalysisProblem &Problem) {
  return Problem.Loc.File.empty() ? SourceLocation{Problem.File} : Problem.Loc;
}

std::string textOf(const RunResult &R, const AnalysisProblem &Problem) {
  std::string Message = oneLine(Problem.Message);
  std::string File = R.displayPath(Problem.File);
  if (!wasTried(Problem.Reason))
    return File + " was not analysed: " + Message;
  return Problem.Fatal ? File + " was not fully analysed: " + Message : Message;
}

bool isInFile(const SourceLocation &Loc) {
  return !Loc.File.empty() && Loc.File.front() != '<';
}

} // namespace stateless
