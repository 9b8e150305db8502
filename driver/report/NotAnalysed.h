//===- NotAnalysed.h - Why code was not analysed, and how much -*- C++ -*-===//
//
// Every entry of a compilation database has one fate: analysed, not analysed
// for one of the reasons below, a repeat of another entry, or left out by the
// user. It must not know how a fate is found out, nor any format.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_NOTANALYSED_H
#define STATELESS_DRIVER_REPORT_NOTANALYSED_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <map>
#include <string>

namespace stateless {

/// Why a unit, or a part of one, was not analysed; machines read the names.
enum class ProblemReason : uint8_t {
  // Units that were tried.
  Errors, ///< The parse met errors; facts may be missing.
  MissingFile,
  TimedOut,
  OutOfMemory,
  Crashed,
  NotStarted,
  // Entries that cannot be tried.
  StandardInput,
  EmptyCommand,
  ResponseFile, ///< One of the command's response files was refused.
  Cuda,
  Hip,
  ObjectiveC,
  OpenCl,
  Fortran,
  OtherLanguage,   ///< Swift, Go, Rust, ...: a language, but not one to read.
  UnknownLanguage, ///< Neither the name nor -x says what it is.
  Assembler,
  Header, ///< Built by itself, as a precompiled header or to check it.
  Resource,
  // Not about a unit.
  HeaderNotRead, ///< A named header that no parse came across.
  Remark,        ///< All was analysed; something is worth knowing.
};

/// "cuda", "timed-out": the same in every release.
llvm::StringRef nameOf(ProblemReason Reason);

/// "in CUDA", "with errors": behind a number of entries.
llvm::StringRef phraseOf(ProblemReason Reason);

/// "CUDA is not read": why an entry was not even tried.
llvm::StringRef explanationOf(ProblemReason Reason);

/// How much a reason costs.
enum class Loss : uint8_t {
  Code,      ///< Part of the program was not analysed: exit code 3.
  Assembler, ///< No state of a service is kept there, but it can write to it:
             ///< the program is not whole, and the exit code stays.
  Nothing,   ///< No code of its own, or analysed elsewhere.
};
Loss lossOf(ProblemReason Reason);

/// True if an entry has it because of the language that it is in.
bool isForeign(ProblemReason Reason);

/// True if the unit was parsed, so that some of it may be known.
bool wasTried(ProblemReason Reason);

/// What became of the entries of a database; the files named on a command line
/// with flags count as entries. Every entry is in exactly one of the counts
/// but Total, which is counted when the database is read.
struct EntryCounts {
  unsigned Total = 0;
  unsigned Analysed = 0;
  std::map<ProblemReason, unsigned> NotAnalysed;
  unsigned Repeated = 0; ///< The same command as another entry.
  unsigned LeftOut = 0;  ///< Not asked for, or excluded.

  unsigned notAnalysed() const;
  /// Those not analysed that hold code.
  unsigned lost() const;
};

/// "3 not analysed (1 in CUDA, 2 with errors)".
std::string describeNotAnalysed(const EntryCounts &Entries);

} // namespace stateless

#endif
