//===- ProblemCollector.cpp - What the compiler found fault with ----------===//
//
// Clang's own table says which diagnostics are warnings or extensions by their
// nature; none is named here. A pragma can still make an error of one that is
// an error by default, so the nature is asked for again as each arrives.
//
//===----------------------------------------------------------------------===//
#include "extract/ProblemCollector.h"
#include "extract/ClangCompat.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/LexDiagnostic.h"

using namespace clang;

namespace stateless {

void ProblemCollector::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                        const Diagnostic &Info) {
  if (Level < DiagnosticsEngine::Error ||
      compat::isWarning(*Info.getDiags(), Info.getID()))
    return;
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  bool Placed = Info.hasSourceManager() && Info.getLocation().isValid();
  if (Placed)
    Errors.push_back(Info.getSourceManager().getFileLoc(Info.getLocation()));
  for (unsigned I = 0; !Placed && I < Info.getNumArgs(); ++I) {
    if (Info.getArgKind(I) == DiagnosticsEngine::ak_std_string)
      Unplaced.push_back(Info.getArgStdStr(I));
    else if (Info.getArgKind(I) == DiagnosticsEngine::ak_c_string)
      Unplaced.push_back(Info.getArgCStr(I));
  }
  if (!First.empty())
    return;
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  First = Text.str().str();
  if (!Placed)
    return;
  PresumedLoc At = Info.getSourceManager().getPresumedLoc(Errors.back());
  if (At.isValid()) {
    File = At.getFilename();
    Line = At.getLine();
    Column = At.getColumn();
  }
}

void reportErrorsOnly(DiagnosticsEngine &Diagnostics) {
  // Behind a fatal error or the twentieth, Clang goes on in silence, and what
  // it then makes of the code looks sound. A missing header is the usual one.
  Diagnostics.setErrorLimit(0);
  Diagnostics.setSeverity(diag::err_pp_file_not_found, diag::Severity::Error,
                          SourceLocation());
  std::vector<diag::kind> All;
  DiagnosticIDs::getAllDiagnostics(diag::Flavor::WarningOrError, All);
  for (diag::kind Each : All)
    if (Diagnostics.getDiagnosticIDs()->isDefaultMappingAsError(Each) &&
        compat::isWarning(Diagnostics, Each))
      Diagnostics.setSeverity(Each, diag::Severity::Ignored, SourceLocation());
}

} // namespace stateless
