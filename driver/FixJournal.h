//===- FixJournal.h - What an interrupted --fix leaves to know -*- C++ -*-===//
//
// The text of the file that stands in the project's root while --fix changes
// sources: which files, what they held and what they are to hold, and how far
// the run has come. Lines are only ever added to it. It must not touch any
// file.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_FIXJOURNAL_H
#define STATELESS_DRIVER_FIXJOURNAL_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <string>
#include <vector>

namespace stateless {

enum class FixStage : uint8_t {
  Begun,     ///< Copies may have been written; no source has changed.
  Committed, ///< Every copy is complete; some sources may be renamed.
  Done,      ///< Every source is renamed; copies may be left.
};

struct FixJournal {
  struct File {
    std::string Path;               ///< Below the root, or absolute.
    uint64_t Before = 0, After = 0; ///< Hashes of the contents.
  };

  std::string Run; ///< Eight hexadecimal digits; part of the copies' names.
  std::vector<File> Files;
  FixStage Stage = FixStage::Begun;
};

/// The journal's name in the root.
inline constexpr llvm::StringLiteral FixJournalName =
    ".stateless-tidy-fix.journal";

/// All but the stage, for a run that begins.
std::string journalText(const FixJournal &Journal);
/// The line that says that \p Stage is reached.
llvm::StringRef journalLine(FixStage Stage);

/// Reads what is there. A text that breaks off before all files are named is a
/// journal without files, since nothing is done before they are. Fails on what
/// no run of --fix can have written.
llvm::Expected<FixJournal> parseJournal(llvm::StringRef Text);

} // namespace stateless

#endif
