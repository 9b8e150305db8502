//===- Delivery.h - What reaches the user, and the exit code ---*- C++ -*-===//
//
// Problems to stderr, the reports or a dump to where they were asked for. It
// must not decide what is a finding, nor know any format.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_DELIVERY_H
#define STATELESS_DRIVER_DELIVERY_H

#include "Options.h"
#include "report/Report.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <chrono>

namespace stateless {

bool anyFatal(llvm::ArrayRef<AnalysisProblem> Problems);

class Delivery {
public:
  /// The clock of the run starts here.
  Delivery(const Options &Opts, std::string WorkingDirectory)
      : Opts(Opts), WorkingDirectory(std::move(WorkingDirectory)) {}

  /// Every requested report; the exit code is check's or audit's.
  llvm::Expected<int> report(RunResult Result, const RuleSet &Rules,
                             llvm::StringRef ProjectRoot) const;
  /// What \p Write prints, in the format that \p How belongs to, and the
  /// problems of \p Result.
  llvm::Expected<int>
  dump(RunResult Result, Spelling How,
       llvm::function_ref<void(llvm::raw_ostream &)> Write) const;

  /// The problems of \p Result, whose paths are the working directory's from
  /// here on.
  void sayProblems(RunResult &Result) const;
  /// Text for people, which \p Write prints in the style that it is given.
  llvm::Error
  tell(llvm::function_ref<void(const TextStyle &, llvm::raw_ostream &)> Write)
      const;

private:
  TextStyle styleOf(const OutputRequest &Output) const;

  const Options &Opts;
  std::string WorkingDirectory;
  std::chrono::steady_clock::time_point Begin =
      std::chrono::steady_clock::now();
};

} // namespace stateless

#endif
