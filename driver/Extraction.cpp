//===- Extraction.cpp - All units to facts, in processes ------------------===//
//
// The child serialises, the parent deserialises at once, so that only facts
// are kept. Results are filed by unit: their order does not depend on timing.
//
//===----------------------------------------------------------------------===//
#include "Extraction.h"
#include "Progress.h"
#include "Workers.h"
#include "facts/Serialization.h"
#include "llvm/Support/Path.h"

using namespace stateless;

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
  case WorkerEnd::NotStarted:
    return Said("no process could be started");
  case WorkerEnd::Done:
    break;
  }
  return "";
}

Extraction stateless::extractAll(llvm::ArrayRef<SelectedUnit> Units,
                                 const Models &Known,
                                 llvm::StringRef ResourceDir,
                                 const Options &Opts) {
  ExtractOptions Extract;
  Extract.ResourceDir = ResourceDir.str();
  WorkerLimits Limits{Opts.Jobs, Opts.TimeoutSeconds,
                      uint64_t(Opts.MemoryLimitMb) << 20};
  Progress Bar(llvm::errs(), progressWidth(Opts.Quiet), Units.size());
  Extraction Result;
  Result.Units.resize(Units.size());
  std::vector<std::string> Failures(Units.size());
  size_t Done = 0;
  auto Job = [&](size_t I) {
    return serialize(extract(Units[I].Unit, Known, Extract));
  };
  auto Started = [&](size_t I) {
    Bar.update(Done, llvm::sys::path::filename(Units[I].Unit.File));
  };
  auto Finished = [&](size_t I, WorkerResult R) {
    Bar.update(++Done, llvm::sys::path::filename(Units[I].Unit.File));
    Failures[I] = explain(R, Limits);
    if (!Failures[I].empty())
      return;
    llvm::Expected<TuFacts> Facts = deserialize(R.Bytes);
    if (Facts)
      Result.Units[I] = std::move(*Facts);
    else
      Failures[I] = "" + llvm::toString(Facts.takeError());
  };
  runWorkers(Units.size(), Limits, Job, Started, Finished,
             [&] { Bar.clear(); });
  Bar.clear();
  for (size_t I = 0; I < Units.size(); ++I)
    if (!Failures[I].empty())
      Result.Problems.push_back(
          {/*Fatal=*/true, Units[I].Unit.File, {}, std::move(Failures[I])});
  return Result;
}

std::vector<TuFacts> stateless::takeFacts(Extraction Parsed) {
  std::vector<TuFacts> Facts;
  for (std::optional<TuFacts> &Unit : Parsed.Units)
    if (Unit)
      Facts.push_back(std::move(*Unit));
  return Facts;
}
