//===- Arguments.h - Compile commands that can do no harm ------*- C++ -*-===//
//
// Databases hold commands for other compilers, and may be written by anybody.
// This makes of each a command for Clang's driver that has only what says what
// the code means (AllowedOptions), and tells what it left out. It must not
// know the AST, nor put anything into words.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_ARGUMENTS_H
#define STATELESS_EXTRACT_ARGUMENTS_H

#include "extract/Extract.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace stateless {

/// Why a flag was left out.
enum class DropReason : uint8_t {
  Unknown,       ///< Clang does not know it.
  NotAllowed,    ///< Not on the list of what is obeyed.
  HostProcessor, ///< "native": the base processor of the target is taken.
  NotALanguage,  ///< Intel's -xHost: not the -x that names a language.
  NoValue,       ///< Its value is missing.
  Refused,       ///< Clang has it, but not for this target or with this value.
  Standard,      ///< A language standard unknown to Clang: the newest is taken.
};

struct DroppedFlag {
  std::string Flag; ///< As the command has it, with its value.
  DropReason Reason;
};

/// Why a command cannot be analysed at all.
enum class CommandFault : uint8_t {
  None,
  Empty,           ///< It has no word.
  FileRefused,     ///< A response or config file; Detail says which and why.
  NoInput,         ///< It names no file that Clang compiles.
  SeveralInputs,   ///< It names several, none of them the unit's.
  StandardInput,   ///< It compiles what it is sent.
  ForeignLanguage, ///< Detail names it, as -x does.
};

struct ParsedCommand {
  std::vector<std::string> Arguments; ///< For the driver, argv[0] first.
  std::vector<DroppedFlag> Dropped;   ///< Besides what is plainly irrelevant.
  CommandFault Fault = CommandFault::None; ///< If any, Arguments are empty.
  std::string Detail;
};

/// \p ResourceDir may be empty: then Clang looks for its own. Response and
/// config files are read; they are relative to the unit's directory. What
/// Clang named as it refused a command before, \p Refused, is left out: an
/// option as it is spelled, with or without its value, or the value alone of an
/// option that names a target or a part of one.
ParsedCommand adaptCommand(const CompileUnit &Unit, llvm::StringRef ResourceDir,
                           llvm::ArrayRef<std::string> Refused = {});

} // namespace stateless

#endif
