//===- Workers.cpp - Jobs in processes of their own -----------------------===//
//
// The parent polls two pipes per child: the result (8 bytes of length, then
// the bytes) and stderr. It always drains both, so no child can wedge on a
// full pipe. A child is over when its process has ended; what it may have
// started is in its process group and is killed with it, before it is reaped:
// until then nobody else can have its number. Signals are blocked and asked for
// with sigpending(): no handler, no globals. Nobody else may reap: only our own
// process ids are waited for.
//
//===----------------------------------------------------------------------===//
#include "Workers.h"
#include "WorkerChild.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <list>
#include <optional>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace stateless;
using Clock = std::chrono::steady_clock;

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int Fd) : Fd(Fd) {}
  Descriptor(Descriptor &&Other) noexcept : Fd(std::exchange(Other.Fd, -1)) {}
  Descriptor &operator=(Descriptor &&Other) noexcept {
    std::swap(Fd, Other.Fd);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (Fd >= 0)
      ::close(std::exchange(Fd, -1));
  }
  int get() const { return Fd; }
  bool isOpen() const { return Fd >= 0; }

private:
  int Fd = -1;
};

struct Pipe {
  Descriptor Read, Write;
};

std::optional<Pipe> makePipe() {
  int Ends[2];
  if (::pipe(Ends) != 0)
    return std::nullopt;
  Pipe Made{Descriptor(Ends[0]), Descriptor(Ends[1])};
  for (Descriptor *End : {&Made.Read, &Made.Write}) {
    // Where we were started without stdin, stdout or stderr, a pipe could get
    // their numbers.
    if (End->get() <= STDERR_FILENO)
      *End = Descriptor(::fcntl(End->get(), F_DUPFD, STDERR_FILENO + 1));
    if (!End->isOpen())
      return std::nullopt;
    ::fcntl(End->get(), F_SETFD, FD_CLOEXEC);
  }
  int Reading = Made.Read.get();
  ::fcntl(Reading, F_SETFL, ::fcntl(Reading, F_GETFL) | O_NONBLOCK);
  return Made;
}

/// Holds back the signals that should end us, for as long as it lives.
class HeldSignals {
public:
  HeldSignals() {
    sigemptyset(&Held);
    for (int Signal : {SIGINT, SIGTERM, SIGHUP})
      // An ignored signal that is blocked would stay pending for ever.
      if (struct sigaction Current;
          ::sigaction(Signal, nullptr, &Current) == 0 &&
          ((Current.sa_flags & SA_SIGINFO) || Current.sa_handler != SIG_IGN))
        sigaddset(&Held, Signal);
    ::sigprocmask(SIG_BLOCK, &Held, &Before);
  }
  HeldSignals(const HeldSignals &) = delete;
  ~HeldSignals() { ::sigprocmask(SIG_SETMASK, &Before, nullptr); }

  bool arrived() const {
    sigset_t Pending;
    if (::sigpending(&Pending) != 0)
      return false;
    auto IsPending = [&](int Signal) {
      return sigismember(&Held, Signal) == 1 &&
             sigismember(&Pending, Signal) == 1;
    };
    return IsPending(SIGINT) || IsPending(SIGTERM) || IsPending(SIGHUP);
  }
  const sigset_t &before() const { return Before; }

private:
  sigset_t Held, Before;
};

/// A child that runs, seen from the parent.
struct Child {
  size_t Index = 0;
  pid_t Pid = -1;
  Descriptor Result, Stderr;
  std::string ResultBytes, StderrBytes;
  std::optional<Clock::time_point> Deadline;
  bool TimedOut = false;

  bool isSilent() const { return !Result.isOpen() && !Stderr.isOpen(); }
  /// Reads what there is.
  void drain();
  /// Ends it, and all that it may have started.
  void kill() const {
    if (::kill(-Pid, SIGKILL) != 0)
      ::kill(Pid, SIGKILL);
  }
  /// True once it has ended, by itself or not; it is not reaped by that.
  bool hasEnded() const {
    siginfo_t Info;
    Info.si_pid = 0;
    return ::waitid(P_PID, static_cast<id_t>(Pid), &Info,
                    WEXITED | WNOHANG | WNOWAIT) == 0 &&
           Info.si_pid == Pid;
  }
};

constexpr size_t StderrKept = 4096;
constexpr int PollMilliseconds = 100;

/// Reads what there is; closes at the end. Keeps at most \p Limit bytes.
void drain(Descriptor &From, std::string &Into, size_t Limit) {
  char Buffer[65536];
  for (;;) {
    ssize_t Got = ::read(From.get(), Buffer, sizeof(Buffer));
    if (Got > 0) {
      size_t Room = Limit - std::min(Limit, Into.size());
      Into.append(Buffer, std::min(Room, static_cast<size_t>(Got)));
      if (static_cast<size_t>(Got) < sizeof(Buffer))
        return;
    } else if (Got < 0 && errno == EINTR) {
      continue;
    } else {
      if (Got == 0 || errno != EAGAIN)
        From.close();
      return;
    }
  }
}

void Child::drain() {
  if (Result.isOpen())
    ::drain(Result, ResultBytes, SIZE_MAX);
  if (Stderr.isOpen())
    ::drain(Stderr, StderrBytes, StderrKept);
}

/// The payload, if the child sent all of it.
std::optional<std::string> payload(const std::string &Bytes) {
  uint64_t Length = 0;
  if (Bytes.size() < sizeof(Length))
    return std::nullopt;
  std::memcpy(&Length, Bytes.data(), sizeof(Length));
  if (Bytes.size() - sizeof(Length) != Length)
    return std::nullopt;
  return Bytes.substr(sizeof(Length));
}

WorkerResult judgeEnd(const Child &C, int Status) {
  WorkerResult R;
  llvm::StringRef Said(C.StderrBytes);
  R.Complaint = Said.ltrim().split('\n').first.rtrim().str();
  std::optional<std::string> Bytes = payload(C.ResultBytes);
  if (C.TimedOut) {
    R.End = WorkerEnd::TimedOut;
  } else if (WIFSIGNALED(Status)) {
    R.End = WorkerEnd::Crashed;
    R.Signal = WTERMSIG(Status);
  } else if (WEXITSTATUS(Status) == OutOfMemoryExit) {
    R.End = WorkerEnd::OutOfMemory;
  } else if (WEXITSTATUS(Status) == UncagedExit) {
    R.End = WorkerEnd::NotCaged;
  } else if (WEXITSTATUS(Status) != 0 || !Bytes) {
    R.End = WorkerEnd::Exited;
    R.ExitCode = WEXITSTATUS(Status);
  } else {
    R.Bytes = std::move(*Bytes);
  }
  return R;
}

class Pool {
public:
  Pool(size_t Count, const WorkerLimits &Limits,
       llvm::function_ref<std::string(size_t)> Job,
       llvm::function_ref<void(size_t)> Started,
       llvm::function_ref<void(size_t, WorkerResult)> Finished)
      : Count(Count), Limits(Limits), Job(Job), Started(Started),
        Finished(Finished) {}

  /// True when all is done, false when a signal ended it.
  bool run() {
    while (Next < Count || !Running.empty()) {
      startWhatFits();
      if (Held.arrived()) {
        killAll();
        return false;
      }
      waitForNews();
      stopTheLate();
      reap();
    }
    return true;
  }

private:
  void startWhatFits();
  bool start(size_t Index);
  void waitForNews();
  void stopTheLate();
  void reap();
  void killAll();

  HeldSignals Held;
  size_t Count;
  const WorkerLimits &Limits;
  llvm::function_ref<std::string(size_t)> Job;
  llvm::function_ref<void(size_t)> Started;
  llvm::function_ref<void(size_t, WorkerResult)> Finished;
  size_t Next = 0;
  std::list<Child> Running;
};

void Pool::startWhatFits() {
  size_t Wanted = std::max(1U, Limits.Jobs);
  while (Next < Count && Running.size() < Wanted) {
    if (start(Next)) {
      ++Next;
    } else if (Running.empty()) {
      WorkerResult R;
      R.End = WorkerEnd::NotStarted;
      R.Complaint = std::strerror(errno);
      Finished(Next++, std::move(R));
    } else {
      return; // Short of processes or descriptors: as many as there are.
    }
  }
}

bool Pool::start(size_t Index) {
  std::optional<Pipe> Result = makePipe(), Stderr = makePipe();
  if (!Result || !Stderr)
    return false;
  Started(Index);
  // What is still buffered would be written twice.
  llvm::outs().flush();
  std::fflush(nullptr);
  pid_t Parent = ::getpid();
  pid_t Pid = ::fork();
  if (Pid < 0)
    return false;
  if (Pid == 0) {
    ChildSetup Setup{Result->Write.get(), Stderr->Write.get(), Parent,
                     Limits.MemoryBytes,  Limits.Within,       Held.before()};
    runChild(Setup, [&] { return Job(Index); });
  }
  ::setpgid(Pid, Pid); // As it does itself: whoever comes first.
  Child C;
  C.Index = Index;
  C.Pid = Pid;
  C.Result = std::move(Result->Read);
  C.Stderr = std::move(Stderr->Read);
  if (Limits.TimeoutSeconds != 0)
    C.Deadline = Clock::now() + std::chrono::seconds(Limits.TimeoutSeconds);
  Running.push_back(std::move(C));
  return true;
}

void Pool::waitForNews() {
  std::vector<pollfd> Polled;
  int Wait = PollMilliseconds;
  for (Child &C : Running) {
    for (Descriptor *D : {&C.Result, &C.Stderr})
      if (D->isOpen())
        Polled.push_back({D->get(), POLLIN, 0});
    if (C.isSilent())
      Wait = 1; // About to be reaped.
  }
  if (::poll(Polled.data(), Polled.size(), Wait) <= 0)
    return;
  // In the order in which they were asked for.
  auto Answer = Polled.begin();
  for (Child &C : Running) {
    bool News = false;
    for (Descriptor *D : {&C.Result, &C.Stderr})
      if (D->isOpen())
        News |= (Answer++)->revents != 0;
    if (News)
      C.drain();
  }
}

void Pool::stopTheLate() {
  Clock::time_point Now = Clock::now();
  for (Child &C : Running)
    if (C.Deadline && Now >= *C.Deadline && !C.TimedOut) {
      C.TimedOut = true;
      C.kill();
    }
}

void Pool::reap() {
  for (auto It = Running.begin(); It != Running.end();) {
    if (!It->hasEnded()) {
      ++It;
      continue;
    }
    Child Ended = std::move(*It);
    It = Running.erase(It);
    // What it left behind may hold its pipes open: their end is not waited
    // for, as all that the child itself wrote is in them by now.
    Ended.kill();
    Ended.drain();
    int Status = 0;
    while (::waitpid(Ended.Pid, &Status, 0) < 0 && errno == EINTR)
      ;
    Finished(Ended.Index, judgeEnd(Ended, Status));
  }
}

void Pool::killAll() {
  for (Child &C : Running)
    C.kill();
  for (Child &C : Running)
    while (::waitpid(C.Pid, nullptr, 0) < 0 && errno == EINTR)
      ;
  Running.clear();
}

} // namespace

void stateless::runWorkers(
    size_t Count, const WorkerLimits &Limits,
    llvm::function_ref<std::string(size_t)> Job,
    llvm::function_ref<void(size_t)> Started,
    llvm::function_ref<void(size_t, WorkerResult)> Finished,
    llvm::function_ref<void()> Interrupted) {
  Pool Workers(Count, Limits, Job, Started, Finished);
  if (!Workers.run())
    Interrupted();
  // The pool's end lets the held signals through: here we may die.
}

std::string stateless::signalName(int Signal) {
  std::string Text = ::strsignal(Signal);
  std::transform(Text.begin(), Text.end(), Text.begin(), ::tolower);
  switch (Signal) {
#define NAMED(SIG)                                                             \
  case SIG:                                                                    \
    return #SIG " (" + Text + ")";
    NAMED(SIGSEGV)
    NAMED(SIGABRT)
    NAMED(SIGBUS)
    NAMED(SIGFPE)
    NAMED(SIGILL)
    NAMED(SIGKILL)
    NAMED(SIGTERM)
    NAMED(SIGINT)
    NAMED(SIGXCPU)
#undef NAMED
  default:
    return "signal " + std::to_string(Signal) + " (" + Text + ")";
  }
}
