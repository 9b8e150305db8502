//===- Fingerprint.cpp - A name for a verdict -----------------------------===//
//
// See Fingerprint.h. Baselines hold what is made here: it may never change.
//
//===----------------------------------------------------------------------===//
#include "policy/Fingerprint.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"
#include <map>
#include <numeric>
#include <tuple>

using namespace llvm;

namespace stateless {

/// The hash of the parts that name a finding; \p Ordinal 0 adds nothing.
static std::string hashOf(const Verdict &V, unsigned Ordinal) {
  std::string Key = V.Check;
  Key += '\0';
  Key += V.Identity;
  if (Ordinal != 0) {
    Key += '\0';
    Key += utostr(Ordinal);
  }
  return utohexstr(xxh3_64bits(StringRef(Key)), /*LowerCase=*/true,
                   /*Width=*/16);
}

std::string fingerprint(const Verdict &V) { return hashOf(V, 0); }

void giveFingerprints(std::vector<Verdict> &Verdicts) {
  std::vector<size_t> Order(Verdicts.size());
  std::iota(Order.begin(), Order.end(), 0);
  sort(Order, [&](size_t A, size_t B) {
    return std::tie(Verdicts[A].Loc, A) < std::tie(Verdicts[B].Loc, B);
  });
  std::map<std::tuple<StringRef, StringRef, VerdictKind>, unsigned> Seen;
  for (size_t I : Order) {
    Verdict &V = Verdicts[I];
    V.Fingerprint = hashOf(V, Seen[{V.Check, V.Identity, V.Kind}]++);
  }
}

bool looksLikeFingerprint(StringRef Text) {
  return Text.size() >= 4 && Text.size() <= 16 && all_of(Text, isHexDigit);
}

} // namespace stateless
