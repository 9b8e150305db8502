//===- httpd.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Seastar's HTTP server.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <seastar/http/routes.hh>

namespace seastar {

class socket_address {
public:
  explicit socket_address(unsigned short port);
};

namespace httpd {

class http_server_control {
public:
  http_server_control();
  future<> start(const sstring &name = "");
  future<> stop();
  future<> set_routes(std::function<void(routes &r)> fun);
  future<> listen(socket_address addr);
};

} // namespace httpd

} // namespace seastar
