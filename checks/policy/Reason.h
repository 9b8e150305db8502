//===- Reason.h - Why a verdict is what it is ------------------*- C++ -*-===//
//
// Reasons as values, so that code compares no words. It must not know how they
// are told: that is the reports' (driver/report/Words.h).
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_REASON_H
#define STATELESS_POLICY_REASON_H

#include "llvm/ADT/StringRef.h"
#include <compare>
#include <cstdint>
#include <string>

namespace stateless {

enum class ReasonKind : uint8_t {
  None,
#define REASON(NAME, ID) NAME,
#include "policy/Reasons.def"
};

enum class GroundsKind : uint8_t {
  None,
#define GROUNDS(NAME, ID) NAME,
#include "policy/Reasons.def"
};

/// Why something is no state, or why nobody knows.
struct Reason {
  ReasonKind Kind = ReasonKind::None;
  std::string Of = {}; ///< What the reason is about: a category, a check.

  explicit operator bool() const { return Kind != ReasonKind::None; }
  auto operator<=>(const Reason &) const = default;
};

/// Why the confidence is what it is.
struct Grounds {
  GroundsKind Kind = GroundsKind::None;
  std::string Of = {}; ///< UnseenWrite: what may write it, in words.

  explicit operator bool() const { return Kind != GroundsKind::None; }
  auto operator<=>(const Grounds &) const = default;
};

/// "never-written"; with what it is about, "exempt-type:logger". Empty for
/// none.
std::string idOf(const Reason &R);
std::string idOf(const Grounds &G);

} // namespace stateless

#endif
