//===- app-template.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Seastar's program: runs the given function in the reactor.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <seastar/core/future.hh>

namespace seastar {

class app_template {
public:
  app_template();
  int run(int ac, char **av, std::function<future<int>()> &&func) noexcept;
  int run(int ac, char **av, std::function<future<>()> &&func) noexcept;
  int run_deprecated(int ac, char **av,
                     std::function<void()> &&func) noexcept;
};

} // namespace seastar
