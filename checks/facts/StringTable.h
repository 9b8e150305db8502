//===- StringTable.h - Interned strings ------------------------*- C++ -*-===//
//
// One table of unique strings per translation unit, and one per Program.
// Facts hold StringIds, never text, so that a million facts stay small and
// compare by integer. It must not know what the strings mean.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_STRINGTABLE_H
#define STATELESS_FACTS_STRINGTABLE_H

#include "llvm/ADT/CachedHashString.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/StringSaver.h"
#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace stateless {

/// Handle of a string in one StringTable. The default value is "".
struct StringId {
  uint32_t Value = 0;

  explicit operator bool() const { return Value != 0; }
  auto operator<=>(const StringId &) const = default;
};

/// A symbol: the interned Clang USR of a declaration; what has internal or no
/// linkage is qualified by its translation unit ("USR@file"), and what is
/// local to a function by its position. Templates: always the pattern's USR.
using SymbolId = StringId;

/// Append-only set of strings. Ids are dense and start at 1; 0 is "".
class StringTable {
public:
  StringTable() : Saver(Arena) { Texts.push_back(""); }
  StringTable(StringTable &&Other) noexcept
      : Arena(std::move(Other.Arena)), Saver(Arena),
        Texts(std::move(Other.Texts)), Ids(std::move(Other.Ids)) {}
  StringTable &operator=(StringTable &&Other) noexcept {
    Arena = std::move(Other.Arena);
    Texts = std::move(Other.Texts);
    Ids = std::move(Other.Ids);
    return *this;
  }

  StringId intern(llvm::StringRef Text) {
    if (Text.empty())
      return {};
    auto [It, New] = Ids.try_emplace(llvm::CachedHashStringRef(Text), 0);
    if (!New)
      return {It->second};
    llvm::StringRef Saved = Saver.save(Text);
    // Same characters, same hash; the key must outlive the caller's buffer.
    It->first = llvm::CachedHashStringRef(Saved, It->first.hash());
    It->second = static_cast<uint32_t>(Texts.size());
    Texts.push_back(Saved);
    return {It->second};
  }

  /// The id of \p Text, or the empty id when it was never interned.
  StringId find(llvm::StringRef Text) const {
    auto It = Ids.find(llvm::CachedHashStringRef(Text));
    return It == Ids.end() ? StringId{} : StringId{It->second};
  }

  llvm::StringRef operator[](StringId Id) const { return Texts[Id.Value]; }

  /// Number of ids, the empty one included.
  size_t size() const { return Texts.size(); }

private:
  llvm::BumpPtrAllocator Arena;
  llvm::StringSaver Saver;
  std::vector<llvm::StringRef> Texts;
  llvm::DenseMap<llvm::CachedHashStringRef, uint32_t> Ids;
};

} // namespace stateless

template <> struct llvm::DenseMapInfo<stateless::StringId> {
  static stateless::StringId getEmptyKey() { return {~0U}; }
  static stateless::StringId getTombstoneKey() { return {~0U - 1}; }
  static unsigned getHashValue(stateless::StringId Id) {
    return DenseMapInfo<uint32_t>::getHashValue(Id.Value);
  }
  static bool isEqual(stateless::StringId A, stateless::StringId B) {
    return A == B;
  }
};

#endif
