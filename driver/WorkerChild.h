//===- WorkerChild.h - The child's side of Workers -------------*- C++ -*-===//
//
// What happens between fork() and _exit(): limits, signals and descriptors are
// set, the job runs, its bytes are sent. Private to Workers.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_WORKERCHILD_H
#define STATELESS_DRIVER_WORKERCHILD_H

#include "Cage.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <csignal>
#include <cstdint>
#include <string>
#include <sys/types.h>

namespace stateless {

/// The exit code by which a child says that memory ran out.
constexpr int OutOfMemoryExit = 97;
/// The exit code by which a child says that its cage did not close.
constexpr int UncagedExit = 98;

struct ChildSetup {
  int ResultFd = -1; ///< Gets 8 bytes of length, then the bytes. Above 2.
  int StderrFd = -1; ///< Gets stdout and stderr. Above 2.
  pid_t Parent = -1;
  uint64_t MemoryBytes = 0;   ///< 0: no limit.
  const PreparedCage &Within; ///< The job does not run with less.
  sigset_t Mask;              ///< As it was before the parent held signals.
};

/// Never returns: the parent's destructors and buffers are not the child's. The
/// child leads a process group of its own and has no descriptors but these:
/// /dev/null as stdin, StderrFd as stdout and stderr, and ResultFd.
[[noreturn]] void runChild(const ChildSetup &Setup,
                           llvm::function_ref<std::string()> Job);

} // namespace stateless

#endif
