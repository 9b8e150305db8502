//===- Inventory.cpp - The audit: all state, each with a verdict ----------===//
//
// One line per verdict, "place: verdict: subject: why [check, fingerprint]", in
// the order of the source; then the totals.
//
//===----------------------------------------------------------------------===//
#include "Inventory.h"
#include "report/TextLines.h"
#include "report/Words.h"
#include <map>

using namespace stateless;
using llvm::StringRef;

/// "violation", "excepted", "unsettled" or "benign".
static StringRef standing(const Verdict &V) {
  return V.Kind != VerdictKind::Benign && V.Suppressed ? "excepted"
                                                       : nameOf(V.Kind);
}

static std::string why(const Verdict &V) {
  if (V.Kind == VerdictKind::Benign)
    return reasonOf(V);
  if (!V.Suppressed)
    return messageOf(V);
  std::string Text = V.Suppressed->Reason;
  if (!V.Suppressed->Owner.empty())
    Text += ", owner " + V.Suppressed->Owner;
  if (!V.Suppressed->Expires.empty())
    Text += ", until " + V.Suppressed->Expires;
  return Text;
}

/// "programs: admin.cpp (1 unit), shop.cpp (2 units); no program needs 3 units,
/// which are judged as a library"
static std::string programsLine(const RunResult &Result) {
  std::string Programs, Libraries;
  for (const ProgramInfo &P : Result.Programs) {
    std::string Units = counted(P.Units, "unit");
    if (P.Executable)
      Programs += (Programs.empty() ? "programs: " : ", ") + P.Name + " (" +
                  Units + ")";
    else
      Libraries += std::string(Programs.empty() ? "" : "; ") +
                   "judged as a library: " +
                   (P.Name.empty() ? "what no program needs, " + Units +
                                         " with all that "
                                         "they need"
                                   : "the plugin " + P.Name + ", " + Units);
  }
  return Programs.empty() ? Libraries : Programs + Libraries;
}

void stateless::writeInventory(const RunResult &Result, bool Quiet,
                               llvm::raw_ostream &OS) {
  std::map<StringRef, size_t> Totals;
  if (std::string Missing = missingLine(Result); !Quiet && !Missing.empty())
    OS << Missing << '\n';
  for (const Verdict &V : Result.Verdicts) {
    ++Totals[standing(V)];
    OS << printable(displayLocation(Result, V.Loc)) << ": " << standing(V)
       << ": ";
    if (!V.Symbol.empty())
      OS << printable(V.Symbol) << ": ";
    OS << printable(oneLine(why(V))) << " [" << printable(V.Check) << ", "
       << shortFingerprint(V) << "]\n";
  }
  if (Quiet)
    return;
  OS << Result.Verdicts.size()
     << (Result.Verdicts.size() == 1 ? " verdict on " : " verdicts on ")
     << Result.Units << (Result.Units == 1 ? " unit: " : " units: ")
     << Totals["violation"] << " in violation, " << Totals["excepted"]
     << " excepted, ";
  if (size_t Unsettled = Totals["unsettled"])
    OS << Unsettled << " unsettled, ";
  OS << Totals["benign"] << " benign\n";
  if (std::string Programs = programsLine(Result); !Programs.empty())
    OS << printable(Programs) << '\n';
  if (std::string Entries = entriesLine(Result); !Entries.empty())
    OS << Entries << '\n';
}
