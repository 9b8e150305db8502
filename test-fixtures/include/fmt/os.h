//===- os.h - Stand-in for the real header ---*- C++ -*-===//
//
// The files of {fmt}.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <fmt/core.h>

#include <fcntl.h>

namespace fmt {
inline namespace v9 {

template <typename Char> class basic_cstring_view {
public:
  basic_cstring_view(const Char *s) : Text(s) {}
  basic_cstring_view(const std::basic_string<Char> &s) : Text(s.c_str()) {}
  const Char *c_str() const { return Text; }

private:
  const Char *Text;
};

using cstring_view = basic_cstring_view<char>;

class ostream {
public:
  ostream(ostream &&other);
  ~ostream();
  template <typename... T> void print(format_string<T...> fmt, T &&...args);
  void close();
};

template <typename... T> ostream output_file(cstring_view path, T... params);

} // namespace v9
} // namespace fmt
