//===- SampleRun.h - A run that has everything -----------------*- C++ -*-===//
//
// A temporary source tree and a result about it that uses every feature of a
// report, for the tests. It must not know any format.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_SAMPLERUN_H
#define STATELESS_DRIVER_REPORT_SAMPLERUN_H

#include "policy/Fingerprint.h"
#include "report/Report.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <cstdlib>

namespace stateless {

/// A directory that lives as long as the object.
class SourceTree {
public:
  SourceTree() {
    llvm::SmallString<128> Name;
    if (llvm::sys::fs::createUniqueDirectory("stateless-report", Name))
      std::abort();
    Root = Name.str().str();
  }
  SourceTree(const SourceTree &) = delete;
  SourceTree &operator=(const SourceTree &) = delete;
  ~SourceTree() { llvm::sys::fs::remove_directories(Root); }

  /// Writes \p Text into \p Name and returns its absolute path.
  std::string add(llvm::StringRef Name, llvm::StringRef Text) const {
    std::string File = Root + "/" + Name.str();
    std::error_code Error;
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(File));
    llvm::raw_fd_ostream OS(File, Error);
    if (Error)
      std::abort();
    OS << Text;
    return File;
  }

  std::string Root;
};

inline RuleSet sampleRules() {
  RuleSet Rules;
  CheckRule File;
  File.Id = "stateless-local-file-write";
  File.Grade.Grade = Severity::Error;
  File.Summary = "Writes to the local disk";
  File.Why = "A file that a request writes is gone\nwith the replica.";
  File.Instead = "Put the bytes into object storage.";
  CheckRule Global;
  Global.Id = "stateless-mutable-global";
  Global.Summary = "Global state that changes after start-up";
  Global.Why = "The next request may reach another replica.";
  Global.Instead = "Keep it in a backing service\n  such as Redis.";
  Rules.Checks = {File, Global};
  return Rules;
}

/// A violation of mutable-global at \p Loc.
inline Verdict sampleVerdict(SourceLocation Loc, std::string Symbol) {
  Verdict V;
  V.Check = "stateless-mutable-global";
  V.Loc = std::move(Loc);
  V.Message = "'" + Symbol + "' is written after start-up";
  V.Symbol = Symbol;
  V.Type = "int";
  V.Category = "global";
  V.Identity = "c:@" + Symbol;
  return V;
}

/// A finding with every kind of note, and a fix.
inline Verdict counterVerdict(const std::string &Main) {
  Verdict V = sampleVerdict({Main, 2, 5}, "Counter");
  V.Notes = {{NoteRole::Path, {Main, 5, 6}, "'handle' serves requests"},
             {NoteRole::Write, {Main, 6, 3}, "written by 'handle' (++)"},
             {NoteRole::Read, {Main, 7, 10}, "read by 'handle'"},
             {NoteRole::Detail, {}, "linkage is external"}};
  V.Fixes = {{{Main, 2, 1}, 3, "static int"}};
  V.Annotations = {"stateless-ish"};
  V.EntryPoints = {"GET /count", "the request loop in 'main'"};
  V.ReadEntryPoints = {"GET /count"};
  V.Carried = CarryKind::Remembers;
  V.Basis = {GroundsKind::OneOfSeveralCalls};
  return V;
}

/// An error of low confidence in a line that is not ASCII.
inline Verdict fileVerdict(const std::string &Unicode) {
  Verdict V;
  V.Check = "stateless-local-file-write";
  V.Level = Confidence::Possible;
  V.Grade = Severity::Error;
  V.Loc = {Unicode, 1, 29};
  V.Message = "'fopen' writes <unknown> & \"more\", 100%";
  V.Instead = "Upload it.";
  V.Function = "save";
  V.Category = "write";
  V.Path = "/var/lib/*";
  V.Identity = "save fopen";
  return V;
}

inline Verdict suppressed(Verdict V, Suppression S) {
  V.Suppressed = std::move(S);
  return V;
}

inline Verdict benign(Verdict V) {
  V.Kind = VerdictKind::Benign;
  V.Why = {ReasonKind::Constant};
  V.Message = "'" + V.Symbol + "' is no state";
  return V;
}

/// Reports about \p Tree, whose files it writes. 3 findings, 4 suppressed
/// ones, one benign, problems of both kinds.
inline RunResult sampleRun(const SourceTree &Tree) {
  std::string Main = Tree.add("src/main.cpp", "#include <cstdio>\n"
                                              "int Counter = 0;\n"
                                              "int Second;\n"
                                              "\n"
                                              "void handle() {\n"
                                              "  ++Counter;\n"
                                              "  return Counter;\n"
                                              "}\n");
  std::string Unicode = Tree.add(
      "src/caf\xC3\xA9 a.cpp",
      "/* \xF0\x9F\x98\x80 \xC3\xA4 */\tvoid save() { fopen(p); }\r\n");
  std::string Rules = Tree.Root + "/.stateless-tidy.yaml";
  RunResult R;
  R.Root = Tree.Root;
  R.CommandLine = "stateless-tidy -p build \"a b\"";
  R.Units = 12;
  R.Entries.Total = 20;
  R.Entries.Analysed = 11;
  R.Entries.NotAnalysed = {{ProblemReason::Errors, 1},
                           {ProblemReason::TimedOut, 1},
                           {ProblemReason::Cuda, 1},
                           {ProblemReason::Assembler, 1},
                           {ProblemReason::Header, 2}};
  R.Entries.Repeated = 2;
  R.Entries.LeftOut = 1;
  R.Seconds = 1.25;
  R.IncludeBenign = true;
  R.Verdicts = {
      fileVerdict(Unicode),
      counterVerdict(Main),
      sampleVerdict({Main, 3, 5}, "Second"),
      suppressed(sampleVerdict({Main, 3, 5}, "Excepted"),
                 {SuppressionKind::Exception,
                  "scraped only",
                  "platform",
                  "2027-03-31",
                  {Rules, 4, 5}}),
      suppressed(sampleVerdict({Main, 3, 5}, "Nolint"),
                 {SuppressionKind::InSource, "NOLINT", "", "", {Main, 3, 13}}),
      suppressed(sampleVerdict({Main, 3, 5}, "Annotated"),
                 {SuppressionKind::Annotation, "ephemeral-cache", "", "", {}}),
      suppressed(sampleVerdict({Main, 3, 5}, "Old"),
                 {SuppressionKind::Baseline, "in the baseline", "", "", {}}),
      benign(sampleVerdict({Main, 3, 5}, "Limit")),
  };
  giveFingerprints(R.Verdicts);
  R.Problems = {
      {true,
       Tree.Root + "/src/broken.cpp",
       {Tree.Root + "/include/x.h", 3, 10},
       "'gone.h' file not found"},
      {true,
       Tree.Root + "/src/killed.cpp",
       {},
       "the worker ran out of time",
       ProblemReason::TimedOut},
      {true,
       Tree.Root + "/src/kernel.cu",
       {},
       "CUDA is not read",
       ProblemReason::Cuda},
      {false,
       Tree.Root + "/src/switch.S",
       {},
       "assembler is not read",
       ProblemReason::Assembler},
      {false,
       Tree.Root + "/build/pch.hxx",
       {},
       "a header is analysed where a source includes it",
       ProblemReason::Header},
      {false,
       Main,
       {},
       "-fgcc-only is not known to Clang and was dropped",
       ProblemReason::Remark},
      {false,
       Unicode,
       {},
       "-fgcc-only is not known to Clang and was dropped",
       ProblemReason::Remark},
  };
  R.RuleDiagnostics = {
      {RuleDiagnostic::Warning, {Rules, 9, 5}, "this exception is not used"},
      {RuleDiagnostic::Error, {"<default>", 1, 1}, "unknown key 'chekcs'"},
  };
  return R;
}

} // namespace stateless

#endif
