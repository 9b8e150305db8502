//===- WorkerChild.cpp - The child's side of Workers ----------------------===//
//
// Default signal dispositions, limits, a deeper stack (Clang recurses), a cage,
// and an end by _exit in every case. Running out of memory is told apart from
// other crashes by its exit code.
//
//===----------------------------------------------------------------------===//
#include "WorkerChild.h"
#include "llvm/Support/Compiler.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <dirent.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
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

/// For good: the hard limit as well.
static void lowerLimit(int Resource, rlim_t Value) {
  rlimit Limit;
  if (::getrlimit(Resource, &Limit) != 0)
    return;
  Limit.rlim_max = std::min(Limit.rlim_max, Value);
  Limit.rlim_cur = std::min(Limit.rlim_cur, Limit.rlim_max);
  ::setrlimit(Resource, &Limit);
}

static void raiseStack() {
  constexpr rlim_t Wanted = 64 << 20;
  rlimit Limit;
  if (::getrlimit(RLIMIT_STACK, &Limit) != 0 || Limit.rlim_cur >= Wanted)
    return;
  Limit.rlim_cur = std::min(Limit.rlim_max, Wanted);
  ::setrlimit(RLIMIT_STACK, &Limit);
}

static void setLimits(const ChildSetup &Setup) {
  raiseStack();
  lowerLimit(RLIMIT_CORE, 0);
  // A file that was created in spite of all stays empty; a write to it is an
  // error, no signal. Pipes have no limit.
  ::signal(SIGXFSZ, SIG_IGN);
  lowerLimit(RLIMIT_FSIZE, 0);
  lowerLimit(RLIMIT_NOFILE, 256); // A parser has few files open at a time.
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

/// Closes all from \p First on, without close_range(): one by one.
static void closeListed(int First) {
  ::close(First); // All may be in use: the list needs one.
  DIR *Open = ::opendir("/proc/self/fd");
  if (!Open)
    return;
  while (const dirent *Entry = ::readdir(Open))
    if (int Fd = std::atoi(Entry->d_name); Fd >= First && Fd != ::dirfd(Open))
      ::close(Fd);
  ::closedir(Open);
}

/// What else the parent has open is none of a worker's business, and counts
/// against its limit. Returns where results go now.
static int setDescriptors(const ChildSetup &Setup) {
  // The pipes' own descriptors are above these three.
  constexpr int Result = STDERR_FILENO + 1;
  ::dup2(Setup.StderrFd, STDOUT_FILENO);
  ::dup2(Setup.StderrFd, STDERR_FILENO);
  ::dup2(Setup.ResultFd, Result);
#ifdef __linux__
  if (::syscall(SYS_close_range, Result + 1, ~0U, 0) != 0)
    closeListed(Result + 1);
#endif
  ::fcntl(Result, F_SETFD, FD_CLOEXEC);
  ::close(STDIN_FILENO);
  (void)!::open("/dev/null", O_RDONLY); // The lowest free one: stdin.
  return Result;
}

void stateless::runChild(const ChildSetup &Setup,
                         llvm::function_ref<std::string()> Job) {
  ::setpgid(0, 0);
  setSignals(Setup);
  int ResultFd = setDescriptors(Setup);
  setLimits(Setup);
  if (enterCage(Setup.Within) != Setup.Within.Wanted)
    ::_exit(UncagedExit);
  try {
    std::string Bytes = Job();
    uint64_t Length = Bytes.size();
    writeAll(ResultFd, reinterpret_cast<const char *>(&Length), sizeof(Length));
    writeAll(ResultFd, Bytes.data(), Bytes.size());
    ::_exit(0);
  } catch (const std::bad_alloc &) {
    outOfMemory();
  } catch (const std::exception &E) {
    std::fprintf(stderr, "%s\n", E.what());
    ::_exit(1);
  }
}
