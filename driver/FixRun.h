//===- FixRun.h - --fix, from what a run found -----------------*- C++ -*-===//
//
// Writes the fixes of a run into the project's files, and ends what a killed
// run left behind. It must not know how a fix is made.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_FIXRUN_H
#define STATELESS_DRIVER_FIXRUN_H

#include "Plan.h"

namespace stateless {

/// Whether \p V has a fix that --fix applies.
bool isFixable(const Verdict &V);

/// The exit code is \p Code, unless the files could not be written.
int applyFixes(llvm::ArrayRef<Verdict> Fixable, const Plan &P, Diagnostics &Say,
               int Code);

/// What a killed --fix left behind: --fix ends it, other runs only name it,
/// since they never write. The tree is analysed as it stands.
llvm::Error resumeFixes(const Plan &P, const Options &Opts, Diagnostics &Say);

} // namespace stateless

#endif
