//===- BodyUnion.h - Many bodies of one function, united -------*- C++ -*-===//
//
// A function that was seen with different bodies (instantiations, macros) gets
// all that any of them does, each thing once. It must not know what
// the calls mean, nor which units they came from.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_BODYUNION_H
#define STATELESS_FACTS_BODYUNION_H

#include "facts/Facts.h"

namespace stateless {

/// Appends what the body of \p From does to \p Into. Ids must be of one table.
Function appendBody(Function Into, Function From);

/// Drops duplicates from a body. Expected linear time.
Function withoutDuplicates(Function F);

} // namespace stateless

#endif
