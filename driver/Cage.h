//===- Cage.h - What a worker can no longer do -----------------*- C++ -*-===//
//
// Takes from a process, for good, all that an analysis has no need of: running
// programs, writing, creating, connecting, signalling. What it has open stays
// usable, and reading stays allowed. It must not know what the process does.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_CAGE_H
#define STATELESS_DRIVER_CAGE_H

#include "SystemCallFilter.h"
#include <string>

namespace stateless {

/// The walls of a cage. Each holds by itself; two are better than one.
struct Cage {
  bool Seccomp = false;  ///< System calls are filtered (SystemCallFilter.h).
  unsigned Landlock = 0; ///< The ABI that is used of Landlock; 0: none.

  bool isOpen() const { return !Seccomp && Landlock == 0; }
  bool operator==(const Cage &) const = default;
};

/// The newest ABI of Landlock that we know. A kernel with a newer one is asked
/// for what this one has.
constexpr unsigned NewestLandlock = 7;

/// All that we know of; no machine may have it.
constexpr Cage StrongestCage{true, NewestLandlock};

/// What can be made of a cage before a process enters: once for many of them.
struct PreparedCage {
  Cage Wanted = {};
  SystemCallFilter Filter = {};
};
PreparedCage prepareCage(Cage Wanted);

/// All that this machine has of StrongestCage, found out in a child that enters
/// it. Nothing where no process can be started. The caller must have a single
/// thread.
PreparedCage availableCage();

/// Puts this process and all its threads to come into \p Prepared, and returns
/// what is on: a wall that the system does not have is left out. It cannot be
/// undone. The process must have a single thread; what it has to set up
/// (limits, descriptors, its group) is to be done before. Allocates nothing.
Cage enterCage(const PreparedCage &Prepared);

/// "seccomp, Landlock (ABI 7)", or "nothing".
std::string describe(Cage C);

} // namespace stateless

#endif
