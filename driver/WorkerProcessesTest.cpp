//===- WorkerProcessesTest.cpp - What workers inherit and leave behind ----===//
//
// Descriptors, process groups, limits and signals of the processes that jobs
// run in: nothing of ours reaches a job but its pipes, and nothing that it
// started outlives it. Processes are waited for; no test looks at a clock.
//
//===----------------------------------------------------------------------===//
#include "Workers.h"
#include "io/TempFolder.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace stateless;

namespace {

WorkerResult runOne(const WorkerLimits &Limits,
                    llvm::function_ref<std::string(size_t)> Job) {
  WorkerResult Got;
  runWorkers(
      1, Limits, Job, [](size_t) {},
      [&](size_t, WorkerResult R) { Got = std::move(R); }, [] {});
  return Got;
}

/// A semaphore that processes share, and room behind it.
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

TEST(WorkerProcesses, ASignalEndsUsAndOurChildren) {
  for (int Signal : {SIGINT, SIGTERM, SIGHUP}) {
    int Status = statusAfter(Signal, /*Ignored=*/false);
    EXPECT_TRUE(WIFSIGNALED(Status));
    EXPECT_EQ(WTERMSIG(Status), Signal);
  }
}

TEST(WorkerProcesses, AnIgnoredSignalIsIgnored) {
  int Status = statusAfter(SIGHUP, /*Ignored=*/true);
  ASSERT_TRUE(WIFEXITED(Status));
  EXPECT_EQ(WEXITSTATUS(Status), 7); // Its workers timed out.
}

TEST(WorkerProcesses, NoWorkerOutlivesAKilledParent) {
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

TEST(WorkerProcesses, WhatAWorkerStartedEndsWithIt) {
  WorkerResult R =
      withOffspring({1, 60}, [] { return std::string(1 << 20, 'x'); });
  EXPECT_EQ(R.End, WorkerEnd::Done);
  EXPECT_EQ(R.Bytes.size(), size_t(1 << 20));
  R = withOffspring({1, 60}, []() -> std::string { std::abort(); });
  EXPECT_EQ(R.End, WorkerEnd::Crashed);
  EXPECT_EQ(R.Signal, SIGABRT);
}

TEST(WorkerProcesses, WhatAWorkerStartedDoesNotOutliveItsTime) {
  WorkerResult R = withOffspring({1, 1}, []() -> std::string {
    for (;;)
      ::pause();
  });
  EXPECT_EQ(R.End, WorkerEnd::TimedOut);
}

/// What left the group is out of our reach, but nobody waits for it.
TEST(WorkerProcesses, WhatLeftTheGroupIsNotWaitedFor) {
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

TEST(WorkerProcesses, AJobHasItsPipesAndNothingElse) {
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

TEST(WorkerProcesses, AJobLeadsItsGroup) {
  WorkerResult R = runOne({1}, [](size_t) {
    return std::string(::getpgrp() == ::getpid() ? "leads" : "follows");
  });
  EXPECT_EQ(R.Bytes, "leads");
}

TEST(WorkerProcesses, AJobCannotFillFiles) {
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

TEST(WorkerProcesses, FewDescriptorsMeanFewWorkers) {
  EXPECT_EQ(withFew(30), "20 side by side");
  // Room for the pipes of one worker. Then for those of one and a half: a pipe
  // cannot be made while that worker runs.
  for (rlim_t Few : {4, 5, 6, 7, 8})
    EXPECT_EQ(withFew(Few).substr(0, 2), "20") << Few;
  EXPECT_EQ(withFew(3), "0");
}

TEST(WorkerProcesses, WorksWithoutStandardDescriptors) {
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
