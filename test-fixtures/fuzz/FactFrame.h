//===- FactFrame.h - The bytes around facts --------------------*- C++ -*-===//
//
// Serialised facts begin with a magic word, a checksum and the version of the
// format. A fuzzer would never guess these, so its inputs are what follows
// them, and this adds and removes the rest.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FUZZ_FACTFRAME_H
#define STATELESS_FUZZ_FACTFRAME_H

#include "Fuzzing.h"
#include "facts/Serialization.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

namespace stateless::fuzz {

constexpr size_t MagicSize = 8, ChecksumSize = 8;

/// What follows the version in \p Bytes, which are serialised facts.
inline llvm::StringRef unframed(llvm::StringRef Bytes) {
  size_t At = Bytes.find(factsFormatVersion());
  require(At != llvm::StringRef::npos, "facts name their version");
  return Bytes.drop_front(At + factsFormatVersion().size());
}

/// \p Payload with all that makes deserialize() look at it.
inline std::string framed(llvm::StringRef Payload) {
  static const std::string Empty = serialize(TuFacts());
  llvm::StringRef Start(Empty);
  Start = Start.drop_back(unframed(Empty).size());
  std::string Bytes = (Start + Payload).str();
  llvm::support::endian::write64le(
      Bytes.data() + MagicSize,
      llvm::xxh3_64bits(
          llvm::StringRef(Bytes).drop_front(MagicSize + ChecksumSize)));
  return Bytes;
}

} // namespace stateless::fuzz

#endif
