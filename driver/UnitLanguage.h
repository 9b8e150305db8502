//===- UnitLanguage.h - What a command compiles ----------------*- C++ -*-===//
//
// Tells, from a file's name and from the command alone, whether a unit is C or
// C++ that we can read, and if not, why. It must not open any file.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_UNITLANGUAGE_H
#define STATELESS_DRIVER_UNITLANGUAGE_H

#include "extract/Extract.h"
#include "report/NotAnalysed.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace stateless {

/// What a file is by its name alone.
enum class FileKind : uint8_t { Source, Header, Foreign, Unknown };
FileKind fileKind(llvm::StringRef File);

/// Nothing if \p Unit can be analysed. \p Named is its file as the database
/// spells it, which tells "-" and where the command names the file.
std::optional<ProblemReason> whyNotAnalysable(const CompileUnit &Unit,
                                              llvm::StringRef Named);

} // namespace stateless

#endif
