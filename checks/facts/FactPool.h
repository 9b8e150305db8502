//===- FactPool.h - Facts by content ---------------------------*- C++ -*-===//
//
// Hashing, equality and hash-consing of facts over all of their fields, in
// expected linear time. It must not know what any fact means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_FACTPOOL_H
#define STATELESS_FACTS_FACTPOOL_H

#include "facts/FactFields.h"
#include "llvm/ADT/DenseMap.h"
#include <utility>
#include <vector>

namespace stateless {

/// Equal facts of one StringTable have equal hashes. Not for storage.
template <typename T> uint64_t hashFact(const T &V, uint64_t Hash = 0) {
  if constexpr (FactVector<T>) {
    Hash = hashFact<uint64_t>(V.size(), Hash);
    for (const auto &Item : V)
      Hash = hashFact(Item, Hash);
  } else if constexpr (Fact<T>) {
    visitFields(V,
                [&](const char *, const auto &F) { Hash = hashFact(F, Hash); });
  } else if constexpr (FactId<T>) {
    Hash = hashFact<uint64_t>(V.Value, Hash);
  } else {
    Hash = (Hash ^ static_cast<uint64_t>(V)) * 0x9e3779b97f4a7c15;
    Hash ^= Hash >> 32;
  }
  return Hash;
}

/// True if all fields are equal.
template <typename T> bool equalFacts(const T &A, const T &B) {
  if constexpr (FactVector<T>) {
    return std::equal(
        A.begin(), A.end(), B.begin(), B.end(),
        [](const auto &X, const auto &Y) { return equalFacts(X, Y); });
  } else if constexpr (Fact<T>) {
    bool Equal = true;
    visitMembers<T>([&](const char *, auto Member) {
      Equal = Equal && equalFacts(A.*Member, B.*Member);
    });
    return Equal;
  } else {
    return A == B;
  }
}

/// A list in which every content stands once, in the order of first arrival.
template <typename T> class FactPool {
public:
  /// The position of the item that equals \p Item; appends it if there is none.
  uint32_t add(T Item) {
    // DenseMap keeps the two greatest keys for itself.
    auto [First, New] = FirstOf.try_emplace(hashFact(Item) >> 1, None);
    uint32_t *Link = &First->second;
    for (; *Link != None; Link = &NextOf[*Link])
      if (equalFacts(Items[*Link], Item))
        return *Link;
    uint32_t Position = *Link = static_cast<uint32_t>(Items.size());
    NextOf.push_back(None);
    Items.push_back(std::move(Item));
    return Position;
  }

  /// Leaves the pool empty.
  std::vector<T> take() {
    FirstOf = llvm::DenseMap<uint64_t, uint32_t>();
    NextOf = std::vector<uint32_t>();
    return std::exchange(Items, {});
  }

private:
  static constexpr uint32_t None = ~0U;

  std::vector<T> Items;
  llvm::DenseMap<uint64_t, uint32_t> FirstOf; ///< By hash.
  std::vector<uint32_t> NextOf;               ///< With the same hash.
};

/// Drops every item that equals an earlier one.
template <typename T> void removeDuplicates(std::vector<T> &List) {
  if (List.size() < 2)
    return;
  FactPool<T> Pool;
  for (T &Item : List)
    Pool.add(std::move(Item));
  List = Pool.take();
}

} // namespace stateless

#endif
