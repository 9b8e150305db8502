//===- WorkersTest.cpp - Tests of jobs in processes -----------------------===//
//
// Crashes, hangs, memory, full pipes, signals: none may harm another job or
// the parent.
//
//===----------------------------------------------------------------------===//
#include "Workers.h"
#include "TempFolder.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Compiler.h"
#include "gtest/gtest.h"
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <semaphore.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace stateless;

namespace {

struct Outcome {
  std::vector<WorkerResult> Results;
  std::vector<size_t> Started;
  bool Interrupted = false;
};

Outcome runAll(size_t Count, WorkerLimits Limits,
               llvm::function_ref<std::string(size_t)> Job) {
  Outcome O;
  O.Results.resize(Count);
  std::vector<unsigned> Times(Count);
  runWorkers(
      Count, Limits, Job, [&](size_t I) { O.Started.push_back(I); },
      [&](size_t I, WorkerResult R) {
        ++Times[I];
        O.Results[I] = std::move(R);
      },
      [&] { O.Interrupted = true; });
  for (unsigned T : Times)
    EXPECT_EQ(T, 1U) << "each job finishes exactly once";
  return O;
}

WorkerResult runOne(WorkerLimits Limits,
                    llvm::function_ref<std::string(size_t)> Job) {
  return runAll(1, Limits, Job).Results.front();
}

} // namespace

TEST(Workers, BringsEveryResultHome) {
  for (unsigned Jobs : {0U, 1U, 3U, 50U}) {
    Outcome O = runAll(20, {Jobs}, [](size_t I) {
      return std::to_string(I) + std::string(1, '\0') + "tail";
    });
    for (size_t I = 0; I < 20; ++I) {
      EXPECT_EQ(O.Results[I].End, WorkerEnd::Done);
      EXPECT_EQ(O.Results[I].Bytes,
                std::to_string(I) + std::string(1, '\0') + "tail");
    }
    EXPECT_EQ(O.Started.size(), 20U);
    EXPECT_FALSE(O.Interrupted);
  }
}

TEST(Workers, NothingToDo) {
  EXPECT_TRUE(runAll(0, {4}, nullptr).Results.empty());
}

TEST(Workers, AnEmptyResultIsAResult) {
  WorkerResult R = runOne({1}, [](size_t) { return std::string(); });
  EXPECT_EQ(R.End, WorkerEnd::Done);
  EXPECT_EQ(R.Bytes, "");
}

TEST(Workers, LargeResultsDoNotWedge) {
  Outcome O = runAll(4, {4}, [](size_t I) {
    return std::string(8 << 20, static_cast<char>('a' + I));
  });
  for (size_t I = 0; I < 4; ++I) {
    EXPECT_EQ(O.Results[I].Bytes.size(), size_t(8 << 20));
    EXPECT_EQ(O.Results[I].Bytes.back(), static_cast<char>('a' + I));
  }
}

TEST(Workers, AFloodOnStderrDoesNotWedge) {
  WorkerResult R = runOne({1, 60}, [](size_t) {
    for (int I = 0; I < 100000; ++I)
      std::fputs("noise noise noise noise noise noise\n", stderr);
    return std::string("done");
  });
  EXPECT_EQ(R.End, WorkerEnd::Done);
  EXPECT_EQ(R.Bytes, "done");
}

TEST(Workers, RunsAtMostSoManyAtATime) {
  // Shared with the children: how many run now, and the most there ever were.
  void *Memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(Memory, MAP_FAILED);
  auto *Now = new (Memory) std::atomic<int>[2]{};
  runAll(12, {3}, [&](size_t) {
    int Running = ++Now[0];
    int Most = Now[1];
    while (Running > Most && !Now[1].compare_exchange_weak(Most, Running))
      ;
    ::usleep(100000);
    --Now[0];
    return std::string();
  });
  EXPECT_LE(Now[1], 3);
  EXPECT_GE(Now[1], 2) << "nothing ran side by side";
  ::munmap(Memory, 4096);
}

TEST(Workers, ACrashCostsItsJobAlone) {
  Outcome O = runAll(5, {2}, [](size_t I) -> std::string {
    if (I == 2) {
      std::fputs("assertion failed: x\nmore\n", stderr);
      ::raise(SIGSEGV);
    }
    return "fine";
  });
  for (size_t I = 0; I < 5; ++I)
    EXPECT_EQ(O.Results[I].End, I == 2 ? WorkerEnd::Crashed : WorkerEnd::Done);
  EXPECT_EQ(O.Results[2].Signal, SIGSEGV);
  EXPECT_EQ(O.Results[2].Complaint, "assertion failed: x");
}

TEST(Workers, AnAbortIsACrash) {
  WorkerResult R = runOne({1}, [](size_t) -> std::string { std::abort(); });
  EXPECT_EQ(R.End, WorkerEnd::Crashed);
  EXPECT_EQ(R.Signal, SIGABRT);
}

TEST(Workers, EndingEarlyIsToldApart) {
  WorkerResult R = runOne({1}, [](size_t) -> std::string { ::_exit(3); });
  EXPECT_EQ(R.End, WorkerEnd::Exited);
  EXPECT_EQ(R.ExitCode, 3);
  // Exit code 0, but no result.
  R = runOne({1}, [](size_t) -> std::string { ::_exit(0); });
  EXPECT_EQ(R.End, WorkerEnd::Exited);
  R = runOne({1}, [](size_t) -> std::string {
    throw std::runtime_error("what went wrong");
  });
  EXPECT_EQ(R.End, WorkerEnd::Exited);
  EXPECT_EQ(R.Complaint, "what went wrong");
}

TEST(Workers, AHangIsKilled) {
  auto Begin = std::chrono::steady_clock::now();
  Outcome O = runAll(3, {3, 3}, [](size_t I) {
    if (I == 1) {
      ::signal(SIGTERM, SIG_IGN);
      for (;;)
        ::pause();
    }
    return std::string("fine");
  });
  EXPECT_EQ(O.Results[0].Bytes, "fine");
  EXPECT_EQ(O.Results[1].End, WorkerEnd::TimedOut);
  EXPECT_EQ(O.Results[2].Bytes, "fine");
  EXPECT_LT(std::chrono::steady_clock::now() - Begin, std::chrono::seconds(20));
}

TEST(Workers, AHangWithClosedPipesIsKilled) {
  WorkerResult R = runOne({1, 1}, [](size_t) -> std::string {
    for (int Fd = 0; Fd < 256; ++Fd)
      ::close(Fd);
    for (;;)
      ::pause();
  });
  EXPECT_EQ(R.End, WorkerEnd::TimedOut);
}

#if !LLVM_ADDRESS_SANITIZER_BUILD // It needs its address space: no limit.
TEST(Workers, MemoryIsLimited) {
  if (LLVM_ADDRESS_SANITIZER_BUILD)
    GTEST_SKIP() << "AddressSanitizer needs more than any limit";
  auto Eat = [](size_t) {
    std::vector<char *> Held;
    for (;;) {
      Held.push_back(new char[16 << 20]);
      std::memset(Held.back(), 1, 16 << 20);
    }
    return std::string();
  };
  WorkerResult R = runOne({1, 60, uint64_t(1) << 30}, Eat);
  EXPECT_EQ(R.End, WorkerEnd::OutOfMemory);
}
#endif

TEST(Workers, DeepRecursionHasRoom) {
  // 32 MB of stack, far beyond the usual 8.
  struct Deep {
    static int down(int Levels) {
      volatile char Frame[1 << 20];
      Frame[0] = static_cast<char>(Levels);
      return Levels == 0 ? Frame[0] : down(Levels - 1) + Frame[0];
    }
  };
  WorkerResult R =
      runOne({1}, [](size_t) { return std::to_string(Deep::down(32)); });
  EXPECT_EQ(R.End, WorkerEnd::Done) << signalName(R.Signal);
}

TEST(Workers, ChildrenHaveDefaultSignalsAndNoStdin) {
  WorkerResult R = runOne({1}, [](size_t) {
    sigset_t Blocked;
    ::sigprocmask(SIG_SETMASK, nullptr, &Blocked);
    char Byte;
    bool Fine =
        !sigismember(&Blocked, SIGINT) && !sigismember(&Blocked, SIGTERM) &&
        ::signal(SIGTERM, SIG_DFL) == SIG_DFL && ::read(0, &Byte, 1) == 0;
    return std::string(Fine ? "fine" : "not fine");
  });
  EXPECT_EQ(R.Bytes, "fine");
}

TEST(Workers, StdoutOfAJobDoesNotReachOurs) {
  testing::internal::CaptureStdout();
  runOne({1}, [](size_t) {
    std::puts("leak");
    std::fflush(stdout);
    return std::string();
  });
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST(Workers, TheSignalMaskIsRestored) {
  runOne({1}, [](size_t) { return std::string(); });
  sigset_t Blocked;
  ASSERT_EQ(::sigprocmask(SIG_SETMASK, nullptr, &Blocked), 0);
  EXPECT_FALSE(sigismember(&Blocked, SIGINT));
  EXPECT_FALSE(sigismember(&Blocked, SIGTERM));
}

TEST(Workers, OtherChildrenAreNotReaped) {
  pid_t Other = ::fork();
  ASSERT_GE(Other, 0);
  if (Other == 0)
    ::_exit(42);
  runOne({1}, [](size_t) { return std::string(); });
  int Status = 0;
  EXPECT_EQ(::waitpid(Other, &Status, 0), Other);
  EXPECT_EQ(WEXITSTATUS(Status), 42);
}

namespace {

/// Semaphores that processes share.
class Shared {
public:
  Shared() {
    Memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ::sem_init(ready(), /*pshared=*/1, 0);
  }
  Shared(const Shared &) = delete;
  ~Shared() { ::munmap(Memory, 4096); }

  sem_t *ready() { return static_cast<sem_t *>(Memory); }

private:
  void *Memory;
};

/// While it lives, processes that lost their parent become our children.
class Adoption {
public:
  Adoption() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }
  Adoption(const Adoption &) = delete;
  ~Adoption() { ::prctl(PR_SET_CHILD_SUBREAPER, 0); }

  /// Waits for the end of every child. One that does not end fails the test by
  /// its time limit.
  void awaitAll() {
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR)
      ;
  }
};

} // namespace

/// Runs workers that never end in a process of its own, sends it \p Signal,
/// and returns how it ended, when all its workers are gone.
static int statusAfter(int Signal, bool Ignored) {
  Adoption Adopted;
  Shared Common;
  pid_t Parent = ::fork();
  if (Parent == 0) {
    if (Ignored)
      ::signal(Signal, SIG_IGN);
    runWorkers(
        4, {4, 2},
        [&](size_t) -> std::string {
          ::sem_post(Common.ready());
          for (;;)
            ::pause();
        },
        [](size_t) {}, [](size_t, WorkerResult) {}, [] {});
    ::_exit(7);
  }
  for (int I = 0; I < 4; ++I)
    ::sem_wait(Common.ready());
  ::kill(Parent, Signal);
  int Status = 0;
  ::waitpid(Parent, &Status, 0);
  Adopted.awaitAll();
  return Status;
}

TEST(Workers, ASignalEndsUsAndOurChildren) {
  for (int Signal : {SIGINT, SIGTERM, SIGHUP}) {
    int Status = statusAfter(Signal, /*Ignored=*/false);
    EXPECT_TRUE(WIFSIGNALED(Status));
    EXPECT_EQ(WTERMSIG(Status), Signal);
  }
}

TEST(Workers, AnIgnoredSignalIsIgnored) {
  int Status = statusAfter(SIGHUP, /*Ignored=*/true);
  ASSERT_TRUE(WIFEXITED(Status));
  EXPECT_EQ(WEXITSTATUS(Status), 7); // Its workers timed out.
}

TEST(Workers, NoWorkerOutlivesAKilledParent) {
  EXPECT_EQ(WTERMSIG(statusAfter(SIGKILL, /*Ignored=*/false)), SIGKILL);
}

/// How a worker of \p Limits ends that started a process, which never ends and
/// holds the worker's pipes. Returns when that is gone, too.
static WorkerResult withOffspring(WorkerLimits Limits,
                                  llvm::function_ref<std::string()> Then) {
  Adoption Adopted;
  WorkerResult R = runOne(Limits, [&](size_t) {
    if (::fork() == 0)
      for (;;)
        ::pause();
    return Then();
  });
  Adopted.awaitAll();
  return R;
}

TEST(Workers, WhatAWorkerStartedEndsWithIt) {
  WorkerResult R =
      withOffspring({1, 60}, [] { return std::string(1 << 20, 'x'); });
  EXPECT_EQ(R.End, WorkerEnd::Done);
  EXPECT_EQ(R.Bytes.size(), size_t(1 << 20));
  R = withOffspring({1, 60}, []() -> std::string { std::abort(); });
  EXPECT_EQ(R.End, WorkerEnd::Crashed);
  EXPECT_EQ(R.Signal, SIGABRT);
}

TEST(Workers, WhatAWorkerStartedDoesNotOutliveItsTime) {
  WorkerResult R = withOffspring({1, 1}, []() -> std::string {
    for (;;)
      ::pause();
  });
  EXPECT_EQ(R.End, WorkerEnd::TimedOut);
}

/// What left the group is out of our reach, but nobody waits for it.
TEST(Workers, WhatLeftTheGroupIsNotWaitedFor) {
  Shared Common;
  pid_t *Left = reinterpret_cast<pid_t *>(Common.ready() + 1);
  Adoption Adopted;
  WorkerResult R = runOne({1, 60}, [&](size_t) {
    pid_t Child = ::fork();
    if (Child == 0) {
      ::setsid();
      ::sem_post(Common.ready());
      for (;;)
        ::pause();
    }
    *Left = Child;
    ::sem_wait(Common.ready());
    return std::string("done");
  });
  EXPECT_EQ(R.Bytes, "done");
  ASSERT_GT(*Left, 1);
  EXPECT_EQ(::kill(*Left, SIGKILL), 0) << "it was to be alive";
  Adopted.awaitAll();
}

TEST(Workers, AJobHasItsPipesAndNothingElse) {
  int Ours = ::open("/dev/zero", O_RDONLY); // Not close-on-exec.
  ASSERT_GE(::fcntl(Ours, F_DUPFD, 200), 200);
  WorkerResult R = runOne({1}, [](size_t) {
    std::string Open;
    for (int Fd = 0; Fd < 1024; ++Fd)
      if (::fcntl(Fd, F_GETFD) >= 0)
        Open += std::to_string(Fd) + " ";
    return Open;
  });
  EXPECT_EQ(R.Bytes, "0 1 2 3 ");
  ::close(Ours);
  ::close(200);
}

TEST(Workers, AJobLeadsItsGroup) {
  WorkerResult R = runOne({1}, [](size_t) {
    return std::string(::getpgrp() == ::getpid() ? "leads" : "follows");
  });
  EXPECT_EQ(R.Bytes, "leads");
}

TEST(Workers, AJobCannotFillFiles) {
  // Without a cage: limits alone.
  TempFolder Folder;
  WorkerResult R = runOne({1}, [&](size_t) {
    int Fd = ::open((Folder / "new").c_str(), O_CREAT | O_WRONLY, 0600);
    return std::string(::write(Fd, "x", 1) < 0 ? std::strerror(errno) : "done");
  });
  EXPECT_EQ(R.Bytes, std::strerror(EFBIG));
}

/// In a process of its own that has \p Free descriptors left: how many of 20
/// jobs gave what they should, and whether two ran side by side.
static std::string withFew(rlim_t Free) {
  int Answer[2];
  EXPECT_EQ(::pipe(Answer), 0);
  if (pid_t Child = ::fork(); Child == 0) {
    ::dup2(Answer[1], 3);
    for (int Fd = 4; Fd < 1024; ++Fd)
      ::close(Fd);
    rlimit Limit{4 + Free, 4 + Free};
    ::setrlimit(RLIMIT_NOFILE, &Limit);
    unsigned Good = 0, Running = 0, Most = 0;
    runWorkers(
        20, {200, 60},
        // Each has room for a file of its own.
        [](size_t) { return std::to_string(::open("/dev/null", O_RDONLY)); },
        [&](size_t) { Most = std::max(Most, ++Running); },
        [&](size_t, WorkerResult R) {
          --Running;
          Good += R.End == WorkerEnd::Done && R.Bytes == "4";
        },
        [] {});
    std::string Text = std::to_string(Good) + (Most > 1 ? " side by side" : "");
    (void)!::write(3, Text.data(), Text.size());
    ::_exit(0);
  }
  ::close(Answer[1]);
  char Text[64];
  ssize_t Size = ::read(Answer[0], Text, sizeof(Text));
  ::close(Answer[0]);
  ::wait(nullptr);
  return std::string(Text, std::max<ssize_t>(0, Size));
}

TEST(Workers, FewDescriptorsMeanFewWorkers) {
  EXPECT_EQ(withFew(30), "20 side by side");
  // Room for the pipes of one worker. Then for those of one and a half: a pipe
  // cannot be made while that worker runs.
  for (rlim_t Few : {4, 5, 6, 7, 8})
    EXPECT_EQ(withFew(Few).substr(0, 2), "20") << Few;
  EXPECT_EQ(withFew(3), "0");
}

TEST(Workers, WorksWithoutStandardDescriptors) {
  pid_t Child = ::fork();
  if (Child == 0) {
    for (int Fd : {0, 1, 2})
      ::close(Fd);
    WorkerResult R = runOne({1}, [](size_t) {
      std::fputs("said", stderr);
      std::puts("said");
      return std::string(100000, 'x');
    });
    ::_exit(R.Bytes == std::string(100000, 'x') ? 0 : 1);
  }
  int Status = 0;
  ::waitpid(Child, &Status, 0);
  EXPECT_TRUE(WIFEXITED(Status));
  EXPECT_EQ(WEXITSTATUS(Status), 0);
}

TEST(Workers, NamesSignals) {
  EXPECT_EQ(signalName(SIGSEGV), "SIGSEGV (segmentation fault)");
  EXPECT_EQ(signalName(SIGUSR1).substr(0, 7), "signal ");
}
