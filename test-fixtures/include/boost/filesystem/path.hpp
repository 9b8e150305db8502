//===- path.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// The path class of Boost.Filesystem.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace boost {
namespace filesystem {

class path {
public:
  path();
  path(const char *s);
  path(const std::string &s);
  path(const path &p);
  path &operator=(const path &p);
  path &operator/=(const path &p);
  path &operator+=(const std::string &s);
  path parent_path() const;
  const std::string &native() const;
  const char *c_str() const;
  const std::string string() const;
};

path operator/(const path &lhs, const path &rhs);

} // namespace filesystem
} // namespace boost
