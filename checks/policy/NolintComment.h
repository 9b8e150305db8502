//===- NolintComment.h - A suppression in the source -----------*- C++ -*-===//
//
// A NOLINT comment, with its text, apart from the program that it was read
// with. It must not know what it suppresses.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_NOLINTCOMMENT_H
#define STATELESS_POLICY_NOLINTCOMMENT_H

#include "facts/Facts.h"
#include "policy/Verdict.h"

namespace stateless {

/// No Checks: there are no parentheses.
struct NolintComment {
  DirectiveKind Kind = DirectiveKind::Line;
  SourceLocation Loc;
  std::optional<std::string> Checks;

  auto operator<=>(const NolintComment &) const = default;
};

} // namespace stateless

#endif
