//===- ConstFix.h - What makes a variable const ----------------*- C++ -*-===//
//
// Puts together what the units say of one variable that nothing writes, and
// makes a fix of it where the whole program would still compile. It must not
// know source text, nor who applies the fix.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_CONSTFIX_H
#define STATELESS_CHECKS_CONSTFIX_H

#include "facts/Program.h"
#include "policy/Verdict.h"

namespace stateless {

/// The edits of all declarations of \p V; empty where they could break the
/// program, or it is not certain that they cannot. That nothing writes \p V is
/// the caller's knowledge.
std::vector<Edit> constFix(const Program &Prog, const Variable &V);

} // namespace stateless

#endif
