//===- Extraction.cpp - All units to facts, in processes ------------------===//
//
// The child serialises; the parent keeps the bytes, a fraction of the facts in
// size, until they are linked. Results are filed by unit: their order does not
// depend on timing.
//
//===----------------------------------------------------------------------===//
#include "Extraction.h"
#include "Progress.h"
#include "Workers.h"
#include "facts/Serialization.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <numeric>
#include <tuple>

using namespace stateless;

static ProblemReason reasonOf(WorkerEnd End) {
  switch (End) {
  case WorkerEnd::TimedOut:
    return ProblemReason::TimedOut;
  case WorkerEnd::OutOfMemory:
    return ProblemReason::OutOfMemory;
  case WorkerEnd::NotStarted:
    return ProblemReason::NotStarted;
  default:
    return ProblemReason::Crashed;
  }
}

ProblemReason stateless::reasonOfErrors(llvm::StringRef File) {
  return llvm::sys::fs::exists(File) ? ProblemReason::Errors
                                     : ProblemReason::MissingFile;
}

static std::string explain(const WorkerResult &R, const WorkerLimits &Limits) {
  auto Said = [&](std::string Text) {
    return R.Complaint.empty() ? Text : Text + ": " + R.Complaint;
  };
  switch (R.End) {
  case WorkerEnd::TimedOut:
    return "took longer than " + std::to_string(Limits.TimeoutSeconds) +
           " seconds (--timeout gives it more)";
  case WorkerEnd::OutOfMemory:
    return "ran out of memory (limit " +
           std::to_string(Limits.MemoryBytes >> 20) +
           " MB; --memory-limit gives it more)";
  case WorkerEnd::Crashed:
    return Said("the analyzer crashed with " + signalName(R.Signal));
  case WorkerEnd::Exited:
    return Said("the analyzer ended with exit code " +
                std::to_string(R.ExitCode));
  case WorkerEnd::NotCaged:
    return "not read: its process could not be shut off from the system (" +
           describe(Limits.Within.Wanted) + ")";
  case WorkerEnd::NotStarted:
    return Said("no process could be started");
  case WorkerEnd::Done:
    break;
  }
  return "";
}

Extraction stateless::extractAll(llvm::ArrayRef<SelectedUnit> Units,
                                 const Session &Stages, const Options &Opts,
                                 const PreparedCage &Within) {
  WorkerLimits Limits{Opts.Jobs, Opts.TimeoutSeconds,
                      uint64_t(Opts.MemoryLimitMb) << 20, Within};
  Progress Bar(llvm::errs(), progressWidth(Opts.Quiet), Units.size());
  Extraction Result;
  Result.Units.resize(Units.size());
  Result.Names.resize(Units.size());
  Result.Incomplete.resize(Units.size());
  std::vector<std::string> Failures(Units.size());
  size_t Done = 0;
  auto Job = [&](size_t I) {
    TuFacts Facts = Stages.extract(Units[I].Unit);
    return append(serialize(Facts), linkNamesOf(Facts));
  };
  auto Started = [&](size_t I) {
    Bar.update(Done, llvm::sys::path::filename(Units[I].Unit.File));
  };
  auto Finished = [&](size_t I, WorkerResult R) {
    Bar.update(++Done, llvm::sys::path::filename(Units[I].Unit.File));
    Failures[I] = explain(R, Limits);
    if (Failures[I].empty()) {
      if (llvm::Error E = detachLinkNames(R.Bytes).moveInto(Result.Names[I]))
        Failures[I] = llvm::toString(std::move(E));
      else
        Result.Units[I] = std::move(R.Bytes);
    }
    if (!Failures[I].empty())
      Result.Incomplete[I] = reasonOf(R.End);
  };
  runWorkers(Units.size(), Limits, Job, Started, Finished,
             [&] { Bar.clear(); });
  Bar.clear();
  for (size_t I = 0; I < Units.size(); ++I)
    if (!Failures[I].empty())
      Result.Problems.push_back({/*Fatal=*/true,
                                 Units[I].Unit.File,
                                 {},
                                 std::move(Failures[I]),
                                 *Result.Incomplete[I]});
  return Result;
}

std::vector<size_t> stateless::linkOrder(const Extraction &Parsed,
                                         llvm::ArrayRef<SelectedUnit> Units) {
  std::vector<size_t> Order(Units.size());
  std::iota(Order.begin(), Order.end(), 0);
  llvm::sort(Order, [&](size_t A, size_t B) {
    return std::tie(Units[A].Unit.File, Parsed.Units[A]) <
           std::tie(Units[B].Unit.File, Parsed.Units[B]);
  });
  return Order;
}

std::optional<TuFacts> stateless::readFacts(Extraction &Parsed,
                                            llvm::ArrayRef<SelectedUnit> Units,
                                            size_t I, bool Last) {
  if (Parsed.Units[I].empty())
    return std::nullopt;
  llvm::Expected<TuFacts> Facts = deserialize(Parsed.Units[I]);
  if (Last || !Facts)
    Parsed.Units[I] = {};
  if (!Facts) {
    Parsed.Incomplete[I] = ProblemReason::Crashed;
    Parsed.Problems.push_back({/*Fatal=*/true,
                               Units[I].Unit.File,
                               {},
                               llvm::toString(Facts.takeError()),
                               ProblemReason::Crashed});
    return std::nullopt;
  }
  auto IsError = [](const Problem &P) { return P.Kind == ProblemKind::Error; };
  if (llvm::any_of(Facts->Problems, IsError))
    Parsed.Incomplete[I] = reasonOfErrors(Units[I].Unit.File);
  return std::move(*Facts);
}

void stateless::takeFacts(Extraction &Parsed,
                          llvm::ArrayRef<SelectedUnit> Units,
                          llvm::function_ref<void(size_t, TuFacts)> Take) {
  for (size_t I : linkOrder(Parsed, Units))
    if (std::optional<TuFacts> Facts = readFacts(Parsed, Units, I))
      Take(I, std::move(*Facts));
}

EntryCounts stateless::entryCounts(const UnitSelection &Selection,
                                   const Extraction &Parsed) {
  EntryCounts Entries = Selection.Entries;
  for (const UnreadEntry &Entry : Selection.Unread)
    ++Entries.NotAnalysed[Entry.Reason];
  for (const std::optional<ProblemReason> &Reason : Parsed.Incomplete) {
    if (Reason)
      ++Entries.NotAnalysed[*Reason];
    else
      ++Entries.Analysed;
  }
  return Entries;
}
