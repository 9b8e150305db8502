//===- TextCommands.h - rules, explain, init -------------------*- C++ -*-===//
//
// The commands that analyse nothing: they look at rules, or write a starter
// file. It must not know units, facts or findings.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_TEXTCOMMANDS_H
#define STATELESS_DRIVER_TEXTCOMMANDS_H

#include "Diagnostics.h"
#include "Options.h"
#include "llvm/Support/Error.h"

namespace stateless {

/// Loads the rules that apply: \p RuleFile, or the nearest rule file above
/// one of \p Folders, over the default. With a mistake in them it is an error
/// and all diagnostics go to \p Say; mere warnings are in the result.
llvm::Expected<RuleLoad> loadPolicy(llvm::StringRef RuleFile,
                                    llvm::ArrayRef<std::string> Folders,
                                    Diagnostics &Say);

/// Each returns the exit code.
llvm::Expected<int> dumpPolicy(const Options &Opts,
                               llvm::StringRef WorkingDirectory,
                               Diagnostics &Say);
llvm::Expected<int> listRules(const Options &Opts,
                              llvm::StringRef WorkingDirectory,
                              Diagnostics &Say);
llvm::Expected<int> checkRules(const Options &Opts, Diagnostics &Say);
llvm::Expected<int> printSchema();
llvm::Expected<int> explainCheck(const Options &Opts, Diagnostics &Say);
/// Never overwrites.
llvm::Expected<int> writeStarter(llvm::StringRef WorkingDirectory);

} // namespace stateless

#endif
