//===- Json.cpp - Everything, for programs --------------------------------===//
//
// The tool's own format, version 1: keys are only ever added. Columns count
// bytes. It must not leave out what text leaves out for brevity.
//
//===----------------------------------------------------------------------===//
#include "report/JsonText.h"
#include "report/Words.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace stateless {
namespace {

class JsonReport {
public:
  JsonReport(const RunResult &R, const RuleSet &Rules, raw_ostream &OS)
      : R(R), Rules(Rules), J(OS, /*IndentSize=*/2) {}

  void write();

private:
  template <typename Predicate> void verdicts(StringRef Key, Predicate Wanted);
  void instances(const Verdict &V);
  void verdict(const Verdict &V);
  void location(const SourceLocation &Loc);
  void names(StringRef Key, ArrayRef<std::string> Names);
  void entryPoints();
  void programs();
  void evidence(const Verdict &V);
  void suppression(const Suppression &S);
  void problems();
  void ruleDiagnostics();
  void summary();

  const RunResult &R;
  const RuleSet &Rules;
  json::OStream J;
};

void JsonReport::location(const SourceLocation &Loc) {
  if (!Loc.File.empty())
    text(J, "file", R.displayPath(Loc.File));
  optionalNumber(J, "line", Loc.Line);
  optionalNumber(J, "column", Loc.Column);
}

void JsonReport::names(StringRef Key, ArrayRef<std::string> Names) {
  J.attributeArray(Key, [&] {
    for (const std::string &Name : Names)
      J.value(utf8(Name));
  });
}

void JsonReport::entryPoints() {
  J.attributeArray("entryPoints", [&] {
    for (const EntryPointInfo &P : R.EntryPoints)
      J.object([&] {
        text(J, "name", P.Name);
        text(J, "kind", P.Kind);
        location(P.Loc);
      });
  });
}

void JsonReport::programs() {
  if (R.Programs.empty())
    return;
  J.attributeArray("programs", [&] {
    for (const ProgramInfo &P : R.Programs)
      J.object([&] {
        text(J, "name", P.Name);
        J.attribute("executable", P.Executable);
        J.attribute("units", static_cast<int64_t>(P.Units));
      });
  });
}

void JsonReport::evidence(const Verdict &V) {
  J.attributeArray("notes", [&] {
    for (const VerdictNote &N : V.Notes)
      J.object([&] {
        text(J, "role", nameOf(N.Role));
        location(N.Loc);
        text(J, "text", textOf(N));
      });
  });
  J.attributeArray("fixes", [&] {
    for (const Edit &E : V.Fixes)
      J.object([&] {
        location(E.Loc);
        J.attribute("length", E.Length);
        text(J, "text", E.Text);
      });
  });
}

void JsonReport::suppression(const Suppression &S) {
  text(J, "kind", nameOf(S.Kind));
  text(J, "reason", S.Reason);
  optionalText(J, "owner", S.Owner);
  optionalText(J, "expires", S.Expires);
  location(S.Loc);
}

/// Of what a template makes, each with its name in the object file.
void JsonReport::instances(const Verdict &V) {
  if (V.Instances.empty())
    return;
  J.attributeArray("instances", [&] {
    for (const InstanceVerdict &I : V.Instances)
      J.object([&] {
        text(J, "name", I.Name);
        optionalText(J, "mangled", I.Mangled);
        text(J, "kind", nameOf(I.Kind));
        text(J, "confidence", nameOf(I.Level));
      });
  });
}

void JsonReport::verdict(const Verdict &V) {
  text(J, "check", V.Check);
  text(J, "kind", nameOf(V.Kind));
  text(J, "confidence", nameOf(V.Level));
  text(J, "severity", nameOf(V.Grade));
  location(V.Loc);
  text(J, "message", messageOf(V));
  optionalText(J, "reason", reasonOf(V));
  optionalText(J, "reasonId", idOf(V.Why));
  if (V.Kind == VerdictKind::Violation)
    optionalText(J, "instead", adviceOf(V, Rules));
  optionalText(J, "symbol", V.Symbol);
  optionalText(J, "mangled", V.Mangled);
  optionalText(J, "type", V.Type);
  optionalText(J, "function", V.Function);
  optionalText(J, "category", V.Category);
  optionalText(J, "carriedOver", nameOf(V.Carried));
  optionalText(J, "path", V.Path);
  text(J, "fingerprint", V.Fingerprint);
  if (!V.Annotations.empty())
    J.attributeArray("annotations", [&] {
      for (const std::string &A : V.Annotations)
        J.value(utf8(A));
    });
  optionalText(J, "grounds", wordsOf(V.Basis));
  optionalText(J, "groundsId", idOf(V.Basis));
  names("entryPoints", V.EntryPoints);
  names("readEntryPoints", V.ReadEntryPoints);
  if (!V.Programs.empty())
    names("programs", V.Programs);
  instances(V);
  evidence(V);
  if (V.Suppressed)
    J.attributeObject("suppression", [&] { suppression(*V.Suppressed); });
}

template <typename Predicate>
void JsonReport::verdicts(StringRef Key, Predicate Wanted) {
  J.attributeArray(Key, [&] {
    for (const Verdict &V : R.Verdicts)
      if (Wanted(V))
        J.object([&] { verdict(V); });
  });
}

void JsonReport::problems() {
  J.attributeArray("problems", [&] {
    for (const AnalysisProblem &P : R.Problems)
      J.object([&] {
        J.attribute("fatal", P.Fatal);
        text(J, "unit", R.displayPath(P.File));
        location(P.Loc);
        text(J, "message", P.Message);
        text(J, "reason", nameOf(P.Reason));
      });
  });
}

void JsonReport::ruleDiagnostics() {
  J.attributeArray("ruleDiagnostics", [&] {
    for (const RuleDiagnostic &D : R.RuleDiagnostics)
      J.object([&] {
        J.attribute("level",
                    D.Level == RuleDiagnostic::Error ? "error" : "warning");
        location(D.Loc);
        text(J, "message", D.Message);
      });
  });
}

void JsonReport::summary() {
  Tally T = tallyOf(R);
  J.attributeObject("summary", [&] {
    J.attribute("findings", T.Findings);
    J.attributeObject("byCheck", [&] {
      for (const auto &[Check, Count] : T.ByCheck)
        J.attribute(utf8(Check), Count);
    });
    J.attribute("excepted", T.Excepted);
    J.attribute("baselined", T.Baselined);
    J.attribute("belowConfidence", T.BelowConfidence);
    J.attribute("unsettled", T.Unsettled);
    J.attribute("benign", T.Benign);
    J.attribute("units", R.Units);
    J.attribute("notAnalysed", T.NotAnalysed);
    J.attributeBegin("seconds");
    J.rawValue([&](raw_ostream &OS) { OS << format("%.3f", R.Seconds); });
    J.attributeEnd();
    J.attributeObject("entries", [&] { entryCounts(J, R.Entries); });
    J.attribute("exitCode", R.exitCode());
  });
}

void JsonReport::write() {
  J.object([&] {
    J.attribute("version", 1);
    J.attributeObject("tool", [&] {
      text(J, "name", toolName());
      text(J, "version", toolVersion());
    });
    verdicts("findings", [&](const Verdict &V) { return R.isFinding(V); });
    verdicts("suppressed", [](const Verdict &V) {
      return V.Kind != VerdictKind::Benign && V.Suppressed;
    });
    if (R.IncludeBenign)
      verdicts("unsettled", [](const Verdict &V) {
        return V.Kind == VerdictKind::Unsettled && !V.Suppressed;
      });
    if (R.IncludeBenign)
      verdicts("benign",
               [](const Verdict &V) { return V.Kind == VerdictKind::Benign; });
    entryPoints();
    programs();
    problems();
    ruleDiagnostics();
    summary();
  });
}

} // namespace

void writeJson(const RunResult &R, const RuleSet &Rules, raw_ostream &OS) {
  JsonReport(R, Rules, OS).write();
  OS << '\n';
}

} // namespace stateless
