//===- beast.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// Files of Boost.Beast, and the body of a message that is one.
// Declarations, and bodies of templates, for fixtures that are compiled but never
// linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace boost {
namespace system {
class error_code {};
} // namespace system

namespace beast {

using error_code = system::error_code;

enum class file_mode {
  read,
  scan,
  write,
  write_new,
  write_existing,
  append,
  append_existing
};

class file_posix {
public:
  bool is_open() const;
  void open(char const *path, file_mode mode, error_code &ec);
};
class file_stdio {
public:
  void open(char const *path, file_mode mode, error_code &ec);
};
using file = file_posix;

namespace http {

template <class File> struct basic_file_body {
  class value_type {
  public:
    bool is_open() const { return file_.is_open(); }
    void open(char const *path, file_mode mode, error_code &ec) {
      file_.open(path, mode, ec);
    }

  private:
    File file_;
  };
};
using file_body = basic_file_body<file>;

template <class Body> class message {
public:
  typename Body::value_type &body();
};

} // namespace http
} // namespace beast
} // namespace boost
