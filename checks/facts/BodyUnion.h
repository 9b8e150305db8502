//===- BodyUnion.h - Many bodies of one function, united -------*- C++ -*-===//
//
// A function that was seen with different bodies (instantiations, macros) gets
// all that any of them does, each thing once. It must not know what the
// accesses and calls mean, nor which units they came from.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_BODYUNION_H
#define STATELESS_FACTS_BODYUNION_H

#include "facts/Facts.h"

namespace stateless {

/// Appends what the body of \p From does to \p Into; places that name calls
/// and creations by index are shifted to stay right. Ids must be of one table.
Function appendBody(Function Into, Function From);

/// Drops duplicates from a body: calls that are alike in all respects, the
/// calls that their places name included, become one. Expected linear time
/// but for chains of alike calls at one location.
Function withoutDuplicates(Function F);

} // namespace stateless

#endif
