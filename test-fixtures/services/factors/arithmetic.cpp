//===- arithmetic.cpp - Primes and factors --------------------------------===//
#include "arithmetic.h"
#include <unordered_map>

namespace factors {

static bool isPrime(uint32_t number) {
  for (uint32_t divisor = 2; divisor * divisor <= number; ++divisor)
    if (number % divisor == 0)
      return false;
  return true;
}

uint32_t PrimeTable::at(size_t index) {
  std::lock_guard<std::mutex> guard(mutex_);
  uint32_t next = primes_.empty() ? 2 : primes_.back() + 1;
  for (; primes_.size() <= index; ++next)
    if (isPrime(next))
      primes_.push_back(next);
  return primes_[index];
}

static std::string compute(uint64_t number) {
  std::string text;
  for (uint64_t divisor = 2; divisor * divisor <= number; ++divisor)
    for (; number % divisor == 0; number /= divisor)
      text += std::to_string(divisor) + " ";
  return text + std::to_string(number);
}

static std::mutex knownMutex;
[[clang::annotate("stateless: ephemeral cache of a pure function, computed "
                  "again on demand")]]
static std::unordered_map<uint64_t, std::string> known;

std::string factorsOf(uint64_t number) {
  std::lock_guard<std::mutex> guard(knownMutex);
  std::string &text = known[number];
  if (text.empty())
    text = compute(number);
  return text;
}

} // namespace factors
