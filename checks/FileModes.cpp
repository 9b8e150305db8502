//===- FileModes.cpp - Does an open mode write? ---------------------------===//
#include "FileModes.h"
#include "llvm/ADT/StringRef.h"

namespace stateless {

// open(2) on Linux.
static constexpr int64_t PosixWriteOnly = 01, PosixReadWrite = 02,
                         PosixCreate = 0100, PosixTruncate = 01000,
                         PosixTemporary = 020000000;
// std::ios_base::openmode.
static constexpr int64_t IosApp = 1, IosOut = 16, IosTrunc = 32;
// QIODevice::OpenModeFlag.
static constexpr int64_t QtWriteOnly = 2, QtAppend = 4, QtTruncate = 8,
                         QtNewOnly = 0x40;
// SQLITE_OPEN_*.
static constexpr int64_t SqliteReadWrite = 2, SqliteCreate = 4,
                         SqliteMemory = 0x80;
// boost::beast::file_mode: read, scan, and then those that write.
static constexpr int64_t BeastWrite = 2;

/// "QSQLITE", "sqlite3", or the start of a text that names its driver first.
static ModeAnswer driverWrites(const KnownText &Driver) {
  // The scheme and its colon settle it, whatever follows.
  auto [Name, Rest] = llvm::StringRef(Driver.Prefix).split(':');
  if (Rest.starts_with(":")) // A qualified name.
    Name = Driver.Prefix;
  for (llvm::StringRef File : {"sqlite", "duckdb"})
    if (Name.contains_insensitive(File))
      return ModeAnswer::Writes;
  return Driver.Complete || !Rest.empty() ? ModeAnswer::Elsewhere
                                          : ModeAnswer::Unknown;
}

ModeAnswer modeWrites(ModeSyntax Syntax, const KnownText &Mode) {
  llvm::StringRef Text = Mode.Prefix;
  if (Syntax == ModeSyntax::None)
    return ModeAnswer::Writes;
  if (Syntax == ModeSyntax::Stdio) {
    // "r,ccs=latin1": what follows the comma is no mode.
    if (Text.split(',').first.find_first_of("wa+") != llvm::StringRef::npos)
      return ModeAnswer::Writes;
    return Mode.Complete && !Text.empty() ? ModeAnswer::Reads
                                          : ModeAnswer::Unknown;
  }
  if (Syntax == ModeSyntax::Driver)
    return driverWrites(Mode);
  int64_t Bits = 0;
  if (!Mode.Complete || Text.getAsInteger(10, Bits))
    return ModeAnswer::Unknown;
  if (Syntax == ModeSyntax::Beast)
    return Bits >= BeastWrite ? ModeAnswer::Writes : ModeAnswer::Reads;
  int64_t Writing = 0;
  switch (Syntax) {
  case ModeSyntax::Posix:
    Writing = PosixWriteOnly | PosixReadWrite | PosixCreate | PosixTruncate |
              PosixTemporary;
    break;
  case ModeSyntax::Ios:
    Writing = IosApp | IosOut | IosTrunc;
    break;
  case ModeSyntax::Qt:
    Writing = QtWriteOnly | QtAppend | QtTruncate | QtNewOnly;
    break;
  default:
    if (Bits & SqliteMemory)
      return ModeAnswer::Reads;
    Writing = SqliteReadWrite | SqliteCreate;
    break;
  }
  return Bits & Writing ? ModeAnswer::Writes : ModeAnswer::Reads;
}

} // namespace stateless
