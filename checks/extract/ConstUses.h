//===- ConstUses.h - Which variables could be const ------------*- C++ -*-===//
//
// Looks at every use of every variable with static storage in a unit, and at
// every cast that takes const away; completes the Variable facts. On the same
// walk it notes the functions that are named other than to call them, and the
// classes that a library's template is given. It must not know who writes what,
// nor what the edits are for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CONSTUSES_H
#define STATELESS_EXTRACT_CONSTUSES_H

#include "extract/TuContext.h"

namespace stateless {

/// Call it when the variables are recorded.
void extractConstUses(TuContext &Tu);

} // namespace stateless

#endif
