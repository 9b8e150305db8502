//===- fstream.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// The file streams of Boost.Filesystem.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <boost/filesystem/path.hpp>

#include <fstream>
#include <iosfwd>

namespace boost {
namespace filesystem {

template <class charT, class traits = std::char_traits<charT>>
class basic_ifstream : public std::basic_ifstream<charT, traits> {
public:
  basic_ifstream();
  explicit basic_ifstream(const path &p);
  basic_ifstream(const path &p, std::ios_base::openmode mode);
};

template <class charT, class traits = std::char_traits<charT>>
class basic_ofstream : public std::basic_ofstream<charT, traits> {
public:
  basic_ofstream();
  explicit basic_ofstream(const path &p);
  basic_ofstream(const path &p, std::ios_base::openmode mode);
  void open(const path &p);
  void open(const path &p, std::ios_base::openmode mode);
};

typedef basic_ifstream<char> ifstream;
typedef basic_ofstream<char> ofstream;

} // namespace filesystem
} // namespace boost
