//===- Words.h - What verdicts say to people -------------------*- C++ -*-===//
//
// The one place where reasons become words. It must not know any format.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_WORDS_H
#define STATELESS_DRIVER_REPORT_WORDS_H

#include "policy/Verdict.h"

namespace stateless {

/// "never written"; "exempt type: logger". Empty for none.
std::string wordsOf(const Reason &R);
/// "a thread or signal handler writes it". Empty for none.
std::string wordsOf(const Grounds &G);

/// Why \p V is benign or unsettled; where programs differ, "never written (in
/// 'shop'); written only at start-up (in 'admin')".
std::string reasonOf(const Verdict &V);

/// What and why, on one line without a period at its end.
std::string messageOf(const Verdict &V);
std::string textOf(const VerdictNote &N);

} // namespace stateless

#endif
