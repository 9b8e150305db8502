//===- future.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Seastar's futures, as far as a server's start needs them.
// Declarations, and empty bodies where lambdas instantiate a template, for
// fixtures that are compiled but never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>
#include <utility>

namespace seastar {

using sstring = std::string;

template <typename T = void> class future {
public:
  template <typename Func> future<> then(Func &&func) noexcept { return {}; }
  template <typename Func> future<T> finally(Func &&func) noexcept {
    return {};
  }
  template <typename Func> future<T> handle_exception(Func &&func) noexcept {
    return {};
  }
};

template <typename T = void, typename... A>
future<T> make_ready_future(A &&...value) noexcept;

} // namespace seastar
