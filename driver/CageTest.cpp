//===- CageTest.cpp - What a worker can no longer do ----------------------===//
//
// Every act is tried in a worker without a cage, where it must be possible (or
// fail for a reason of its own), else the test would show nothing; behind the
// system-call filter alone; behind Landlock alone, if that knows the act, for
// each ABI; and behind both, where all that a parser needs must still work.
//
//===----------------------------------------------------------------------===//
#include "Cage.h"
#include "Workers.h"
#include "io/TempFolder.h"
#include "llvm/ADT/StringRef.h"
#include "gtest/gtest.h"
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/sched.h>
#include <netinet/in.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

using namespace stateless;

namespace {

/// 0, or errno.
int errorOf(long Result) { return Result < 0 ? errno : 0; }

int opened(const char *Name, int Flags) {
  return errorOf(::open(Name, Flags, 0600));
}

int spawned() {
  pid_t Child;
  char Program[] = "/bin/true", *Arguments[] = {Program, nullptr};
  return ::posix_spawn(&Child, Program, nullptr, nullptr, Arguments, nullptr);
}

int executed() {
  char Program[] = "/bin/true", *Arguments[] = {Program, nullptr};
  return errorOf(::execv(Program, Arguments));
}

int executedByDescriptor() {
  char Name[] = "true", *Arguments[] = {Name, nullptr};
  int Fd = ::open("/bin/true", O_PATH);
  return errorOf(
      ::syscall(SYS_execveat, Fd, "", Arguments, nullptr, AT_EMPTY_PATH));
}

int forked() {
  pid_t Child = ::fork();
  if (Child == 0)
    ::_exit(0);
  return errorOf(Child);
}

/// \p Call with flags that make a child like fork's.
int forkedBy(long Call) {
  clone_args Arguments{};
  Arguments.exit_signal = SIGCHLD;
  long Child = Call == SYS_clone3
                   ? ::syscall(Call, &Arguments, sizeof(Arguments))
                   : ::syscall(Call, SIGCHLD, nullptr, nullptr, nullptr, 0);
  if (Child == 0)
    ::_exit(0);
  return errorOf(Child);
}

int openedByOpenat2() {
  struct {
    uint64_t Flags = O_WRONLY, Mode = 0, Resolve = 0;
  } How;
  return errorOf(::syscall(437, AT_FDCWD, "file", &How, sizeof(How)));
}

int mapped(int Protection, int Later) {
  void *Page =
      ::mmap(nullptr, 4096, Protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (Page == MAP_FAILED)
    return errno;
  return Later ? errorOf(::mprotect(Page, 4096, Later)) : 0;
}

int mappedFile(int Protection) {
  int Fd = ::open("file", O_RDONLY);
  return ::mmap(nullptr, 1, Protection, MAP_PRIVATE, Fd, 0) == MAP_FAILED
             ? errno
             : 0;
}

int readMemoryOf(pid_t Process) {
  char Local[1], Remote = 1;
  iovec To{Local, 1}, From{&Remote, 1};
  return errorOf(::process_vm_readv(Process, &To, 1, &From, 1, 0));
}

/// Binds or connects a TCP socket of its own.
int tcp(bool Bind) {
  int Fd = ::socket(AF_INET, SOCK_STREAM, 0);
  if (Fd < 0)
    return errno;
  sockaddr_in Here{};
  Here.sin_family = AF_INET;
  Here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Here.sin_port = Bind ? 0 : htons(1); // Nobody listens there.
  auto *Address = reinterpret_cast<sockaddr *>(&Here);
  int Error = errorOf(Bind ? ::bind(Fd, Address, sizeof(Here))
                           : ::connect(Fd, Address, sizeof(Here)));
  return Error == ECONNREFUSED ? 0 : Error;
}

sockaddr_un abstractName(pid_t Owner) {
  sockaddr_un Name{};
  Name.sun_family = AF_UNIX;
  std::string Text = "stateless-cage-" + std::to_string(Owner);
  std::memcpy(Name.sun_path + 1, Text.data(), Text.size());
  return Name;
}

/// The parent listens there.
int connectedToParent() {
  sockaddr_un Name = abstractName(::getppid());
  int Fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  return Fd < 0 ? errno
                : errorOf(::connect(Fd, reinterpret_cast<sockaddr *>(&Name),
                                    sizeof(Name)));
}

int bound() { // By a name in the file system.
  sockaddr_un Name{AF_UNIX, "socket"};
  int Fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  return Fd < 0 ? errno
                : errorOf(::bind(Fd, reinterpret_cast<sockaddr *>(&Name),
                                 sizeof(Name)));
}

int limitChanged() {
  rlimit Limit;
  ::getrlimit(RLIMIT_CPU, &Limit);
  return errorOf(::setrlimit(RLIMIT_CPU, &Limit));
}

struct Act {
  const char *Name;
  int (*Try)();               ///< 0 if it was done, else errno.
  int Filter;                 ///< What the filter answers.
  unsigned LandlockSince = 0; ///< The ABI that refuses it; 0: none.
  int Landlock = EACCES;      ///< What Landlock answers.
};

void PrintTo(const Act &A, std::ostream *OS) { *OS << A.Name; }

// In a folder with: file, folder/.
const Act Acts[] = {
    // Running programs.
    {"execve", executed, EPERM, 1},
    {"execveat", executedByDescriptor, EPERM, 1},
    {"posix_spawn", spawned, EPERM, 1},
    {"fork", forked, EPERM},
    {"clone", [] { return forkedBy(SYS_clone); }, EPERM},
    {"clone3", [] { return forkedBy(SYS_clone3); }, ENOSYS},
    {"mmap code", [] { return mapped(PROT_READ | PROT_EXEC, 0); }, EPERM},
    {"mmap a file's code", [] { return mappedFile(PROT_READ | PROT_EXEC); },
     EPERM},
    {"mprotect code",
     [] { return mapped(PROT_READ | PROT_WRITE, PROT_READ | PROT_EXEC); },
     EPERM},
    {"personality", [] { return errorOf(::personality(0xffffffff)); }, ENOSYS},
    // Writing.
    {"O_WRONLY", [] { return opened("file", O_WRONLY); }, EPERM, 1},
    {"O_RDWR", [] { return opened("file", O_RDWR); }, EPERM, 1},
    {"O_APPEND", [] { return opened("file", O_WRONLY | O_APPEND); }, EPERM, 1},
    {"O_TRUNC", [] { return opened("file", O_RDONLY | O_TRUNC); }, EPERM, 3},
    {"O_CREAT", [] { return opened("new", O_RDONLY | O_CREAT); }, EPERM, 1},
    {"O_CREAT, existing", [] { return opened("file", O_RDONLY | O_CREAT); },
     EPERM},
    {"O_TMPFILE", [] { return opened(".", O_RDWR | O_TMPFILE); }, EPERM, 1},
    {"openat", [] { return errorOf(::openat(AT_FDCWD, "file", O_WRONLY)); },
     EPERM, 1},
    {"open by the old call",
     [] { return errorOf(::syscall(SYS_open, "file", O_WRONLY)); }, EPERM, 1},
    {"openat2", openedByOpenat2, ENOSYS, 1},
    {"creat", [] { return errorOf(::creat("new", 0600)); }, EPERM, 1},
    {"own memory as a file", [] { return opened("/proc/self/mem", O_RDWR); },
     EPERM, 1},
    {"truncate", [] { return errorOf(::truncate("file", 0)); }, EPERM, 3},
    {"memfd_create", [] { return errorOf(::memfd_create("m", 0)); }, ENOSYS},
    // Names.
    {"mkdir", [] { return errorOf(::mkdir("new", 0700)); }, EPERM, 1},
    {"mkfifo", [] { return errorOf(::mkfifo("new", 0600)); }, EPERM, 1},
    {"unlink", [] { return errorOf(::unlink("file")); }, EPERM, 1},
    {"rmdir", [] { return errorOf(::rmdir("folder")); }, EPERM, 1},
    {"rename", [] { return errorOf(::rename("file", "new")); }, EPERM, 1},
    {"rename elsewhere", [] { return errorOf(::rename("file", "folder/new")); },
     EPERM, 1},
    {"link", [] { return errorOf(::link("file", "new")); }, EPERM, 1},
    {"symlink", [] { return errorOf(::symlink("file", "new")); }, EPERM, 1},
    {"bind a name", bound, EPERM, 1},
    // Attributes: no business of Landlock.
    {"chmod", [] { return errorOf(::chmod("file", 0600)); }, EPERM},
    {"chown", [] { return errorOf(::chown("file", ::getuid(), -1)); }, EPERM},
    {"utimensat",
     [] { return errorOf(::utimensat(AT_FDCWD, "file", nullptr, 0)); }, EPERM},
    {"setxattr", [] { return errorOf(::setxattr("file", "user.x", "", 0, 0)); },
     ENOSYS},
    // Sockets.
    {"socket", [] { return errorOf(::socket(AF_INET, SOCK_DGRAM, 0)); }, EPERM},
    {"socketpair",
     [] {
       int Ends[2];
       return errorOf(::socketpair(AF_UNIX, SOCK_STREAM, 0, Ends));
     },
     EPERM},
    {"bind TCP", [] { return tcp(/*Bind=*/true); }, EPERM, 4},
    {"connect TCP", [] { return tcp(/*Bind=*/false); }, EPERM, 4},
    {"connect to the parent", connectedToParent, EPERM, 6, EPERM},
    {"connect", [] { return errorOf(::connect(0, nullptr, 0)); }, EPERM},
    {"bind", [] { return errorOf(::bind(0, nullptr, 0)); }, EPERM},
    {"sendto", [] { return errorOf(::send(0, "", 0, 0)); }, ENOSYS},
    // Other processes.
    {"kill the parent", [] { return errorOf(::kill(::getppid(), SIGWINCH)); },
     EPERM, 6, EPERM},
    {"ask for the parent", [] { return errorOf(::kill(::getppid(), 0)); },
     EPERM, 6, EPERM},
    {"kill the own group", [] { return errorOf(::kill(0, SIGWINCH)); }, EPERM},
    {"tkill the parent",
     [] { return errorOf(::syscall(SYS_tkill, ::getppid(), SIGWINCH)); }, EPERM,
     6, EPERM},
    {"tgkill the parent",
     [] { return errorOf(::tgkill(::getppid(), ::getppid(), SIGWINCH)); },
     EPERM, 6, EPERM},
    {"ptrace", [] { return errorOf(::ptrace(PTRACE_TRACEME, 0, 0, 0)); },
     EPERM},
    {"process_vm_readv", [] { return readMemoryOf(::getpid()); }, ENOSYS},
    {"limits of the parent",
     [] {
       rlimit Limit;
       return errorOf(::prlimit(::getppid(), RLIMIT_CPU, nullptr, &Limit));
     },
     ENOSYS},
    {"own limits", limitChanged, ENOSYS},
    {"setpgid", [] { return errorOf(::setpgid(0, 0)); }, ENOSYS},
    {"setsid", [] { return errorOf(::setsid()); }, ENOSYS},
    {"outlive the parent", [] { return errorOf(::prctl(PR_SET_PDEATHSIG, 0)); },
     ENOSYS},
    // Doors of the kernel that lead to these.
    {"io_uring_setup", [] { return errorOf(::syscall(425, 1, nullptr)); },
     ENOSYS},
    {"bpf", [] { return errorOf(::syscall(SYS_bpf, BPF_MAP_CREATE, 0, 0)); },
     ENOSYS},
    {"unshare", [] { return errorOf(::unshare(CLONE_FS)); }, ENOSYS},
    {"mount", [] { return errorOf(::mount("x", "none", "x", 0, nullptr)); },
     ENOSYS},
    {"chroot", [] { return errorOf(::chroot("none")); }, ENOSYS},
    {"keyctl", [] { return errorOf(::syscall(SYS_keyctl, 0, -3, 1)); }, ENOSYS},
    {"perf_event_open",
     [] { return errorOf(::syscall(SYS_perf_event_open, 0, 0, -1, -1, 0)); },
     ENOSYS},
    {"shmget", [] { return errorOf(::shmget(IPC_PRIVATE, 0, 0)); }, ENOSYS},
    {"ioctl", [] { return errorOf(::ioctl(0, TIOCSTI, "x")); }, ENOSYS},
    {"fcntl", [] { return errorOf(::fcntl(1, F_SETOWN, ::getpid())); }, ENOSYS},
};

/// A folder for one try, and a socket that listens.
class Scene {
public:
  Scene() {
    Folder.write("file", "text");
    Folder.write("folder/.keep", "");
    ::unlink((Folder / "folder/.keep").c_str());
    sockaddr_un Name = abstractName(::getpid());
    Listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ::bind(Listener, reinterpret_cast<sockaddr *>(&Name), sizeof(Name));
    ::listen(Listener, 5);
  }
  Scene(const Scene &) = delete;
  ~Scene() { ::close(Listener); }

  /// What \p Try answers in a worker that is held by \p Within.
  std::optional<int> answer(int (*Try)(), Cage Within) const {
    WorkerLimits Limits{1, 60};
    Limits.Within = prepareCage(Within);
    WorkerResult Got;
    runWorkers(
        1, Limits,
        [&](size_t) {
          return ::chdir(Folder.path().c_str()) == 0 ? std::to_string(Try())
                                                     : "";
        },
        [](size_t) {}, [&](size_t, WorkerResult R) { Got = std::move(R); },
        [] {});
    int Answer = 0;
    // A job that became another program has no result.
    if (Got.End == WorkerEnd::Exited && Got.ExitCode == 0)
      return 0;
    if (Got.End != WorkerEnd::Done ||
        llvm::StringRef(Got.Bytes).getAsInteger(10, Answer))
      return std::nullopt;
    return Answer;
  }

private:
  TempFolder Folder;
  int Listener = -1;
};

Cage machine() { return availableCage().Wanted; }

class Forbidden : public testing::TestWithParam<Act> {};

std::string nameOf(const testing::TestParamInfo<Act> &Info) {
  std::string Name;
  for (char C : llvm::StringRef(Info.param.Name))
    Name += std::isalnum(static_cast<unsigned char>(C)) ? C : '_';
  return Name;
}

} // namespace

TEST_P(Forbidden, BySeccomp) {
  const Act &A = GetParam();
  if (!machine().Seccomp)
    GTEST_SKIP() << "no seccomp";
  if (Scene().answer(A.Try, Cage{}) == A.Filter)
    GTEST_SKIP() << "refused here without a cage: nothing to be seen";
  EXPECT_EQ(Scene().answer(A.Try, Cage{true, 0}), A.Filter);
}

TEST_P(Forbidden, ByLandlock) {
  const Act &A = GetParam();
  unsigned Has = machine().Landlock;
  if (A.LandlockSince == 0)
    return; // Of no concern to it.
  if (Has < A.LandlockSince)
    GTEST_SKIP() << "no Landlock of ABI " << A.LandlockSince;
  EXPECT_EQ(Scene().answer(A.Try, Cage{}), 0);
  for (unsigned Abi = A.LandlockSince; Abi <= Has; ++Abi)
    EXPECT_EQ(Scene().answer(A.Try, Cage{false, Abi}), A.Landlock) << Abi;
  if (A.LandlockSince > 1) // An older ABI is really asked for.
    EXPECT_NE(Scene().answer(A.Try, Cage{false, A.LandlockSince - 1}),
              A.Landlock);
}

TEST_P(Forbidden, ByBoth) {
  const Act &A = GetParam();
  Cage Within = machine();
  if (!Within.Seccomp)
    GTEST_SKIP() << "no seccomp";
  EXPECT_EQ(Scene().answer(A.Try, Within), A.Filter);
}

INSTANTIATE_TEST_SUITE_P(Cage, Forbidden, testing::ValuesIn(Acts), nameOf);

//===-- What stays possible -----------------------------------------------===//

/// The end of a worker in the strongest cage that there is.
static WorkerResult held(llvm::function_ref<std::string(size_t)> Job) {
  WorkerLimits Limits{1, 60};
  Limits.Within = availableCage();
  WorkerResult Got;
  runWorkers(
      1, Limits, Job, [](size_t) {},
      [&](size_t, WorkerResult R) { Got = std::move(R); }, [] {});
  return Got;
}

TEST(Cage, ReadingIsAllowed) {
  TempFolder Folder;
  Folder.write("file", "text");
  EXPECT_EQ(held([&](size_t) {
              char Text[4];
              int Fd = ::open((Folder / "file").c_str(), O_RDONLY | O_CLOEXEC);
              ssize_t Size = ::read(Fd, Text, sizeof(Text));
              void *Mapped = ::mmap(nullptr, 4, PROT_READ, MAP_PRIVATE, Fd, 0);
              DIR *Listed = ::opendir(Folder.path().c_str());
              unsigned Entries = 0;
              while (::readdir(Listed))
                ++Entries;
              bool Same = std::memcmp(Mapped, Text, 4) == 0;
              return std::string(Text, Size) + std::to_string(Entries) +
                     (Same ? "=" : "/");
            }).Bytes,
            "text3=");
}

TEST(Cage, ThreadsAreAllowed) {
  EXPECT_EQ(held([](size_t) {
              std::string Text;
              std::thread([&] { Text = "from a thread"; }).join();
              return Text;
            }).Bytes,
            "from a thread");
}

TEST(Cage, AThreadIsHeldAsWell) {
  if (machine().isOpen())
    GTEST_SKIP() << "nothing holds a worker here";
  EXPECT_NE(
      held([](size_t) {
        int Error = 0;
        std::thread([&] { Error = opened("/dev/null", O_WRONLY); }).join();
        return std::to_string(Error);
      }).Bytes,
      "0");
}

TEST(Cage, MemoryAndExceptionsAreAllowed) {
  EXPECT_EQ(held([](size_t) {
              std::string Large;
              for (int I = 0; I < 100; ++I)
                Large += std::string(1 << 20, 'x');
              try {
                throw std::runtime_error("caught");
              } catch (const std::exception &E) {
                return E.what() + std::to_string(Large.size() >> 20);
              }
            }).Bytes,
            "caught100");
}

TEST(Cage, AnAbortIsTold) {
  WorkerResult R = held([](size_t) -> std::string { std::abort(); });
  EXPECT_EQ(R.End, WorkerEnd::Crashed);
  EXPECT_EQ(R.Signal, SIGABRT);
}

TEST(Cage, WhatCannotBeHadIsNotRun) {
  WorkerLimits Limits{1, 60};
  Limits.Within = prepareCage({true, /*Landlock=*/1000});
  WorkerResult Got;
  runWorkers(
      1, Limits, [](size_t) { return std::string("ran"); }, [](size_t) {},
      [&](size_t, WorkerResult R) { Got = std::move(R); }, [] {});
  EXPECT_EQ(Got.End, WorkerEnd::NotCaged);
  EXPECT_EQ(Got.Bytes, "");
}

TEST(Cage, IsDescribed) {
  EXPECT_EQ(describe({}), "nothing");
  EXPECT_EQ(describe({true, 0}), "seccomp");
  EXPECT_EQ(describe({false, 2}), "Landlock (ABI 2)");
  EXPECT_EQ(describe({true, 7}), "seccomp, Landlock (ABI 7)");
}

TEST(Cage, AskingLeavesUsFree) {
  EXPECT_EQ(machine(), machine());
  EXPECT_EQ(opened("/dev/null", O_WRONLY), 0);
}
