//===- drogon.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of Drogon's interface that fixtures use: the application, its
// controllers and filters, and the macros that list their paths.
// Declarations, and empty bodies where lambdas instantiate a template, for
// fixtures that are compiled but never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#define METHOD_LIST_BEGIN static void initPathRouting() {
#define METHOD_ADD(method, pattern, ...)                                       \
  registerMethod(&method, pattern, {__VA_ARGS__}, true, #method)
#define ADD_METHOD_TO(method, path_pattern, ...)                               \
  registerMethod(&method, path_pattern, {__VA_ARGS__}, false, #method)
#define METHOD_LIST_END                                                        \
  return;                                                                      \
  }
#define PATH_LIST_BEGIN static void initPathRouting() {
#define PATH_ADD(path, ...) registerSelf__(path, {__VA_ARGS__})
#define PATH_LIST_END }

namespace trantor {
class EventLoop {
public:
  using TimerId = unsigned long;
  void queueInLoop(std::function<void()> &&f);
  TimerId runEvery(double interval, std::function<void()> &&cb);
};
} // namespace trantor

namespace drogon {

enum HttpMethod { Get = 0, Post, Head, Put, Delete, Options, Patch, Invalid };

class HttpRequest {
public:
  virtual ~HttpRequest();
  virtual const std::string &path() const = 0;
  virtual const std::string &getParameter(const std::string &key) const = 0;
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;

class HttpResponse {
public:
  virtual ~HttpResponse();
  static std::shared_ptr<HttpResponse> newHttpResponse();
  virtual void setBody(const std::string &body) = 0;
};
using HttpResponsePtr = std::shared_ptr<HttpResponse>;

using FilterCallback = std::function<void(const HttpResponsePtr &)>;
using FilterChainCallback = std::function<void()>;
using AdviceCallback = std::function<void(const HttpResponsePtr &)>;
using AdviceChainCallback = std::function<void()>;

namespace internal {
class HttpConstraint {
public:
  HttpConstraint(HttpMethod method);
  HttpConstraint(const std::string &middlewareName);
  HttpConstraint(const char *middlewareName);
};
} // namespace internal

class DrObjectBase {
public:
  virtual ~DrObjectBase();
};
template <typename T> class DrObject : public virtual DrObjectBase {
public:
  static const std::string &classTypeName();
};

class HttpControllerBase {};
class HttpSimpleControllerBase : public virtual DrObjectBase {
public:
  virtual void asyncHandleHttpRequest(
      const HttpRequestPtr &req,
      std::function<void(const HttpResponsePtr &)> &&callback) = 0;
};

class HttpMiddlewareBase : public virtual DrObjectBase {};
class HttpFilterBase : public virtual DrObjectBase, public HttpMiddlewareBase {
public:
  virtual void doFilter(const HttpRequestPtr &req, FilterCallback &&fcb,
                        FilterChainCallback &&fccb) = 0;
};
template <typename T, bool AutoCreation = true>
class HttpFilter : public DrObject<T>, public HttpFilterBase {};

template <typename T, bool AutoCreation = true>
class HttpController : public DrObject<T>, public HttpControllerBase {
protected:
  template <typename FUNCTION>
  static void
  registerMethod(FUNCTION &&function, const std::string &pattern,
                 const std::vector<internal::HttpConstraint> &constraints = {},
                 bool classNameInPath = true,
                 const std::string &handlerName = "");
};

template <typename T, bool AutoCreation = true>
class HttpSimpleController : public DrObject<T>,
                             public HttpSimpleControllerBase {
protected:
  static void
  registerSelf__(const std::string &path,
                 const std::vector<internal::HttpConstraint> &constraints);
};

class HttpAppFramework {
public:
  virtual ~HttpAppFramework();
  static HttpAppFramework &instance();
  virtual void run() = 0;
  virtual void quit() = 0;
  virtual trantor::EventLoop *getLoop() const = 0;
  virtual HttpAppFramework &addListener(const std::string &ip,
                                        unsigned short port) = 0;
  virtual HttpAppFramework &setThreadNum(std::size_t threadNum) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(
      const std::function<void(const HttpRequestPtr &, AdviceCallback &&,
                               AdviceChainCallback &&)> &advice) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(
      const std::function<void(const HttpRequestPtr &)> &advice) = 0;
  template <typename FUNCTION>
  HttpAppFramework &
  registerHandler(const std::string &pathPattern, FUNCTION &&function,
                  const std::vector<internal::HttpConstraint> &constraints = {},
                  const std::string &handlerName = "") {
    return *this;
  }
};

inline HttpAppFramework &app() { return HttpAppFramework::instance(); }

} // namespace drogon
