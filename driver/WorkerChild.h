//===- WorkerChild.h - The child's side of Workers -------------*- C++ -*-===//
//
// What happens between fork() and _exit(): limits, signals and descriptors are
// set, the job runs, its bytes are sent. Private to Workers.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_WORKERCHILD_H
#define STATELESS_DRIVER_WORKERCHILD_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include <csignal>
#include <cstdint>
#include <string>
#include <sys/types.h>

namespace stateless {

/// The exit code by which a child says that memory ran out.
constexpr int OutOfMemoryExit = 97;

struct ChildSetup {
  int ResultFd = -1; ///< Gets 8 bytes of length, then the bytes.
  int StderrFd = -1; ///< Gets stdout and stderr.
  pid_t Parent = -1;
  uint64_t MemoryBytes = 0; ///< 0: no limit.
  sigset_t Mask;            ///< As it was before the parent held signals.
};

/// Never returns: the parent's destructors and buffers are not the child's.
[[noreturn]] void runChild(const ChildSetup &Setup,
                           llvm::function_ref<std::string()> Job);

} // namespace stateless

#endif
