//===- AllowedOptions.h - Which compiler options are obeyed ----*- C++ -*-===//
//
// The allow list: an option reaches Clang only if what the code means depends
// on it and it neither runs, loads nor writes anything. What is in no table is
// refused. It must not know command lines.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_ALLOWEDOPTIONS_H
#define STATELESS_EXTRACT_ALLOWEDOPTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Option/Option.h"

namespace stateless {

enum class OptionUse : uint8_t {
  Meaning,    ///< Says what the code means: language, target, macros, ABI.
  Irrelevant, ///< Says what to make of the code; left out without a word.
  Refused,    ///< Anything else; left out with a note.
};

/// For an option of Clang's driver or front end that is no alias.
OptionUse useOf(const llvm::opt::Option &Option);

/// The names in the tables, each list sorted, for tests.
llvm::ArrayRef<llvm::StringLiteral> meaningfulOptions();
llvm::ArrayRef<llvm::StringLiteral> irrelevantOptions();

} // namespace stateless

#endif
