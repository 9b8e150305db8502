//===- WorkerChild.cpp - The child's side of Workers ----------------------===//
//
// Default signal dispositions, no core files, a deeper stack (Clang recurses),
// and an end by _exit in every case. Running out of memory is told apart from
// other crashes by its exit code.
//
//===----------------------------------------------------------------------===//
#include "WorkerChild.h"
#include "llvm/Support/Compiler.h"
#include "llvm/Support/ErrorHandling.h"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace stateless;

static void writeAll(int Fd, const char *Data, size_t Size) {
  while (Size != 0) {
    ssize_t Written = ::write(Fd, Data, Size);
    if (Written < 0 && errno == EINTR)
      continue;
    if (Written <= 0)
      ::_exit(1); // The parent is gone.
    Data += Written;
    Size -= static_cast<size_t>(Written);
  }
}

[[noreturn]] static void outOfMemory() { ::_exit(OutOfMemoryExit); }

static void lowerLimit(int Resource, rlim_t Value) {
  rlimit Limit;
  if (::getrlimit(Resource, &Limit) != 0)
    return;
  if (Limit.rlim_max != RLIM_INFINITY && Value > Limit.rlim_max)
    Value = Limit.rlim_max;
  Limit.rlim_cur = Value;
  ::setrlimit(Resource, &Limit);
}

static void raiseStack() {
  constexpr rlim_t Wanted = 64 << 20;
  rlimit Limit;
  if (::getrlimit(RLIMIT_STACK, &Limit) != 0 ||
      Limit.rlim_cur == RLIM_INFINITY || Limit.rlim_cur >= Wanted)
    return;
  lowerLimit(RLIMIT_STACK, Wanted);
}

static void setLimits(const ChildSetup &Setup) {
  raiseStack();
  lowerLimit(RLIMIT_CORE, 0);
#if !LLVM_ADDRESS_SANITIZER_BUILD // It reserves terabytes.
  if (Setup.MemoryBytes != 0)
    lowerLimit(RLIMIT_AS, Setup.MemoryBytes);
#endif
  std::set_new_handler(outOfMemory);
  llvm::install_bad_alloc_error_handler(
      [](void *, const char *, bool) { outOfMemory(); });
}

static void setSignals(const ChildSetup &Setup) {
  // What is ignored stays ignored (nohup); handlers are the parent's business.
  for (int Signal :
       {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGSEGV, SIGBUS, SIGFPE, SIGILL,
        SIGABRT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGCHLD})
    if (::signal(Signal, SIG_DFL) == SIG_IGN)
      ::signal(Signal, SIG_IGN);
  ::sigprocmask(SIG_SETMASK, &Setup.Mask, nullptr);
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != Setup.Parent) // It died before we asked.
    ::_exit(1);
#endif
}

static void setDescriptors(const ChildSetup &Setup) {
  if (int Null = ::open("/dev/null", O_RDONLY); Null >= 0)
    ::dup2(Null, STDIN_FILENO);
  ::dup2(Setup.StderrFd, STDOUT_FILENO);
  ::dup2(Setup.StderrFd, STDERR_FILENO);
}

void stateless::runChild(const ChildSetup &Setup,
                         llvm::function_ref<std::string()> Job) {
  setSignals(Setup);
  setDescriptors(Setup);
  setLimits(Setup);
  try {
    std::string Bytes = Job();
    uint64_t Length = Bytes.size();
    writeAll(Setup.ResultFd, reinterpret_cast<const char *>(&Length),
             sizeof(Length));
    writeAll(Setup.ResultFd, Bytes.data(), Bytes.size());
    ::_exit(0);
  } catch (const std::bad_alloc &) {
    outOfMemory();
  } catch (const std::exception &E) {
    std::fprintf(stderr, "%s\n", E.what());
    ::_exit(1);
  }
}
