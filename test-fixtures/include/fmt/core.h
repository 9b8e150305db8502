//===- core.h - Stand-in for the real header ---*- C++ -*-===//
//
// The formatting functions of {fmt}.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace fmt {
inline namespace v9 {

template <typename T> struct type_identity {
  using type = T;
};
template <typename T> using type_identity_t = typename type_identity<T>::type;

template <typename Char, typename... Args> class basic_format_string {
public:
  template <typename S> constexpr basic_format_string(const S &s) : Text(s) {}

private:
  const Char *Text;
};

template <typename... Args>
using format_string = basic_format_string<char, type_identity_t<Args>...>;

template <typename... T>
std::string format(format_string<T...> fmt, T &&...args);
template <typename... T> void print(format_string<T...> fmt, T &&...args);

} // namespace v9
} // namespace fmt
