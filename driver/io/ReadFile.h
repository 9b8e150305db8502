//===- ReadFile.h - The one door for reading -------------------*- C++ -*-===//
//
// Whatever the tool reads, in the parent or in a worker, is opened here: a
// regular file (also through symbolic links) that is not larger than its kind
// may be. A FIFO, a device or a socket is never opened, so nothing waits for a
// writer that does not come. It must not know what the bytes mean.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_IO_READFILE_H
#define STATELESS_DRIVER_IO_READFILE_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>

namespace stateless {

/// The most bytes that a file of each kind may have. Each is some ten times
/// what the largest public projects have.
namespace readlimit {
constexpr uint64_t Source = 64 << 20;    ///< Code, as text for reports, too.
constexpr uint64_t Database = 512 << 20; ///< compile_commands.json.
constexpr uint64_t Response = 16 << 20;  ///< Response and config files.
constexpr uint64_t Rules = 4 << 20;      ///< Rule files.
} // namespace readlimit

/// The bytes of \p Path, as many as it had when it was opened. Fails with the
/// reason alone ("is a FIFO, not a regular file", "is larger than 4 MB"); the
/// caller says what could not be read. The buffer is null-terminated and no
/// mapping: a file that shrinks meanwhile does no harm.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readFile(llvm::StringRef Path, uint64_t MostBytes);

/// \p Under, in which only regular files of at most \p MostBytes can be opened.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
regularFilesOnly(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Under,
                 uint64_t MostBytes);

} // namespace stateless

#endif
