//===- LinkNames.h - What a linker would see of a unit ---------*- C++ -*-===//
//
// The external symbols that one unit defines, and those that its bodies speak
// of: enough to tell which units make up a program without reading their facts.
// It must not know programs, nor what any fact means beyond that.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_LINKNAMES_H
#define STATELESS_FACTS_LINKNAMES_H

#include "facts/Facts.h"

namespace stateless {

/// Hashes of symbols. Two symbols with one hash put one unit too many into a
/// program, and never leave one out.
struct LinkNames {
  /// Sorted. Inline functions and templates are here too: who refers to one
  /// has its body, and so asks no other unit for it.
  std::vector<uint64_t> Defines;
  /// Sorted. What the unit refers to and does not define; also symbols that no
  /// unit defines.
  std::vector<uint64_t> Needs;
  bool Main = false; ///< Defines `main`.

  bool operator==(const LinkNames &) const = default;
};

/// The name of "some method of this class, or its table".
constexpr uint64_t ClassNameBit = 1ULL << 62;

LinkNames linkNamesOf(const TuFacts &Unit);

} // namespace stateless

#endif
