//===- FileModesTest.cpp - Does an open mode write? -----------------------===//
//
// Pins the mode languages against the headers of the build machine where it
// has them, against their documents where not. It must not know paths.
//
//===----------------------------------------------------------------------===//
#include "FileModes.h"
#include "gtest/gtest.h"
#include <fcntl.h>
#include <fstream>

using namespace stateless;

namespace stateless {
static void PrintTo(ModeAnswer A, std::ostream *OS) {
  *OS << (A == ModeAnswer::Reads       ? "Reads"
          : A == ModeAnswer::Writes    ? "Writes"
          : A == ModeAnswer::Elsewhere ? "Elsewhere"
                                       : "Unknown");
}
} // namespace stateless

namespace {

constexpr ModeAnswer Reads = ModeAnswer::Reads, Writes = ModeAnswer::Writes,
                     Elsewhere = ModeAnswer::Elsewhere,
                     Unknown = ModeAnswer::Unknown;

ModeAnswer stdio(const char *Mode, bool Complete = true) {
  return modeWrites(ModeSyntax::Stdio, {Mode, Complete, false});
}
ModeAnswer bits(ModeSyntax Syntax, int64_t Bits) {
  return modeWrites(Syntax, {std::to_string(Bits), true, false});
}
ModeAnswer ios(std::ios_base::openmode Mode) {
  return bits(ModeSyntax::Ios, static_cast<int64_t>(Mode));
}

TEST(FileModes, WithoutAModeItWrites) {
  EXPECT_EQ(modeWrites(ModeSyntax::None, {}), Writes);
}

TEST(FileModes, StdioWritesByLetter) {
  for (const char *Mode : {"w", "wb", "a", "ab+", "r+", "rb+", "r+b", "wx"})
    EXPECT_EQ(stdio(Mode), Writes) << Mode;
  for (const char *Mode : {"r", "rb", "rt", "re", "rm", "rce"})
    EXPECT_EQ(stdio(Mode), Reads) << Mode;
}

TEST(FileModes, StdioNamesOfCharacterSetsAreNoModes) {
  EXPECT_EQ(stdio("r,ccs=latin1+w"), Reads);
  EXPECT_EQ(stdio("w,ccs=UTF-8"), Writes);
}

TEST(FileModes, StdioBeginningsMayGoOn) {
  EXPECT_EQ(stdio("r", /*Complete=*/false), Unknown);
  EXPECT_EQ(stdio("", /*Complete=*/false), Unknown);
  EXPECT_EQ(stdio("w", /*Complete=*/false), Writes);
  EXPECT_EQ(stdio(""), Unknown);
}

TEST(FileModes, PosixFlags) {
  for (int Flags : {O_WRONLY, O_RDWR, O_RDONLY | O_CREAT, O_RDONLY | O_TRUNC,
                    O_WRONLY | O_APPEND, O_TMPFILE | O_RDWR})
    EXPECT_EQ(bits(ModeSyntax::Posix, Flags), Writes) << Flags;
  for (int Flags : {O_RDONLY, O_RDONLY | O_CLOEXEC | O_NONBLOCK, O_DIRECTORY,
                    O_PATH | O_NOFOLLOW, O_APPEND})
    EXPECT_EQ(bits(ModeSyntax::Posix, Flags), Reads) << Flags;
}

TEST(FileModes, StreamFlags) {
  using std::ios;
  EXPECT_EQ(::ios(ios::in | ios::binary | ios::ate), Reads);
  EXPECT_EQ(::ios(ios::out), Writes);
  EXPECT_EQ(::ios(ios::in | ios::out), Writes);
  EXPECT_EQ(::ios(ios::app), Writes);
  EXPECT_EQ(::ios(ios::in | ios::trunc), Writes);
}

TEST(FileModes, QtFlags) {
  EXPECT_EQ(bits(ModeSyntax::Qt, 0x1 | 0x10), Reads); // ReadOnly | Text
  EXPECT_EQ(bits(ModeSyntax::Qt, 0x1 | 0x80), Reads); // ReadOnly | ExistingOnly
  EXPECT_EQ(bits(ModeSyntax::Qt, 0x3), Writes);       // ReadWrite
  EXPECT_EQ(bits(ModeSyntax::Qt, 0x4), Writes);       // Append
  EXPECT_EQ(bits(ModeSyntax::Qt, 0x40), Writes);      // NewOnly
}

TEST(FileModes, SqliteFlags) {
  EXPECT_EQ(bits(ModeSyntax::Sqlite, 0x1), Reads);
  EXPECT_EQ(bits(ModeSyntax::Sqlite, 0x2), Writes);
  EXPECT_EQ(bits(ModeSyntax::Sqlite, 0x2 | 0x4), Writes);
  EXPECT_EQ(bits(ModeSyntax::Sqlite, 0x6 | 0x80), Reads); // in memory
}

TEST(FileModes, BeastModes) {
  for (int Mode : {0, 1}) // read, scan
    EXPECT_EQ(bits(ModeSyntax::Beast, Mode), Reads) << Mode;
  for (int Mode : {2, 3, 4, 5, 6}) // write.., append..
    EXPECT_EQ(bits(ModeSyntax::Beast, Mode), Writes) << Mode;
}

TEST(FileModes, DriversOfDatabases) {
  auto Driver = [](const char *Name, bool Complete = true) {
    return modeWrites(ModeSyntax::Driver, {Name, Complete, false});
  };
  for (const char *Name : {"sqlite3", "SQLite", "QSQLITE", "sqlite3://db=a",
                           "soci::sqlite3", "SQLite::Connector::KEY"})
    EXPECT_EQ(Driver(Name), Writes) << Name;
  for (const char *Name :
       {"QPSQL", "postgresql://dbname=sqlite", "soci::mysql", ""})
    EXPECT_EQ(Driver(Name), Elsewhere) << Name;
  EXPECT_EQ(Driver("sqlite3:", /*Complete=*/false), Writes);
  EXPECT_EQ(Driver("mysql://db", /*Complete=*/false), Elsewhere);
  EXPECT_EQ(Driver("my", /*Complete=*/false), Unknown);
}

TEST(FileModes, FlagsThatAreNoNumberAreUnknown) {
  EXPECT_EQ(modeWrites(ModeSyntax::Posix, {"1", false, false}), Unknown);
  EXPECT_EQ(modeWrites(ModeSyntax::Posix, {"", true, false}), Unknown);
  EXPECT_EQ(modeWrites(ModeSyntax::Ios, {"out", true, false}), Unknown);
  EXPECT_EQ(modeWrites(ModeSyntax::Qt, {"99999999999999999999", true, false}),
            Unknown);
}

} // namespace
