//===- Voices.h - Many verdicts on one object, joined ----------*- C++ -*-===//
//
// Several programs may have one object, and a template makes several variables
// at one place. The reader gets one verdict: what counts most, and where the
// others differ. It must not know facts, nor where the verdicts come from.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_VOICES_H
#define STATELESS_CHECKS_VOICES_H

#include "policy/Verdict.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace stateless {

/// What one of several, a program or an instantiation, says.
struct Voice {
  std::string Name;
  Verdict V;

  bool agreesWith(const Verdict &Other) const {
    return V.Kind == Other.Kind && V.Message == Other.Message;
  }
};

/// True if all say the same.
bool agree(llvm::ArrayRef<Voice> Voices);

/// The verdict of one check that counts most of \p Same, which is not empty.
/// Where others say otherwise, its notes tell who says what.
Verdict joinVoices(llvm::ArrayRef<Voice> Same);

/// Leaves the most specific violation of those on one object; what others say
/// becomes benign, as reported.
std::vector<Verdict> oneSpeaker(std::vector<Verdict> Verdicts);

/// Makes one verdict of those on all variables that a template makes at one
/// place.
std::vector<Verdict> joinInstances(std::vector<Verdict> Verdicts);

} // namespace stateless

#endif
