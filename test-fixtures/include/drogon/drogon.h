//===- drogon.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of Drogon's interface that fixtures use: the application, its
// controllers and filters, the macros that list their paths, sessions, uploads
// and database clients.
// Declarations, and empty bodies where lambdas instantiate a template, for
// fixtures that are compiled but never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <any>
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

class Session {
public:
  template <typename T> T get(const std::string &key) const { return T(); }
  bool find(const std::string &key);
  void insert(const std::string &key, const std::any &obj);
  void insert(const std::string &key, std::any &&obj);
  template <typename T, typename Callable>
  void modify(const std::string &key, Callable &&handler) {}
  void erase(const std::string &key);
};
using SessionPtr = std::shared_ptr<Session>;

class Attributes {
public:
  void insert(const std::string &key, const std::any &obj);
};
using AttributesPtr = std::shared_ptr<Attributes>;

class HttpRequest {
public:
  virtual ~HttpRequest();
  virtual const SessionPtr &session() const = 0;
  const SessionPtr &getSession() const { return session(); }
  virtual const AttributesPtr &attributes() const = 0;
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

class HttpFile {
public:
  const std::string &getFileName() const;
  int save() const noexcept;
  int save(const std::string &path) const noexcept;
  int saveAs(const std::string &fileName) const noexcept;
};

class MultiPartParser {
public:
  int parse(const HttpRequestPtr &req);
  const std::vector<HttpFile> &getFiles() const;
};

namespace orm {
class DbClient {
public:
  virtual ~DbClient();
  static std::shared_ptr<DbClient> newPgClient(const std::string &connInfo,
                                               std::size_t connNum);
  static std::shared_ptr<DbClient> newSqlite3Client(const std::string &connInfo,
                                                    std::size_t connNum);
};
} // namespace orm

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
  virtual HttpAppFramework &enableSession(std::size_t timeout = 0) = 0;
  virtual HttpAppFramework &setUploadPath(const std::string &uploadPath) = 0;
  virtual HttpAppFramework &loadConfigFile(const std::string &fileName) = 0;
  virtual HttpAppFramework &
  createDbClient(const std::string &dbType, const std::string &host,
                 unsigned short port, const std::string &databaseName,
                 const std::string &userName, const std::string &password,
                 std::size_t connectionNum = 1,
                 const std::string &filename = "",
                 const std::string &name = "default") = 0;
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
