//===- Parallel.h - Work on two processors ---------------------*- C++ -*-===//
//
// The analyses of one program are mostly sequential. What is not, runs on a
// thread of its own, or afterwards on the same one where the system gives none
// (std::async, ISO C++ [futures.async]). What runs side by side shares only
// what neither changes, so that no answer depends on which is faster.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_PARALLEL_H
#define STATELESS_FACTS_PARALLEL_H

#include <future>
#include <utility>

namespace stateless {

/// Runs both; returns when both have ended.
template <typename First, typename Second> void sideBySide(First A, Second B) {
  std::future<void> Other = std::async(std::move(B));
  A();
  Other.get();
}

} // namespace stateless

#endif
