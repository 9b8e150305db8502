//===- Fuzzing.h - What all fuzzers share ----------------------*- C++ -*-===//
//
// A fuzzer defines LLVMFuzzerTestOneInput, libFuzzer's entry: it runs one part
// of the tool on the bytes and requires what must hold for any bytes. It must
// not read files or the clock, so that an input always does the same.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FUZZ_FUZZING_H
#define STATELESS_FUZZ_FUZZING_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size);

namespace stateless::fuzz {

inline llvm::StringRef textOf(const uint8_t *Data, size_t Size) {
  return {reinterpret_cast<const char *>(Data), Size};
}

/// Takes the first line off \p Rest, without its end.
inline llvm::StringRef takeLine(llvm::StringRef &Rest) {
  auto [Line, After] = Rest.split('\n');
  Rest = After;
  return Line;
}

/// Unlike assert(), also in a build without assertions.
inline void require(bool Holds, const char *What) {
  if (Holds)
    return;
  std::fprintf(stderr, "does not hold: %s\n", What);
  std::abort();
}

} // namespace stateless::fuzz

#endif
