//===- WriteFile.h - The one door for writing reports ----------*- C++ -*-===//
//
// Where bytes go: to a descriptor that we were given, into a FIFO or device in
// place, or into a regular file all at once, so that a reader never sees half
// a report and a run that fails leaves an old one alone. It must not know what
// it writes.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_IO_WRITEFILE_H
#define STATELESS_DRIVER_IO_WRITEFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace stateless {

/// To be called before any file is opened. A standard stream that is closed
/// gets a descriptor that nothing else can get by chance: writing to stdout
/// fails then, stdin is empty, what goes to stderr is lost. A file that becomes
/// too large for its limit is an error from here on, not the end by a signal.
void holdStandardStreams();

/// What \p File leads to (empty: stdout), the same text for all names of one
/// file, whether it exists or not. Empty for the null device, which takes any
/// number of reports, and where nothing can be said.
std::string targetIdentity(llvm::StringRef File);

/// Calls \p Write with a stream to \p File, or to stdout if that is empty.
/// A symbolic link keeps its place, and a file its permissions. A FIFO that
/// nobody reads is an error: to wait for a reader could be to wait for ever.
/// After an error a regular file is as it was, and no other is left behind.
llvm::Error writeFile(llvm::StringRef File,
                      llvm::function_ref<void(llvm::raw_ostream &)> Write);

/// The same for a file that must not exist yet: then it fails with file_exists
/// (also for a symbolic link that leads nowhere), by the reason alone.
llvm::Error writeNewFile(llvm::StringRef File,
                         llvm::function_ref<void(llvm::raw_ostream &)> Write);

} // namespace stateless

#endif
