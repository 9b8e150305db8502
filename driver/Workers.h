//===- Workers.h - Jobs in processes of their own --------------*- C++ -*-===//
//
// Runs each job in a forked child and brings its bytes back, so that a crash,
// a hang or an exhausted memory costs that job alone. It must not know what a
// job does, nor Clang. POSIX only; the caller must be single-threaded.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_WORKERS_H
#define STATELESS_DRIVER_WORKERS_H

#include "Cage.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <cstdint>
#include <string>

namespace stateless {

struct WorkerLimits {
  unsigned Jobs = 1;           ///< Children at a time; 0 counts as 1.
  unsigned TimeoutSeconds = 0; ///< Per child, of real time; 0: none.
  uint64_t MemoryBytes = 0;    ///< Per child, of address space; 0: none.
  PreparedCage Within = {};    ///< A job runs in just this, or not at all.
};

enum class WorkerEnd : uint8_t {
  Done,        ///< Bytes is what the job returned.
  Crashed,     ///< Died of Signal.
  Exited,      ///< Ended by itself, with ExitCode, before it was done.
  TimedOut,    ///< Killed after the time limit.
  OutOfMemory, ///< Hit the memory limit.
  NotCaged,    ///< Limits.Within could not be had; the job was not run.
  NotStarted,  ///< The system refused a pipe or a process; Complaint says why.
};

struct WorkerResult {
  WorkerEnd End = WorkerEnd::Done;
  std::string Bytes;
  int Signal = 0;
  int ExitCode = 0;
  std::string Complaint; ///< First line that the child wrote to stderr.
};

/// Runs \p Job for 0 .. \p Count - 1, each in a child of its own, and hands
/// every result to \p Finished in this process, in the order in which they
/// end. What a job writes to stdout or stderr does not reach ours, and no other
/// descriptor of ours reaches a job. \p Started is called in this process
/// before a job begins. Where the system has no room for so many children,
/// fewer run at a time.
///
/// A child leads a process group: whatever ends it, or its end, ends all that
/// it started, unless that left the group.
///
/// While it runs, SIGINT, SIGTERM and SIGHUP are held back (unless ignored).
/// When one arrives the children are killed and reaped, \p Interrupted is
/// called, and the signal takes its usual course.
void runWorkers(size_t Count, const WorkerLimits &Limits,
                llvm::function_ref<std::string(size_t)> Job,
                llvm::function_ref<void(size_t)> Started,
                llvm::function_ref<void(size_t, WorkerResult)> Finished,
                llvm::function_ref<void()> Interrupted);

/// "SIGSEGV (segmentation fault)".
std::string signalName(int Signal);

} // namespace stateless

#endif
