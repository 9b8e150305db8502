//===- ExceptionStory.cpp - What exceptions say of one verdict ------------===//
//
// In the order in which they may speak: records, annotations, comments.
//
//===----------------------------------------------------------------------===//
#include "ExceptionStory.h"
#include "Exceptions.h"
#include "InSource.h"
#include "PathGlob.h"
#include "llvm/ADT/STLExtras.h"

using namespace stateless;

static RecordAnswer answerOf(const ExceptionRecord &Record, const Verdict &V,
                             const RuleSet &Rules, Date Today) {
  RecordAnswer Answer{&Record, {}, false};
  auto Keys = mismatches(Record, V, Rules, Today);
  for (RecordKey Key : Keys)
    Answer.WhyNot.push_back(mismatchText(Key, Record, V, Rules));
  Answer.OnlyExpired = Keys.size() == 1 && Keys.front() == RecordKey::Expires;
  return Answer;
}

static void addAnnotations(const Verdict &V, std::vector<SourceAnswer> &To) {
  for (const std::string &Text : V.Annotations)
    if (std::optional<llvm::StringRef> Reason = annotationReason(Text))
      To.push_back({V.Loc, "annotation \"" + Text + "\"",
                    Reason->empty() ? "it has no reason" : ""});
}

static void addComments(const Verdict &V, std::vector<NolintComment> Found,
                        std::vector<SourceAnswer> &To) {
  NolintIndex Comments(std::move(Found));
  for (const NolintComment *Comment : Comments.reaching(V.Loc))
    To.push_back(
        {Comment->Loc, nolintText(*Comment),
         nolintNames(*Comment, V.Check) ? "" : "it does not name the check"});
}

/// The same day of the next year; never the 29th of February.
static Date inAYear(Date Today) {
  return {Today.Year + 1, Today.Month, std::min(Today.Day, 28)};
}

static ExceptionRecord proposal(const Verdict &V, const RuleSet &Rules,
                                Date Today) {
  ExceptionRecord Record;
  Record.Check = V.Check;
  Record.Expires = inAYear(Today);
  if (!V.Symbol.empty())
    Record.Symbol = V.Symbol;
  if (!V.Path.empty())
    Record.Path = V.Path;
  // What is known of a path need not be a pattern that matches it.
  if (!mismatches(Record, V, Rules, Today).empty())
    Record.Path.reset();
  if (!Record.Symbol && !Record.Path)
    Record.Path = pathBelow(V.Loc.File, Rules.Root).str();
  return Record;
}

ExceptionStory stateless::exceptionStory(const Verdict &V, const RuleSet &Rules,
                                         std::vector<NolintComment> Comments,
                                         Date Today) {
  ExceptionStory Story;
  for (const ExceptionRecord &Record : Rules.Exceptions)
    Story.Records.push_back(answerOf(Record, V, Rules, Today));
  addAnnotations(V, Story.InSource);
  addComments(V, std::move(Comments), Story.InSource);
  Story.Proposal = proposal(V, Rules, Today);
  return Story;
}
