//===- FixTransaction.h - Several files changed as one ---------*- C++ -*-===//
//
// Replaces the contents of files so that after it, and after any interruption
// and the next run, either all of them have changed or none. It must not know
// what the changes are for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_FIXTRANSACTION_H
#define STATELESS_DRIVER_FIXTRANSACTION_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>

namespace stateless {

/// A file that is to be replaced.
struct ChangedFile {
  std::string Path; ///< Absolute, without symbolic links.
  llvm::StringRef Before;
  std::string After;
};

/// Why nothing was changed, and at which file.
class FixFailure : public llvm::ErrorInfo<FixFailure> {
public:
  static char ID;
  FixFailure(std::string File, std::string Why)
      : File(std::move(File)), Why(std::move(Why)) {}
  void log(llvm::raw_ostream &OS) const override;
  std::error_code convertToErrorCode() const override {
    return llvm::inconvertibleErrorCode();
  }
  std::string File, Why;
};

/// Writes all \p Files or none; \p Root is the folder of the journal. Each
/// keeps its permissions and, for a superuser, its owner. On failure
/// (FixFailure) all is as it was, and nothing is left over; where even that
/// was impossible the journal stays for the next run, and the text says so.
llvm::Error replaceAll(llvm::ArrayRef<ChangedFile> Files, llvm::StringRef Root);

/// Path of the journal that an interrupted run left in \p Root, if any.
std::optional<std::string> interruptedFix(llvm::StringRef Root);

enum class FixRecovery { Nothing, Undone, Finished };

/// Finishes an interrupted run where every file is as that run knew it, else
/// undoes it. Touches only files that \p MayEdit accepts, and their copies.
/// Fails, and changes nothing, if somebody has changed the files since.
llvm::Expected<FixRecovery>
recoverFixes(llvm::StringRef Root,
             llvm::function_ref<bool(llvm::StringRef)> MayEdit);

} // namespace stateless

#endif
