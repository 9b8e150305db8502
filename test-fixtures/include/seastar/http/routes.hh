//===- routes.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Seastar's routes.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <seastar/http/handlers.hh>

namespace seastar::httpd {

enum operation_type { GET, POST, PUT, DELETE, HEAD, OPTIONS };

class url {
public:
  url(const sstring &path);
  url &remainder(const sstring &param);
};

class match_rule;

class routes {
public:
  routes();
  ~routes();
  routes &put(operation_type type, const sstring &url, handler_base *handler);
  routes &add(match_rule *rule, operation_type type = GET);
  routes &add(operation_type type, const url &url, handler_base *handler);
  routes &add_default_handler(handler_base *handler);
};

} // namespace seastar::httpd
