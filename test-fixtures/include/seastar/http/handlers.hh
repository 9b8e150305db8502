//===- handlers.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Seastar's HTTP handlers, requests and replies.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <memory>
#include <seastar/core/future.hh>

namespace seastar {

namespace http {
struct request {
  sstring get_path_param(const sstring &name) const;
  sstring content;
};
struct reply {
  sstring _content;
  void done();
};
} // namespace http

namespace httpd {

class handler_base {
public:
  virtual ~handler_base();
  virtual future<std::unique_ptr<http::reply>>
  handle(const sstring &path, std::unique_ptr<http::request> req,
         std::unique_ptr<http::reply> rep) = 0;
};

} // namespace httpd

} // namespace seastar
