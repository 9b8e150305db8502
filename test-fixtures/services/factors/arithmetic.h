//===- arithmetic.h - Primes and factors -----------------------*- C++ -*-===//
//
// What is computed once is remembered for the next time. It knows nothing of
// HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef FACTORS_ARITHMETIC_H
#define FACTORS_ARITHMETIC_H

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace factors {

/// The prime numbers in order, as far as somebody has asked for them.
class PrimeTable {
public:
  /// The INDEXth prime; the 0th is 2.
  uint32_t at(size_t index);

private:
  std::mutex mutex_;
  std::vector<uint32_t> primes_;
};

/// "2 2 3" for 12.
std::string factorsOf(uint64_t number);

} // namespace factors

#endif
