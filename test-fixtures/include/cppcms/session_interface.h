//===- session_interface.h - Stand-in for the real header ---*- C++ -*-===//
//
// CppCMS' sessions and cache.
// Declarations, and empty bodies of templates, for fixtures that are compiled but
// never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace cppcms {

class session_interface {
public:
  bool is_set(std::string const &key);
  void erase(std::string const &key);
  std::string get(std::string const &key);
  std::string &operator[](std::string const &key);
  void set(std::string const &key, std::string const &v);
  template <typename T> void set(std::string const &key, T const &value) {}
};

class cache_interface {
public:
  bool fetch_page(std::string const &key);
  void store_page(std::string const &key, int timeout = -1);
};

} // namespace cppcms
