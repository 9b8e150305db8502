//===- PolicyDump.cpp - Verdicts and rules as a person reads them ---------===//
//
// A line prints nothing when its text is empty, so that a dump shows only what
// is set.
//
//===----------------------------------------------------------------------===//
#include "PolicyDump.h"
#include "ModelText.h"
#include "facts/EnumNames.h"
#include "facts/ModelFields.h"
#include "report/Findings.h"
#include "report/Words.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace stateless;
using llvm::StringRef;

static std::string at(const SourceLocation &Loc) {
  if (Loc.Line == 0)
    return Loc.File;
  return Loc.File + ":" + std::to_string(Loc.Line) + ":" +
         std::to_string(Loc.Column);
}

namespace {

/// Prints "Name: text" lines, leaving out what is empty.
class Lines {
public:
  Lines(llvm::raw_ostream &OS, unsigned Indent) : OS(OS), Indent(Indent) {}

  void operator()(StringRef Name, StringRef Text) {
    if (!Text.empty())
      OS.indent(Indent) << Name << ": " << printable(Text) << '\n';
  }
  void list(StringRef Name, const std::vector<std::string> &List) {
    (*this)(Name, llvm::join(List, ", "));
  }

private:
  llvm::raw_ostream &OS;
  unsigned Indent;
};

} // namespace

static void dumpVerdict(const Verdict &V, llvm::raw_ostream &OS) {
  OS << nameOf(V.Kind) << ' ' << printable(V.Check) << '\n';
  Lines Line(OS, 2);
  Line("at", at(V.Loc));
  Line("severity", nameOf(V.Grade));
  Line("confidence", nameOf(V.Level));
  Line("grounds", wordsOf(V.Basis));
  Line.list("entry points", V.EntryPoints);
  Line.list("read entry points", V.ReadEntryPoints);
  Line.list("programs", V.Programs);
  Line("message", messageOf(V));
  Line("instead", V.Instead);
  Line("reason", reasonOf(V));
  Line("symbol", V.Symbol);
  Line("type", V.Type);
  Line("function", V.Function);
  Line("category", V.Category);
  Line("path", V.Path);
  Line("identity", V.Identity);
  Line.list("annotations", V.Annotations);
  for (const VerdictNote &Note : V.Notes)
    Line("note", (StringRef(enumName(Note.Role)) + " " + at(Note.Loc) + " " +
                  textOf(Note))
                     .str());
  for (const Edit &Fix : V.Fixes)
    Line("fix", at(Fix.Loc) + " " + std::to_string(Fix.Length) + " bytes: '" +
                    Fix.Text + "'");
  if (!V.Suppressed)
    return;
  Line("suppressed by", enumName(V.Suppressed->Kind));
  Lines More(OS, 4);
  More("at", at(V.Suppressed->Loc));
  More("reason", V.Suppressed->Reason);
  More("owner", V.Suppressed->Owner);
  More("expires", V.Suppressed->Expires);
}

void stateless::dumpVerdicts(llvm::ArrayRef<Verdict> Verdicts,
                             llvm::raw_ostream &OS) {
  for (const Verdict &V : Verdicts)
    dumpVerdict(V, OS);
}

static void dumpList(const std::string &Title,
                     const std::vector<std::string> &List,
                     llvm::raw_ostream &OS) {
  OS << printable(Title) << '\n';
  for (const std::string &Item : List)
    OS << "  " << printable(Item) << '\n';
}

void stateless::dumpRules(const RuleSet &Rules, llvm::raw_ostream &OS) {
  OS << "rules\n";
  Lines Line(OS, 2);
  Line("file", Rules.UserFile);
  Line("root", Rules.Root);
  dumpList("exclude", Rules.Exclude, OS);
  dumpList("third-party", Rules.ThirdParty, OS);
  dumpList("writable-roots", Rules.Options.WritableRoots, OS);
  for (const CheckRule &Check : Rules.Checks)
    OS << "check " << printable(Check.Id) << ' '
       << (Check.Enabled ? nameOf(Check.Grade.Grade) : "off") << '\n';
  for (const CheckRule &Check : Rules.Checks)
    for (const auto &[Category, Grade] : Check.CategoryGrades)
      OS << "category " << printable(Check.Id) << ' ' << printable(Category)
         << ' ' << nameOf(Grade.Grade) << '\n';
  for (const CheckRule &Check : Rules.Checks)
    OS << "min-confidence " << printable(Check.Id) << ' ' << nameOf(Check.Least)
       << '\n';
  for (const ExceptionRecord &Record : Rules.Exceptions) {
    OS << "exception " << printable(Record.Check) << '\n';
    Line("at", at(Record.Loc));
    Line("symbol", Record.Symbol.value_or(""));
    Line("type", Record.Type.value_or(""));
    Line("path", Record.Path.value_or(""));
    Line("function", Record.Function.value_or(""));
    Line("category", Record.Category.value_or(""));
    Line("reason", Record.Reason);
    Line("owner", Record.Owner);
    Line("expires", Record.Expires ? Record.Expires->str() : "");
  }
  for (const TypeCategories::Entry &Entry : Rules.Options.Types.entries())
    dumpList("types " + Entry.Category, Entry.Types, OS);
  for (const Vocabulary::Entry &Entry : Rules.Options.OwnCategories.entries())
    dumpList("own-category " + Entry.Kind, Entry.Names, OS);
  for (const Vocabulary::Entry &Entry : Rules.Options.StateKinds.entries())
    dumpList("state-kind " + Entry.Kind, Entry.Names, OS);
  OS << "models-hash " << llvm::format_hex_no_prefix(modelHash(Rules.Known), 16)
     << '\n';
  printModels(Rules.Known, Rules.Options.Known, OS);
}
