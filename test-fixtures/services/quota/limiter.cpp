//===- limiter.cpp - So many requests a minute ----------------------------===//
#include "limiter.h"

namespace quota {

int RateLimiter::take(const std::string &key) {
  auto now = std::chrono::steady_clock::now();
  std::lock_guard<std::mutex> guard(mutex_);
  Window &window = windows_[key];
  if (window.taken == 0 || now - window.opened >= window_)
    window = Window{now, 0};
  if (window.taken < perWindow_)
    ++window.taken;
  else
    return -1;
  return perWindow_ - window.taken;
}

} // namespace quota
