//===- SystemCallFilter.cpp - The system calls of a worker ----------------===//
//
// An allow list: of the 400 calls of Linux a parser needs some 80, and a call
// that a later kernel adds is refused before anybody knows of it. What is not
// on it looks like a call that the kernel does not have (ENOSYS), so that the C
// library takes its older way (fork's clone3, open's openat2). What a compiler
// might try, and a person may read of, is refused as such (EPERM).
//
// The libraries that ask: LLVM and Clang (files, directories, threads for deep
// recursion), the C library (memory, threads, abort, time), and the run-time of
// the sanitizers, in builds that have them.
//
//===----------------------------------------------------------------------===//
#include "SystemCallFilter.h"
#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include "llvm/ADT/ArrayRef.h"
#include <array>
#include <asm/termbits.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <initializer_list>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace stateless;

namespace {

constexpr uint32_t Refused = SCMP_ACT_ERRNO(EPERM);
constexpr uint32_t Unknown = SCMP_ACT_ERRNO(ENOSYS);

/// Stands in the filter for the process that enters: no process can have this
/// number, nor is it a constant of the list.
constexpr uint32_t SelfMark = 0x5e1f5e1f;

/// Harmless whatever their arguments are: they read, compute, or concern this
/// process and what it has open.
constexpr int Allowed[] = {
    // Files and directories.
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv),
    SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(pwrite64), SCMP_SYS(lseek),
    SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(dup), SCMP_SYS(dup2),
    SCMP_SYS(dup3), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat),
    SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents),
    SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(chdir), SCMP_SYS(fchdir),
    SCMP_SYS(umask), SCMP_SYS(fadvise64), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(select), SCMP_SYS(pselect6),
    // Memory.
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    SCMP_SYS(mincore), SCMP_SYS(membarrier),
    // Threads; see addConditions() for their start.
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq),
    SCMP_SYS(set_tid_address), SCMP_SYS(gettid), SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(exit), SCMP_SYS(exit_group),
    // Signals that arrive.
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigpending), SCMP_SYS(sigaltstack), SCMP_SYS(pause),
    SCMP_SYS(restart_syscall),
    // Time.
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(getrusage), SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    // Who and where.
    SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid),
    SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo),
    SCMP_SYS(getrlimit), SCMP_SYS(getrandom)};

/// Never allowed, and answered by "not permitted": an error message about one
/// of them should not claim that the system lacks it.
constexpr int Forbidden[] = {
    SCMP_SYS(execve),     SCMP_SYS(execveat),  SCMP_SYS(fork),
    SCMP_SYS(vfork),      SCMP_SYS(creat),     SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),    SCMP_SYS(mknod),     SCMP_SYS(mknodat),
    SCMP_SYS(link),       SCMP_SYS(linkat),    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat),  SCMP_SYS(unlink),    SCMP_SYS(unlinkat),
    SCMP_SYS(rmdir),      SCMP_SYS(rename),    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),  SCMP_SYS(chmod),     SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),   SCMP_SYS(chown),     SCMP_SYS(fchown),
    SCMP_SYS(lchown),     SCMP_SYS(fchownat),  SCMP_SYS(truncate),
    SCMP_SYS(ftruncate),  SCMP_SYS(utimensat), SCMP_SYS(socket),
    SCMP_SYS(socketpair), SCMP_SYS(connect),   SCMP_SYS(bind),
    SCMP_SYS(kill),       SCMP_SYS(tkill),     SCMP_SYS(ptrace)};

class Filter {
public:
  Filter() : Context(::seccomp_init(Unknown), ::seccomp_release) {
    Complete = Context != nullptr;
    set(SCMP_FLTATR_CTL_OPTIMIZE, 2); // The list is searched as a tree.
    set(SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  }

  void add(uint32_t Action, int Call,
           std::initializer_list<scmp_arg_cmp> Arguments = {}) {
    if (!Complete)
      return;
    int Error = ::seccomp_rule_add_array(Context.get(), Action, Call,
                                         Arguments.size(), Arguments.begin());
    Complete = Error == 0 || Error == -EDOM; // Not a call of this processor.
  }

  /// The instructions; none if anything is missing.
  std::vector<uint64_t> program() const {
    // The library writes them to a descriptor. They fit into the smallest pipe;
    // into none it fails, and does not wait.
    int Ends[2];
    if (!Complete || ::pipe2(Ends, O_CLOEXEC | O_NONBLOCK) != 0)
      return {};
    std::vector<uint64_t> Program(BPF_MAXINSNS);
    ssize_t Size = 0;
    if (::seccomp_export_bpf(Context.get(), Ends[1]) == 0)
      Size = ::read(Ends[0], Program.data(), Program.size() * Instruction);
    ::close(Ends[0]);
    ::close(Ends[1]);
    Program.resize(Size > 0 ? static_cast<size_t>(Size) / Instruction : 0);
    return Program;
  }

private:
  static constexpr size_t Instruction = sizeof(sock_filter);
  static_assert(Instruction == sizeof(uint64_t));

  void set(scmp_filter_attr Attribute, uint32_t Value) {
    if (Complete) // Older libraries lack some; none of them is a wall.
      (void)::seccomp_attr_set(Context.get(), Attribute, Value);
  }

  std::unique_ptr<void, decltype(&::seccomp_release)> Context;
  bool Complete = false;
};

scmp_arg_cmp argument(unsigned Index, scmp_compare Compare, uint64_t A,
                      uint64_t B = 0) {
  return {Index, Compare, A, B};
}

/// Of \p Mask, argument \p Index has these bits.
scmp_arg_cmp bits(unsigned Index, uint64_t Mask, uint64_t Bits) {
  return argument(Index, SCMP_CMP_MASKED_EQ, Mask, Bits);
}

/// \p Call is allowed while argument \p Index has none of \p Bad, and refused
/// otherwise. The rules exclude each other, so that their order is of no
/// importance.
void allowWithout(Filter &F, int Call, unsigned Index,
                  std::initializer_list<uint64_t> Bad) {
  uint64_t Mask = 0;
  for (uint64_t Bit : Bad)
    Mask |= Bit;
  F.add(SCMP_ACT_ALLOW, Call, {bits(Index, Mask, 0)});
  for (uint64_t Bit : Bad)
    F.add(Refused, Call, {bits(Index, Bit, Bit)});
}

void allowOnly(Filter &F, int Call, unsigned Index,
               std::initializer_list<uint64_t> Values) {
  for (uint64_t Value : Values)
    F.add(SCMP_ACT_ALLOW, Call, {argument(Index, SCMP_CMP_EQ, Value)});
}

/// The calls that are harmless with certain arguments.
void addConditions(Filter &F) {
  // O_TMPFILE contains the bit of O_DIRECTORY, which is for reading.
  constexpr uint64_t Temporary = O_TMPFILE & ~O_DIRECTORY;
  for (auto [Call, Flags] :
       {std::pair(SCMP_SYS(open), 1U), std::pair(SCMP_SYS(openat), 2U)})
    allowWithout(F, Call, Flags,
                 {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, Temporary});
  // No code comes in after the start: a compiler's plugin is such code.
  for (int Call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    allowWithout(F, Call, 2, {PROT_EXEC});
  // A thread, in the namespaces of its process; no process.
  constexpr uint64_t Namespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS |
                                  CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID |
                                  CLONE_NEWNET;
  F.add(SCMP_ACT_ALLOW, SCMP_SYS(clone),
        {bits(0, CLONE_THREAD | Namespaces, CLONE_THREAD)});
  F.add(Refused, SCMP_SYS(clone), {bits(0, CLONE_THREAD, 0)});
  // abort() and raise().
  F.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {argument(0, SCMP_CMP_EQ, SelfMark)});
  F.add(Refused, SCMP_SYS(tgkill), {argument(0, SCMP_CMP_NE, SelfMark)});
  // Own limits may be read; prlimit64 also sets, and reaches others.
  F.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64),
        {argument(0, SCMP_CMP_EQ, 0), argument(2, SCMP_CMP_EQ, 0)});
  // isatty(), and the width of a terminal.
  allowOnly(F, SCMP_SYS(ioctl), 1, {TCGETS, TIOCGWINSZ});
  allowOnly(F, SCMP_SYS(fcntl), 1,
            {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC});
  constexpr uint64_t NameMemory = 0x53564d41; // PR_SET_VMA, of newer headers.
  allowOnly(F, SCMP_SYS(prctl), 0,
            {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, NameMemory});
}

/// Asked without libseccomp: that would turn to prctl() where there is no
/// seccomp(), which valgrind hands on to the kernel for itself.
bool kernelFilters() {
  uint32_t Action = SECCOMP_RET_ERRNO;
  return ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &Action) == 0;
}

} // namespace

SystemCallFilter SystemCallFilter::make() {
  SystemCallFilter Made;
  if (!kernelFilters())
    return Made;
  Filter F;
  for (int Call : Allowed)
    F.add(SCMP_ACT_ALLOW, Call);
  for (int Call : Forbidden)
    F.add(Refused, Call);
  addConditions(F);
  Made.Program = F.program();
  return Made;
}

bool SystemCallFilter::enter() const {
  if (Program.empty())
    return false;
  // On the stack: malloc would sort the parent's heap first, page by page.
  std::array<sock_filter, BPF_MAXINSNS> Own;
  std::memcpy(Own.data(), Program.data(), Program.size() * sizeof(sock_filter));
  for (sock_filter &I : llvm::MutableArrayRef(Own).take_front(Program.size()))
    if (BPF_CLASS(I.code) == BPF_JMP && I.k == SelfMark)
      I.k = static_cast<uint32_t>(::getpid());
  sock_fprog Entered{static_cast<unsigned short>(Program.size()), Own.data()};
  // Without the flag some kernels take a filter for a sign of foreign code, and
  // slow the process down; older ones do not know the flag.
  return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                   SECCOMP_FILTER_FLAG_SPEC_ALLOW, &Entered) == 0 ||
         ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &Entered) == 0;
}

#else

using namespace stateless;

SystemCallFilter SystemCallFilter::make() { return {}; }
bool SystemCallFilter::enter() const { return false; }

#endif
