//===- ApiController.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// The part of oatpp's interface that fixtures use: controllers, endpoints and
// the handlers behind them. The macros are in oatpp/codegen.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>

#define OATPP_CODEGEN_BEGIN(NAME) <oatpp/codegen/NAME##_define.hpp>
#define OATPP_CODEGEN_END(NAME) <oatpp/codegen/NAME##_undef.hpp>

namespace oatpp {

class String {
public:
  String();
  String(std::nullptr_t);
  String(const char *str);
  String(const std::string &str);
  operator std::string() const;
};
String operator+(const String &a, const String &b);
bool operator!=(const String &a, std::nullptr_t);

namespace base {
class Countable {
public:
  virtual ~Countable();
};
} // namespace base

namespace data::mapping {
class ObjectMapper;
}

namespace web::protocol::http {
class Status {
public:
  static const Status CODE_200;
};
namespace incoming {
class Request : public base::Countable {
public:
  String readBodyToString() const;
  String getHeader(const String &headerName) const;
};
} // namespace incoming
namespace outgoing {
class Response : public base::Countable {};
class ResponseFactory {
public:
  static std::shared_ptr<Response> createResponse(const Status &status,
                                                  const String &text);
};
} // namespace outgoing
} // namespace web::protocol::http

namespace web::server {

class HttpRequestHandler {
public:
  using IncomingRequest = protocol::http::incoming::Request;
  using OutgoingResponse = protocol::http::outgoing::Response;
  using ResponseFactory = protocol::http::outgoing::ResponseFactory;
  using Status = protocol::http::Status;
  virtual ~HttpRequestHandler();
  virtual std::shared_ptr<OutgoingResponse>
  handle(const std::shared_ptr<IncomingRequest> &request);
};

namespace api {

class Endpoint : public base::Countable {
public:
  class Info : public base::Countable {
  public:
    static std::shared_ptr<Info> createShared();
    String name;
    String path;
    String method;
  };
};
using Endpoints = std::list<std::shared_ptr<Endpoint>>;

class ApiController : public base::Countable {
public:
  using IncomingRequest = protocol::http::incoming::Request;
  using OutgoingResponse = protocol::http::outgoing::Response;
  using ResponseFactory = protocol::http::outgoing::ResponseFactory;
  using RequestHandler = HttpRequestHandler;
  using Status = protocol::http::Status;
  using ObjectMapper = data::mapping::ObjectMapper;
  using String = oatpp::String;
  using EndpointInfoBuilder = std::function<std::shared_ptr<Endpoint::Info>()>;

  ApiController(const std::shared_ptr<ObjectMapper> &defaultObjectMapper,
                const String &routerPrefix = nullptr);
  const Endpoints &getEndpoints();
  std::shared_ptr<OutgoingResponse> createResponse(const Status &status,
                                                   const String &str) const;

protected:
  template <class T> class Handler : public RequestHandler {
  public:
    using Method = std::shared_ptr<OutgoingResponse> (T::*)(
        const std::shared_ptr<IncomingRequest> &);
    using MethodAsync = void (T::*)(const std::shared_ptr<IncomingRequest> &,
                                    int);
    Handler(T *controller, Method method, MethodAsync methodAsync);
    static std::shared_ptr<Handler> createShared(T *controller, Method method,
                                                 MethodAsync methodAsync);
    std::shared_ptr<OutgoingResponse>
    handle(const std::shared_ptr<IncomingRequest> &request) override;
    Method setMethod(Method method);
  };

  static std::shared_ptr<Endpoint>
  createEndpoint(Endpoints &endpoints,
                 const std::shared_ptr<RequestHandler> &handler,
                 const EndpointInfoBuilder &infoBuilder);
  void setEndpointInfo(const std::string &endpointName,
                       const std::shared_ptr<Endpoint::Info> &info);
  std::shared_ptr<Endpoint::Info>
  getEndpointInfo(const std::string &endpointName);
  void setEndpointHandler(const std::string &endpointName,
                          const std::shared_ptr<RequestHandler> &handler);
  std::shared_ptr<RequestHandler>
  getEndpointHandler(const std::string &endpointName);

  Endpoints m_endpoints;
  String m_routerPrefix;
};

} // namespace api

class HttpRouter {
public:
  static std::shared_ptr<HttpRouter> createShared();
  void route(const String &method, const String &pathPattern,
             const std::shared_ptr<HttpRequestHandler> &endpoint);
  void addController(const std::shared_ptr<api::ApiController> &controller);
};

class HttpConnectionHandler {
public:
  static std::shared_ptr<HttpConnectionHandler>
  createShared(const std::shared_ptr<HttpRouter> &router);
};

} // namespace web::server

} // namespace oatpp
