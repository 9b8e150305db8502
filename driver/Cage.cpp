//===- Cage.cpp - What a worker can no longer do --------------------------===//
//
// Landlock stands on the objects of the kernel (files, sockets, processes),
// seccomp on its calls: what slips through a mistake in the one meets the
// other. Landlock is entered first, since the filter would refuse its calls.
// The calls have no wrapper in the C library, and the constants are ours:
// headers of a distribution are older than the kernels that run below it.
//
//===----------------------------------------------------------------------===//
#include "Cage.h"
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

using namespace stateless;

#ifdef __linux__
namespace {

// Landlock's interface: linux/landlock.h of Linux 6.15.
constexpr long CreateRuleset = 444, RestrictSelf = 446;
constexpr uint32_t AskForVersion = 1;
struct RulesetAttributes {
  uint64_t Files;   ///< Acts on files that need a rule. We give none.
  uint64_t Network; ///< Since ABI 4.
  uint64_t Scoped;  ///< Since ABI 6.
};
// Bits of Files, in the order in which the ABIs brought them.
constexpr uint64_t Execute = 1 << 0, WriteFile = 1 << 1;
// Removing files and folders, making files of seven kinds.
constexpr uint64_t RemoveAndMake = 0x1ff0;
constexpr uint64_t Refer = 1 << 13;    // ABI 2: links and renames elsewhere.
constexpr uint64_t Truncate = 1 << 14; // ABI 3.
constexpr uint64_t Ioctl = 1 << 15;    // ABI 5: of devices.
constexpr uint64_t BindTcp = 1 << 0, ConnectTcp = 1 << 1;
constexpr uint64_t AbstractSockets = 1 << 0, Signals = 1 << 1;

/// All but reading, as far as \p Abi knows of it.
RulesetAttributes attributesFor(unsigned Abi) {
  RulesetAttributes A{Execute | WriteFile | RemoveAndMake, 0, 0};
  if (Abi >= 2)
    A.Files |= Refer;
  if (Abi >= 3)
    A.Files |= Truncate;
  if (Abi >= 4)
    A.Network = BindTcp | ConnectTcp;
  if (Abi >= 5)
    A.Files |= Ioctl;
  if (Abi >= 6)
    A.Scoped = AbstractSockets | Signals;
  return A;
}

/// The ABI that is on, 0 if none is.
unsigned enterLandlock(unsigned Wanted) {
  long Kernel = ::syscall(CreateRuleset, nullptr, 0, AskForVersion);
  if (Kernel <= 0)
    return 0;
  unsigned Abi = std::min(Wanted, static_cast<unsigned>(Kernel));
  // Older kernels take the longer structure while what they do not know is 0.
  RulesetAttributes Attributes = attributesFor(Abi);
  long Ruleset = ::syscall(CreateRuleset, &Attributes, sizeof(Attributes), 0);
  if (Ruleset < 0)
    return 0;
  bool On = ::syscall(RestrictSelf, Ruleset, 0) == 0;
  ::close(static_cast<int>(Ruleset));
  return On ? Abi : 0;
}

} // namespace

Cage stateless::enterCage(const PreparedCage &Prepared) {
  Cage Wanted = Prepared.Wanted, On;
  if (Wanted.isOpen() || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return On;
  if (Wanted.Landlock != 0)
    On.Landlock = enterLandlock(Wanted.Landlock);
  On.Seccomp = Wanted.Seccomp && Prepared.Filter.enter();
  return On;
}

#else

Cage stateless::enterCage(const PreparedCage &) { return {}; }

#endif

PreparedCage stateless::prepareCage(Cage Wanted) {
  return {Wanted,
          Wanted.Seccomp ? SystemCallFilter::make() : SystemCallFilter()};
}

constexpr int SeccompBit = 0x40; // Above every ABI that we know.
static_assert(NewestLandlock < SeccompBit);

/// Enters in a child, and returns how that ended, as waitpid() gives it; -1 if
/// there is none. The child runs in our memory (vfork), which is no copy of a
/// large program for a few calls of the kernel, and changes nothing in it: what
/// it enters is its own.
static int tryToEnter(const PreparedCage &Prepared) {
  pid_t Child = ::vfork();
  if (Child == 0) {
    Cage On = enterCage(Prepared);
    ::_exit(static_cast<int>(On.Landlock) | (On.Seccomp ? SeccompBit : 0));
  }
  int Status = -1;
  while (Child > 0 && ::waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
  return Status;
}

PreparedCage stateless::availableCage() {
  PreparedCage Prepared = prepareCage(StrongestCage);
  int Status = tryToEnter(Prepared);
  if (Status == -1 || !WIFEXITED(Status))
    return {};
  int Found = WEXITSTATUS(Status);
  Prepared.Wanted = {(Found & SeccompBit) != 0,
                     static_cast<unsigned>(Found & (SeccompBit - 1))};
  return Prepared;
}

std::string stateless::describe(Cage C) {
  std::string Text = C.Seccomp ? "seccomp" : "";
  if (C.Landlock != 0)
    Text += std::string(Text.empty() ? "" : ", ") + "Landlock (ABI " +
            std::to_string(C.Landlock) + ")";
  return Text.empty() ? "nothing" : Text;
}
