//===- Serialization.h - The one door between facts and bytes --*- C++ -*-===//
//
// Facts cross process and cache borders as bytes of one versioned format. The
// reader trusts nothing: truncated, corrupt or foreign bytes give an error,
// never a crash and never wrong facts. It must not know files or processes.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_SERIALIZATION_H
#define STATELESS_FACTS_SERIALIZATION_H

#include "facts/LinkNames.h"
#include "llvm/Support/Error.h"
#include <string>

namespace stateless {

/// Changes whenever the bytes of equal facts change: part of every cache key.
llvm::StringRef factsFormatVersion();

std::string serialize(const TuFacts &Facts);

/// The inverse of serialize(). All ids of the result are in range.
llvm::Expected<TuFacts> deserialize(llvm::StringRef Bytes);

/// \p Bytes with \p Names behind them, for who groups units before it reads
/// their facts.
std::string append(std::string Bytes, const LinkNames &Names);

/// Takes what append() has added off the end of \p Bytes. They are left as
/// they are if there is no such thing.
llvm::Expected<LinkNames> detachLinkNames(std::string &Bytes);

} // namespace stateless

#endif
