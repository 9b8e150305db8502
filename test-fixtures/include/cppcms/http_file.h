//===- http_file.h - Stand-in for the real header ---*- C++ -*-===//
//
// A file that was uploaded to CppCMS.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace cppcms {
namespace http {
class file {
public:
  std::string filename() const;
  void save_to(std::string const &filename);
};
} // namespace http
} // namespace cppcms
