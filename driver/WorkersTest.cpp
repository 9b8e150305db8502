//===- WorkersTest.cpp - Tests of jobs in processes -----------------------===//
//
// Crashes, hangs, memory, full pipes: none may harm another job or the parent.
// What passes between processes is tested in WorkerProcessesTest.cpp.
//
//===----------------------------------------------------------------------===//
#include "Workers.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Compiler.h"
#include "gtest/gtest.h"
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <sys/mman.h>
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

TEST(Workers, NamesSignals) {
  EXPECT_EQ(signalName(SIGSEGV), "SIGSEGV (segmentation fault)");
  EXPECT_EQ(signalName(SIGUSR1).substr(0, 7), "signal ");
}
