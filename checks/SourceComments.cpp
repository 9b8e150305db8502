//===- SourceComments.cpp - The NOLINT comments of a program --------------===//
//
// See SourceComments.h.
//
//===----------------------------------------------------------------------===//
#include "SourceComments.h"

using namespace stateless;

std::vector<NolintComment> stateless::nolintComments(const Program &Prog) {
  std::vector<NolintComment> Comments;
  for (const Directive &D : Prog.directives()) {
    NolintComment Comment;
    Comment.Kind = D.Kind;
    Comment.Loc = {Prog.text(D.Loc.File).str(), D.Loc.Line, D.Loc.Column};
    if (D.HasChecks)
      Comment.Checks = Prog.text(D.Checks).str();
    Comments.push_back(std::move(Comment));
  }
  return Comments;
}
