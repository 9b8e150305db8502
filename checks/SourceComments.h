//===- SourceComments.h - The NOLINT comments of a program -----*- C++ -*-===//
//
// Takes them out of the facts, for who knows no program. It must not know what
// they suppress.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_SOURCECOMMENTS_H
#define STATELESS_CHECKS_SOURCECOMMENTS_H

#include "facts/Program.h"
#include "policy/NolintComment.h"

namespace stateless {

std::vector<NolintComment> nolintComments(const Program &Prog);

} // namespace stateless

#endif
