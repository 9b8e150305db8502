//===- Sarif.cpp - SARIF 2.1.0 --------------------------------------------===//
//
// Rules, results with their evidence, suppressions with their justification,
// and what was not analysed, as the OASIS standard lays them out; section
// numbers below are the standard's. Columns count UTF-16 code units, so a
// location whose line cannot be read has no column. It must not decide what is
// a finding.
//
//===----------------------------------------------------------------------===//
#include "report/JsonText.h"
#include "report/SarifText.h"
#include "report/Sources.h"
#include "report/Words.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace stateless {
namespace {

constexpr StringLiteral SourceRoot = "%SRCROOT%";
constexpr StringLiteral Weaknesses = "CWE";
constexpr StringLiteral NotAnalysed = "unit-not-analysed";
constexpr StringLiteral AnalysedInPart = "unit-remark";
constexpr StringLiteral RuleRemark = "rule-file";

class SarifReport {
public:
  SarifReport(const RunResult &R, const RuleSet &Rules, raw_ostream &OS)
      : R(R), Rules(Rules), J(OS, /*IndentSize=*/2), Files(R.Root) {}

  void write();

private:
  using Block = function_ref<void()>;

  void message(StringRef Key, StringRef Text) {
    J.attributeObject(Key, [&] { text(J, "text", withoutLinks(Text)); });
  }
  void optionalMessage(StringRef Key, StringRef Text) {
    if (!Text.empty())
      message(Key, sentence(oneLine(Text)));
  }
  void artifact(StringRef File);
  void region(StringRef Key, const SourceRegion &Region);
  void physicalLocation(const SourceLocation &Loc);
  /// One element of an array of locations.
  void location(const SourceLocation &Loc, StringRef Text = {},
                std::optional<unsigned> Id = std::nullopt);
  void locations(const SourceLocation &Loc);

  void tool();
  void rule(const CheckRule &Rule);
  void notificationKind(StringRef Id, StringRef Text);
  void invocation();
  void notification(StringRef Level, StringRef Descriptor, StringRef Text,
                    const SourceLocation &Loc, StringRef Reason = {});
  void result(const Verdict &V);
  void related(const Verdict &V);
  void codeFlows(const Verdict &V);
  void suppression(const Suppression &S);
  void fixes(const Verdict &V);
  void replacement(const Edit &E, const SourceRegion &Region);
  void properties(const Verdict &V);
  void weakness();
  void taxonomies();

  const RunResult &R;
  const RuleSet &Rules;
  json::OStream J;
  Sources Files;
};

//===-- Places ------------------------------------------------------------===//

void SarifReport::artifact(StringRef File) {
  J.attributeObject("artifactLocation", [&] {
    std::string Shown = R.displayPath(File);
    if (Shown != File) {
      text(J, "uri", percentEncoded(Shown));
      text(J, "uriBaseId", SourceRoot);
    } else {
      text(J, "uri",
           (File.starts_with("/") ? "file://" : "") + percentEncoded(File));
    }
  });
}

void SarifReport::region(StringRef Key, const SourceRegion &Region) {
  J.attributeObject(Key, [&] {
    J.attribute("startLine", Region.Line);
    optionalNumber(J, "startColumn", Region.Column);
    if (Region.EndLine != Region.Line)
      optionalNumber(J, "endLine", Region.EndLine);
    optionalNumber(J, "endColumn", Region.EndColumn);
  });
}

void SarifReport::physicalLocation(const SourceLocation &Loc) {
  J.attributeObject("physicalLocation", [&] {
    artifact(Loc.File);
    if (Loc.Line != 0)
      region("region",
             Files.token(Loc).value_or(SourceRegion{Loc.Line, 0, Loc.Line, 0}));
  });
}

void SarifReport::location(const SourceLocation &Loc, StringRef Text,
                           std::optional<unsigned> Id) {
  J.object([&] {
    if (Id)
      J.attribute("id", *Id);
    if (isInFile(Loc))
      physicalLocation(Loc);
    if (!Text.empty())
      message("message", Text);
  });
}

void SarifReport::locations(const SourceLocation &Loc) {
  if (isInFile(Loc))
    J.attributeArray("locations", [&] { location(Loc); });
}

//===-- The tool and its run ----------------------------------------------===//

void SarifReport::rule(const CheckRule &Rule) {
  text(J, "id", Rule.Id);
  text(J, "name", friendlyName(Rule.Id));
  optionalMessage("shortDescription", Rule.Summary);
  optionalMessage("fullDescription",
                  Rule.Why.empty() ? Rule.Summary : Rule.Why);
  // The rules' own line breaks are kept.
  StringRef Why = StringRef(Rule.Why).trim();
  StringRef Instead = StringRef(Rule.Instead).trim();
  if (!Why.empty() || !Instead.empty())
    J.attributeObject("help", [&] {
      text(J, "text",
           withoutLinks(oneLine(
               sentence(Why) +
               (Instead.empty() ? "" : " Instead: " + sentence(Instead)))));
      text(J, "markdown",
           plainMarkdown(Why) + (Instead.empty() ? "" : "\n\n**Instead:** ") +
               plainMarkdown(Instead));
    });
  J.attributeObject("defaultConfiguration", [&] {
    J.attribute("enabled", Rule.Enabled);
    text(J, "level", nameOf(Rule.Grade.Grade));
  });
  J.attributeObject("properties", [&] {
    J.attributeArray("tags", [&] {
      J.value("stateless");
      J.value("twelve-factor");
      J.value("cloud-readiness");
    });
  });
}

void SarifReport::notificationKind(StringRef Id, StringRef Text) {
  J.object([&] {
    text(J, "id", Id);
    message("shortDescription", Text);
  });
}

void SarifReport::tool() {
  J.attributeObject("driver", [&] {
    text(J, "name", toolName());
    text(J, "version", toolVersion());
    text(J, "semanticVersion", toolVersion());
    J.attributeArray("supportedTaxonomies",
                     [&] { J.object([&] { text(J, "name", Weaknesses); }); });
    J.attributeArray("rules", [&] {
      for (const CheckRule &Rule : Rules.Checks)
        J.object([&] { rule(Rule); });
    });
    J.attributeArray("notifications", [&] {
      notificationKind(NotAnalysed,
                       "A translation unit was not fully analysed.");
      notificationKind(AnalysedInPart,
                       "A translation unit was analysed, with a remark.");
      notificationKind(RuleRemark, "The rules or an exception need attention.");
    });
  });
}

void SarifReport::notification(StringRef Level, StringRef Descriptor,
                               StringRef Text, const SourceLocation &Loc,
                               StringRef Reason) {
  J.object([&] {
    J.attributeObject("descriptor", [&] { text(J, "id", Descriptor); });
    text(J, "level", Level);
    message("message", sentence(Text));
    locations(Loc);
    if (!Reason.empty())
      J.attributeObject("properties", [&] { text(J, "reason", Reason); });
  });
}

void SarifReport::invocation() {
  bool Failed = any_of(R.Problems, [](const auto &P) { return P.Fatal; });
  J.attribute("executionSuccessful", !Failed);
  J.attribute("exitCode", R.exitCode());
  optionalText(J, "commandLine", R.CommandLine);
  J.attributeArray("toolExecutionNotifications", [&] {
    for (const AnalysisProblem &P : R.Problems)
      notification(P.Fatal ? "error" : "note",
                   P.Fatal || !wasTried(P.Reason) ? NotAnalysed
                                                  : AnalysedInPart,
                   textOf(R, P), locationOf(P), nameOf(P.Reason));
  });
  J.attributeArray("toolConfigurationNotifications", [&] {
    for (const RuleDiagnostic &D : R.RuleDiagnostics)
      notification(D.Level == RuleDiagnostic::Error ? "error" : "warning",
                   RuleRemark, oneLine(D.Message), D.Loc);
  });
}

//===-- Results -----------------------------------------------------------===//

void SarifReport::related(const Verdict &V) {
  if (V.Notes.empty())
    return;
  J.attributeArray("relatedLocations", [&] {
    for (auto [I, N] : enumerate(V.Notes))
      location(N.Loc, textOf(N), I + 1);
  });
}

/// One flow per write: the steps noted before it, the write, and the state that
/// it changes. Steps after the last write make a flow of their own.
void SarifReport::codeFlows(const Verdict &V) {
  std::vector<std::vector<const VerdictNote *>> Flows;
  bool Open = false;
  for (const VerdictNote &N : V.Notes) {
    bool Way = N.Role == NoteRole::Path || N.Role == NoteRole::Holder;
    bool Step = Way || N.Role == NoteRole::Write;
    if (!Step || !isInFile(N.Loc))
      continue;
    if (!Open)
      Flows.emplace_back();
    Flows.back().push_back(&N);
    Open = Way;
  }
  if (Flows.empty())
    return;
  auto Step = [&](const SourceLocation &Loc, StringRef Text) {
    J.object([&] {
      J.attributeBegin("location");
      location(Loc, Text);
      J.attributeEnd();
    });
  };
  auto ThreadFlow = [&](ArrayRef<const VerdictNote *> Flow) {
    J.attributeArray("locations", [&] {
      for (const VerdictNote *N : Flow)
        Step(N->Loc, textOf(*N));
      Step(V.Loc, messageOf(V));
    });
  };
  J.attributeArray("codeFlows", [&] {
    for (const auto &Flow : Flows)
      J.object([&] {
        J.attributeArray("threadFlows",
                         [&] { J.object([&] { ThreadFlow(Flow); }); });
      });
  });
}

void SarifReport::suppression(const Suppression &S) {
  bool InSource = S.Kind == SuppressionKind::InSource ||
                  S.Kind == SuppressionKind::Annotation;
  J.attribute("kind", InSource ? "inSource" : "external");
  J.attribute("status", "accepted");
  optionalText(J, "justification", S.Reason);
  if (isInFile(S.Loc)) {
    J.attributeBegin("location");
    location(S.Loc);
    J.attributeEnd();
  }
  J.attributeObject("properties", [&] {
    text(J, "source", nameOf(S.Kind));
    optionalText(J, "owner", S.Owner);
    optionalText(J, "expires", S.Expires);
  });
}

void SarifReport::replacement(const Edit &E, const SourceRegion &Region) {
  J.object([&] {
    artifact(E.Loc.File);
    J.attributeArray("replacements", [&] {
      J.object([&] {
        region("deletedRegion", Region);
        J.attributeObject("insertedContent", [&] { text(J, "text", E.Text); });
      });
    });
  });
}

/// All edits together are one fix; it is left out when any of them cannot be
/// placed, because half a fix is none.
void SarifReport::fixes(const Verdict &V) {
  std::vector<SourceRegion> Regions;
  for (const Edit &E : V.Fixes)
    if (auto Region = Files.range(E.Loc, E.Length, /*Utf16=*/true))
      Regions.push_back(*Region);
  if (V.Fixes.empty() || Regions.size() != V.Fixes.size())
    return;
  J.attributeArray("fixes", [&] {
    J.object([&] {
      J.attributeArray("artifactChanges", [&] {
        for (auto [E, Region] : zip_equal(V.Fixes, Regions))
          replacement(E, Region);
      });
    });
  });
}

void SarifReport::properties(const Verdict &V) {
  text(J, "confidence", nameOf(V.Level));
  optionalText(J, "symbol", V.Symbol);
  optionalText(J, "type", V.Type);
  optionalText(J, "function", V.Function);
  optionalText(J, "category", V.Category);
  optionalText(J, "carriedOver", nameOf(V.Carried));
  optionalText(J, "path", V.Path);
  if (!V.EntryPoints.empty())
    J.attributeArray("entryPoints", [&] {
      for (const std::string &Name : V.EntryPoints)
        J.value(utf8(Name));
    });
  if (!V.Programs.empty())
    J.attributeArray("programs", [&] {
      for (const std::string &Name : V.Programs)
        J.value(utf8(Name));
    });
}

void SarifReport::result(const Verdict &V) {
  text(J, "ruleId", V.Check);
  if (const CheckRule *Rule = ruleOf(Rules, V.Check))
    J.attribute("ruleIndex", Rule - Rules.Checks.data());
  text(J, "level", nameOf(V.Grade));
  // The rule's help already holds the advice that is common to the check.
  std::string Own = oneLine(V.Instead);
  message("message", sentence(messageOf(V)) +
                         (Own.empty() ? "" : " Instead: " + sentence(Own)));
  locations(V.Loc);
  related(V);
  codeFlows(V);
  J.attributeObject("partialFingerprints",
                    [&] { text(J, "statelessTidy/v1", V.Fingerprint); });
  J.attributeArray("suppressions", [&] {
    if (V.Suppressed)
      J.object([&] { suppression(*V.Suppressed); });
  });
  fixes(V);
  if (V.Carried == CarryKind::Remembers)
    J.attributeArray("taxa", [&] { J.object([&] { weakness(); }); });
  J.attributeObject("properties", [&] { properties(V); });
}

/// What one user's request left, another's may be answered with.
void SarifReport::weakness() {
  text(J, "id", "488");
  J.attributeObject("toolComponent", [&] { text(J, "name", Weaknesses); });
}

/// The weaknesses that results name (https://cwe.mitre.org).
void SarifReport::taxonomies() {
  J.attributeArray("taxonomies", [&] {
    J.object([&] {
      text(J, "name", Weaknesses);
      text(J, "organization", "MITRE");
      text(J, "informationUri", "https://cwe.mitre.org");
      J.attributeArray("taxa", [&] {
        J.object([&] {
          text(J, "id", "488");
          message("shortDescription",
                  "Exposure of Data Element to Wrong Session");
          text(J, "helpUri", "https://cwe.mitre.org/data/definitions/488.html");
        });
      });
    });
  });
}

void SarifReport::write() {
  J.object([&] {
    text(J, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    text(J, "version", "2.1.0");
    J.attributeArray("runs", [&] {
      J.object([&] {
        J.attributeObject("tool", [&] { tool(); });
        taxonomies();
        J.attributeArray("invocations",
                         [&] { J.object([&] { invocation(); }); });
        if (!R.Root.empty())
          J.attributeObject("originalUriBaseIds", [&] {
            J.attributeObject(SourceRoot, [&] {
              StringRef Root = StringRef(R.Root).rtrim('/');
              text(J, "uri", "file://" + percentEncoded(Root) + "/");
            });
          });
        text(J, "columnKind", "utf16CodeUnits");
        J.attributeObject("properties", [&] {
          J.attributeObject("entries", [&] { entryCounts(J, R.Entries); });
        });
        J.attributeArray("results", [&] {
          for (const Verdict &V : R.Verdicts)
            if (V.Kind == VerdictKind::Violation && R.isSureEnough(V))
              J.object([&] { result(V); });
        });
      });
    });
  });
}

} // namespace

void writeSarif(const RunResult &R, const RuleSet &Rules, raw_ostream &OS) {
  SarifReport(R, Rules, OS).write();
  OS << '\n';
}

} // namespace stateless
