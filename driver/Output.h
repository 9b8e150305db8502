//===- Output.h - Reports to the places that were asked for ----*- C++ -*-===//
//
// Says before the work what cannot be written, and gives each report its place
// and a stream that keeps it harmless. It must not know what it writes.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_OUTPUT_H
#define STATELESS_DRIVER_OUTPUT_H

#include "Options.h"
#include "io/Printable.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace stateless {

/// Fails if a report could not be written where it is asked for, or if two
/// would go to one place, by whatever names: better told before the work than
/// after.
llvm::Error checkOutputs(llvm::ArrayRef<OutputRequest> Outputs);

/// Calls \p Write with a PeopleStream to \p File, or to stdout if that is
/// empty; the rest is as writeFile() says.
llvm::Error writeOutput(llvm::StringRef File, Spelling How,
                        llvm::function_ref<void(llvm::raw_ostream &)> Write);

/// What paths are printed relative to, in reports for machines: the checkout
/// that holds \p SourceRoot, else \p RuleRoot, else \p SourceRoot, else
/// \p WorkingDirectory.
std::string projectRoot(llvm::StringRef SourceRoot, llvm::StringRef RuleRoot,
                        llvm::StringRef WorkingDirectory);

} // namespace stateless

#endif
