//===- StandardNames.h - Members that the standard library calls -*- C++
//-*-===//
//
// A template of the standard library calls members of the classes that it is
// given by the names that the standard's named requirements have (ISO C++23,
// [utility.arg.requirements], [container.requirements], [thread.req.lockable],
// [rand.req.urng], [time.clock.req], [char.traits.require], [expr.await],
// [re.req], [format.formatter], [ranges], and the like), and by no others.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_STANDARDNAMES_H
#define STATELESS_FACTS_STANDARDNAMES_H

#include "llvm/ADT/StringRef.h"

namespace stateless {

/// True if \p Qualified names something of the standard library, or of its
/// implementation: names with two underscores are reserved for it.
bool isStandard(llvm::StringRef Qualified);

/// True if the standard library may call a member of that name; operators,
/// constructors and destructors are not asked for.
bool mayStandardLibraryCall(llvm::StringRef Member);

} // namespace stateless

#endif
