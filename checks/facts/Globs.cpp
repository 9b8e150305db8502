//===- Globs.cpp - Patterns over qualified names --------------------------===//
//
// Goes back to the last star only: what an earlier one could match besides, the
// last one can as well. So the time is bounded by the product of the lengths.
//
//===----------------------------------------------------------------------===//
#include "facts/Globs.h"

using llvm::StringRef;

bool stateless::matchesGlob(StringRef Pattern, StringRef Text) {
  size_t P = 0, T = 0;
  size_t AfterStar = StringRef::npos, Resume = 0;
  while (T < Text.size()) {
    if (P < Pattern.size() && Pattern[P] == '*') {
      AfterStar = ++P;
      Resume = T;
    } else if (P < Pattern.size() &&
               (Pattern[P] == '?' || Pattern[P] == Text[T])) {
      ++P;
      ++T;
    } else if (AfterStar != StringRef::npos) {
      P = AfterStar;
      T = ++Resume;
    } else {
      return false;
    }
  }
  return Pattern.find_first_not_of('*', P) == StringRef::npos;
}
