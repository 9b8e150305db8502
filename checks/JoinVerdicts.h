//===- JoinVerdicts.h - What several programs say of one object *- C++ -*-===//
//
// A database may hold several programs that share units. Each is judged by
// itself; here their verdicts on one object become one. It must not know facts,
// nor how the programs were found.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_JOINVERDICTS_H
#define STATELESS_CHECKS_JOINVERDICTS_H

#include "Check.h"
#include <string>
#include <vector>

namespace stateless {

struct ProgramJudgement {
  std::string Program; ///< As people call it; empty: a library.
  Judgement Said;
};

/// One verdict for each object and check, the worst of all programs that have
/// the object. If some of these serve, the others have no say: what a test or a
/// tool does to an object is nothing that a request leaves behind. What one of
/// several programs says alone names it. No note of one program stands in the
/// verdict of another. A fix is left only if all of them offer one, and no
/// other object has the name.
Judgement joinVerdicts(std::vector<ProgramJudgement> All);

} // namespace stateless

#endif
