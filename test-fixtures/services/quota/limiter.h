//===- limiter.h - So many requests a minute -------------------*- C++ -*-===//
//
// Counts the requests of each API key in windows of fixed length.
//
//===----------------------------------------------------------------------===//
#ifndef QUOTA_LIMITER_H
#define QUOTA_LIMITER_H

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace quota {

class RateLimiter {
public:
  RateLimiter(int perWindow, std::chrono::seconds window)
      : perWindow_(perWindow), window_(window) {}

  /// How many are left after this one; negative: refuse it.
  int take(const std::string &key);

private:
  struct Window {
    std::chrono::steady_clock::time_point opened;
    int taken = 0;
  };

  const int perWindow_;
  const std::chrono::seconds window_;
  std::mutex mutex_;
  std::unordered_map<std::string, Window> windows_;
};

} // namespace quota

#endif
