//===- function_handlers.hh - Stand-in for the real header ---*- C++ -*-===//
//
// Seastar's HTTP handlers that are made of functions.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <memory>
#include <seastar/http/handlers.hh>

namespace seastar::httpd {

using const_req = const http::request &;
using request_function = std::function<sstring(const_req req)>;
using handle_function = std::function<sstring(const_req req, http::reply &)>;
using future_handler_function =
    std::function<future<std::unique_ptr<http::reply>>(
        std::unique_ptr<http::request> req, std::unique_ptr<http::reply> rep)>;

class function_handler : public handler_base {
public:
  function_handler(const handle_function &f_handle, const sstring &type);
  function_handler(const future_handler_function &f_handle,
                   const sstring &type);
  function_handler(const request_function &_handle, const sstring &type);
  future<std::unique_ptr<http::reply>>
  handle(const sstring &path, std::unique_ptr<http::request> req,
         std::unique_ptr<http::reply> rep) override;
};

} // namespace seastar::httpd
