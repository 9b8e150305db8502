//===- SystemCallFilter.h - The system calls of a worker -------*- C++ -*-===//
//
// The list of what a process that only reads and computes asks of the kernel,
// as a seccomp filter. It must not know files or the analysis.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_SYSTEMCALLFILTER_H
#define STATELESS_DRIVER_SYSTEMCALLFILTER_H

#include <cstdint>
#include <vector>

namespace stateless {

/// Made once, for all children: to make it takes longer than to enter it.
class SystemCallFilter {
public:
  /// Nothing of this process is changed. The filter is empty if the system, or
  /// the processor's architecture, has none.
  static SystemCallFilter make();

  /// Allows this process only the calls of the list, from now on. False if it
  /// is empty or the kernel refuses; then nothing has changed. Needs
  /// PR_SET_NO_NEW_PRIVS.
  bool enter() const;

private:
  std::vector<uint64_t> Program; ///< The kernel's sock_filter, 8 bytes each.
};

} // namespace stateless

#endif
