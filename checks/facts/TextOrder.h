//===- TextOrder.h - Facts in an order that people see ---------*- C++ -*-===//
//
// Ids are numbered by order of arrival; what a program lists is ordered by the
// text that they stand for. It must not know where the facts came from.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_TEXTORDER_H
#define STATELESS_FACTS_TEXTORDER_H

#include "facts/Facts.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>
#include <tuple>

namespace stateless {

/// 0, 1, ... \p Count - 1.
inline std::vector<uint32_t> positions(size_t Count) {
  std::vector<uint32_t> Result(Count);
  std::iota(Result.begin(), Result.end(), 0);
  return Result;
}

/// Comparison by text, never by the value of an id.
class TextOrder {
public:
  explicit TextOrder(const StringTable &Strings) : Strings(Strings) {}

  int compare(StringId A, StringId B) const {
    return A == B ? 0 : Strings[A].compare(Strings[B]);
  }
  int compare(const Location &A, const Location &B) const {
    if (int Files = compare(A.File, B.File))
      return Files;
    return compareNumbers(std::tie(A.Line, A.Column),
                          std::tie(B.Line, B.Column));
  }

  /// \p Items by location, then symbol, then as they were.
  template <typename T> std::vector<T> byLocation(std::vector<T> Items) const {
    std::vector<uint32_t> Order = positions(Items.size());
    llvm::sort(Order, [&](uint32_t A, uint32_t B) {
      if (int Places = compare(Items[A].Loc, Items[B].Loc))
        return Places < 0;
      int Symbols = compare(Items[A].Symbol, Items[B].Symbol);
      return Symbols != 0 ? Symbols < 0 : A < B;
    });
    std::vector<T> Result;
    Result.reserve(Items.size());
    for (uint32_t I : Order)
      Result.push_back(std::move(Items[I]));
    return Result;
  }

private:
  template <typename T> static int compareNumbers(const T &A, const T &B) {
    return A < B ? -1 : B < A ? 1 : 0;
  }

  const StringTable &Strings;
};

} // namespace stateless

#endif
