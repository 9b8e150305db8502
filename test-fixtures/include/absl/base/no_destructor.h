//===- no_destructor.h - Stand-in for the real header ---*- C++ -*-===//
//
// A static object that is never destroyed.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace absl {

template <typename T> class NoDestructor {
public:
  template <typename... Ts> explicit constexpr NoDestructor(Ts &&...Args);
  NoDestructor();
  T &operator*();
  const T &operator*() const;
  T *operator->();
  const T *operator->() const;
  T *get();
  const T *get() const;
};

} // namespace absl
