//===- Delivery.cpp - What reaches the user, and the exit code ------------===//
//
// People stand in the working directory, machines at the project's root: text
// is relative to the one, every other format to the other.
//
//===----------------------------------------------------------------------===//
#include "Delivery.h"
#include "Diagnostics.h"
#include "Inventory.h"
#include "Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Process.h"

using namespace stateless;

bool stateless::anyFatal(llvm::ArrayRef<AnalysisProblem> Problems) {
  return llvm::any_of(Problems,
                      [](const AnalysisProblem &P) { return P.Fatal; });
}

void Delivery::sayProblems(RunResult &Result) const {
  Result.Root = WorkingDirectory;
  bool Terminal = llvm::sys::Process::StandardErrIsDisplayed();
  PeopleStream OS(llvm::errs());
  writeProblems(Result, {useColor(Opts.Color, Terminal), Opts.Quiet}, OS);
}

TextStyle Delivery::styleOf(const OutputRequest &Output) const {
  bool Terminal =
      Output.File.empty() && llvm::sys::Process::StandardOutIsDisplayed();
  return {useColor(Opts.Color, Terminal), Opts.Quiet};
}

llvm::Error Delivery::tell(
    llvm::function_ref<void(const TextStyle &, llvm::raw_ostream &)> Write)
    const {
  const OutputRequest &Output = Opts.Outputs.front();
  return writeOutput(Output.File, Spelling::Text, [&](llvm::raw_ostream &OS) {
    Write(styleOf(Output), OS);
  });
}

llvm::Expected<int>
Delivery::dump(RunResult Result, Spelling How,
               llvm::function_ref<void(llvm::raw_ostream &)> Write) const {
  sayProblems(Result);
  if (llvm::Error E = writeOutput(Opts.Outputs.front().File, How, Write))
    return E;
  return anyFatal(Result.Problems) ? 3 : 0;
}

llvm::Expected<int> Delivery::report(RunResult Result, const RuleSet &Rules,
                                     llvm::StringRef ProjectRoot) const {
  bool Audit = Opts.Run == Command::Audit;
  Result.IncludeBenign = Audit;
  // The inventory lists all that there is.
  Result.MinConfidence = Audit ? Confidence::Possible : Opts.MinConfidence;
  Result.FailOn = Opts.FailOn;
  Result.NeverFail = Opts.NeverFail;
  Result.CommandLine = Opts.CommandLine;
  Result.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Begin)
          .count();
  sayProblems(Result);
  for (const OutputRequest &Output : Opts.Outputs) {
    bool IsText = Output.Format == "text";
    TextStyle Style = styleOf(Output);
    Result.Root = IsText ? WorkingDirectory : ProjectRoot.str();
    auto Write = [&](llvm::raw_ostream &OS) {
      if (Audit && IsText)
        writeInventory(Result, Opts.Quiet, OS);
      else
        writeReport(Output.Format, Result, Rules, Style, OS);
    };
    if (llvm::Error E =
            writeOutput(Output.File, spellingOf(Output.Format), Write))
      return E;
  }
  if (Audit)
    return anyFatal(Result.Problems) ? 3 : 0;
  return Result.exitCode();
}
