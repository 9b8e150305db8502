//===- http_handler_base.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// userver's HTTP handlers: components whose one method serves a request.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>
#include <string_view>

namespace userver {

namespace components {
class ComponentConfig;
class ComponentContext;
class ComponentBase {
public:
  virtual ~ComponentBase();
};
} // namespace components

namespace server::http {
class HttpRequest {
public:
  const std::string &GetArg(std::string_view arg_name) const;
  const std::string &RequestBody() const;
};
} // namespace server::http

namespace server::request {
class RequestBase;
class RequestContext;
} // namespace server::request

namespace server::handlers {

class HandlerBase : public components::ComponentBase {
public:
  HandlerBase(const components::ComponentConfig &config,
              const components::ComponentContext &context,
              bool is_monitor = false);
  virtual void HandleRequest(request::RequestBase &request,
                             request::RequestContext &context) const = 0;
};

class HttpHandlerBase : public HandlerBase {
public:
  HttpHandlerBase(const components::ComponentConfig &config,
                  const components::ComponentContext &component_context,
                  bool is_monitor = false);
  void HandleRequest(request::RequestBase &request,
                     request::RequestContext &context) const override;
  virtual std::string
  HandleRequestThrow(const http::HttpRequest &request,
                     request::RequestContext &context) const;
};

} // namespace server::handlers

} // namespace userver
