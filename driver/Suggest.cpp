//===- Suggest.cpp - "did you mean" ---------------------------------------===//
//
// Edit distance, with a prefix as the fallback. Ties go to the first word, so
// that the answer does not depend on anything but the list.
//
//===----------------------------------------------------------------------===//
#include "Suggest.h"
#include <algorithm>

using namespace stateless;

std::string stateless::nearest(llvm::StringRef Word,
                               llvm::ArrayRef<std::string> Known) {
  const std::string *Best = nullptr;
  unsigned BestDistance = ~0U;
  for (const std::string &Candidate : Known) {
    size_t Longer = std::max(Word.size(), Candidate.size());
    unsigned Limit = static_cast<unsigned>((Longer + 2) / 3);
    unsigned Distance = Word.edit_distance(Candidate, true, Limit);
    if (Distance > Limit || Distance >= BestDistance || Distance >= Longer)
      continue;
    Best = &Candidate;
    BestDistance = Distance;
  }
  if (Best)
    return *Best;
  auto Begins = [&](const std::string &Candidate) {
    return Word.size() >= 2 && llvm::StringRef(Candidate).starts_with(Word);
  };
  auto It = std::find_if(Known.begin(), Known.end(), Begins);
  return It == Known.end() ? std::string() : *It;
}

std::string stateless::didYouMean(llvm::StringRef Word,
                                  llvm::ArrayRef<std::string> Known) {
  std::string Near = nearest(Word, Known);
  return Near.empty() ? Near : "; did you mean '" + Near + "'?";
}
