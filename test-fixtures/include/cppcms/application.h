//===- application.h - Stand-in for the real header ---*- C++ -*-===//
//
// CppCMS' applications.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cppcms/session_interface.h>
#include <ostream>
#include <string>

namespace cppcms {

class service;
class url_dispatcher;
class url_mapper;

namespace http {
class response {
public:
  std::ostream &out();
};
class request {
public:
  std::string get(std::string const &name);
};
} // namespace http

class application {
public:
  application(cppcms::service &srv);
  virtual ~application();
  http::request &request();
  http::response &response();
  session_interface &session();
  cache_interface &cache();
  url_dispatcher &dispatcher();
  url_mapper &mapper();
  virtual void main(std::string url);
  virtual void init();
  virtual void clear();

  application(application const &) = delete;
};

} // namespace cppcms
