//===- Fingerprint.h - A name for a verdict --------------------*- C++ -*-===//
//
// Names verdicts so that baselines, comments and people find them again after
// lines have moved. It must not know which of them are shown, nor where.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_FINGERPRINT_H
#define STATELESS_POLICY_FINGERPRINT_H

#include "policy/Verdict.h"
#include "llvm/ADT/StringRef.h"

namespace stateless {

/// 16 hexadecimal digits: a hash of check and identity.
std::string fingerprint(const Verdict &V);

/// Gives each of \p Verdicts its own, once, when all are judged: what is shown
/// or excepted later must rename nothing. Equal ones get an ordinal in the
/// order of their locations, so that each is unique; the first keeps
/// fingerprint(). A benign verdict and a violation may share one: turning one
/// into the other must not rename its neighbours.
void giveFingerprints(std::vector<Verdict> &Verdicts);

/// True for 4 to 16 hexadecimal digits: a fingerprint, or enough of one.
bool looksLikeFingerprint(llvm::StringRef Text);

} // namespace stateless

#endif
