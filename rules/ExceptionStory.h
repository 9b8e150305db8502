//===- ExceptionStory.h - What exceptions say of one verdict ---*- C++ -*-===//
//
// For `explain`: every record, annotation and NOLINT comment that might excuse
// a verdict, whether it does, and why not; and the record that would. It asks
// the matchers that applyExceptions() uses and must not match by itself, nor
// know how the story is printed.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_EXCEPTIONSTORY_H
#define STATELESS_RULES_EXCEPTIONSTORY_H

#include "RuleSet.h"
#include "policy/NolintComment.h"

namespace stateless {

struct RecordAnswer {
  const ExceptionRecord *Record = nullptr; ///< Of the rules that were asked.
  std::vector<std::string> WhyNot;         ///< Empty: it matches.
  bool OnlyExpired = false; ///< On an earlier day it would have matched.
};

struct SourceAnswer {
  SourceLocation Loc; ///< Of the comment; an annotation's is the verdict's.
  std::string Text;   ///< "NOLINT(list)", "annotation \"stateless: reason\"".
  std::string WhyNot; ///< Empty: it matches.
};

struct ExceptionStory {
  std::vector<RecordAnswer> Records; ///< All of them, in file order.
  std::vector<SourceAnswer> InSource;
  /// A record that covers the verdict, as narrow as it can be, for a year;
  /// without a reason and an owner.
  ExceptionRecord Proposal;
};

/// What \p Rules and \p Comments, those of the program, say of \p V on the day
/// \p Today.
/// Which of those that match speaks is in V.Suppressed.
ExceptionStory exceptionStory(const Verdict &V, const RuleSet &Rules,
                              std::vector<NolintComment> Comments, Date Today);

} // namespace stateless

#endif
