//===- FieldCount.h - How many fields a struct has, for tests --*- C++ -*-===//
//
// Counts the fields of an aggregate as the compiler does, so that tests can
// require that a list of fields leaves none out. It must not know any struct.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_FIELDCOUNT_H
#define STATELESS_FACTS_FIELDCOUNT_H

#include <cstddef>
#include <utility>

namespace stateless {

/// Stands for a value of any type in an aggregate's initialiser.
struct Anything {
  template <typename T> operator T() const;
};

template <typename T, size_t... Is>
constexpr bool takes(std::index_sequence<Is...>) {
  return requires { T{((void)Is, Anything())...}; };
}

/// The number of fields of an aggregate, as the compiler counts them.
template <typename T, size_t Max = 40> constexpr size_t arity() {
  if constexpr (takes<T>(std::make_index_sequence<Max>()))
    return Max;
  else
    return arity<T, Max - 1>();
}

} // namespace stateless

#endif
