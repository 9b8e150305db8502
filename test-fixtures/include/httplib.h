// What cpp-httplib offers to a small service, as far as the fixtures use it:
// the names, signatures and default arguments are the library's, the bodies
// do nothing. A system header to the fixtures; it holds no state of its own.
#ifndef FIXTURES_HTTPLIB_H
#define FIXTURES_HTTPLIB_H

#include <cstddef>
#include <functional>
#include <map>
#include <regex>
#include <string>
#include <utility>

namespace httplib {

using Headers = std::multimap<std::string, std::string>;
using Params = std::multimap<std::string, std::string>;
using Match = std::smatch;

enum StatusCode {
  OK_200 = 200,
  Created_201 = 201,
  NoContent_204 = 204,
  BadRequest_400 = 400,
  Unauthorized_401 = 401,
  NotFound_404 = 404,
  TooManyRequests_429 = 429,
  InternalServerError_500 = 500,
};

struct Request {
  std::string method;
  std::string path;
  Params params;
  Headers headers;
  std::string body;
  std::string remote_addr;
  int remote_port = -1;
  Match matches;
  std::map<std::string, std::string> path_params;

  bool has_header(const std::string &key) const {
    return headers.find(key) != headers.end();
  }
  std::string get_header_value(const std::string &key, const char *def = "",
                               std::size_t = 0) const {
    auto It = headers.find(key);
    return It == headers.end() ? std::string(def) : It->second;
  }
  void set_header(const std::string &key, const std::string &val) {
    headers.emplace(key, val);
  }
  bool has_param(const std::string &key) const {
    return params.find(key) != params.end();
  }
  std::string get_param_value(const std::string &key, std::size_t = 0) const {
    auto It = params.find(key);
    return It == params.end() ? std::string() : It->second;
  }
};

struct Response {
  std::string version;
  int status = -1;
  std::string reason;
  Headers headers;
  std::string body;

  bool has_header(const std::string &key) const {
    return headers.find(key) != headers.end();
  }
  std::string get_header_value(const std::string &key, const char *def = "",
                               std::size_t = 0) const {
    auto It = headers.find(key);
    return It == headers.end() ? std::string(def) : It->second;
  }
  void set_header(const std::string &key, const std::string &val) {
    headers.emplace(key, val);
  }
  void set_redirect(const std::string &url, int stat = 302) {
    set_header("Location", url);
    status = stat;
  }
  void set_content(const char *s, std::size_t n,
                   const std::string &content_type) {
    body.assign(s, n);
    set_header("Content-Type", content_type);
  }
  void set_content(const std::string &s, const std::string &content_type) {
    body = s;
    set_header("Content-Type", content_type);
  }
};

class Server {
public:
  using Handler = std::function<void(const Request &, Response &)>;
  enum class HandlerResponse { Handled, Unhandled };
  using HandlerWithResponse =
      std::function<HandlerResponse(const Request &, Response &)>;
  using Logger = std::function<void(const Request &, const Response &)>;

  Server() = default;
  Server(const Server &) = delete;
  Server &operator=(const Server &) = delete;
  virtual ~Server() = default;
  virtual bool is_valid() const { return true; }

  Server &Get(const std::string &pattern, Handler handler) {
    return keep(pattern, std::move(handler));
  }
  Server &Post(const std::string &pattern, Handler handler) {
    return keep(pattern, std::move(handler));
  }
  Server &Put(const std::string &pattern, Handler handler) {
    return keep(pattern, std::move(handler));
  }
  Server &Patch(const std::string &pattern, Handler handler) {
    return keep(pattern, std::move(handler));
  }
  Server &Delete(const std::string &pattern, Handler handler) {
    return keep(pattern, std::move(handler));
  }
  Server &Options(const std::string &pattern, Handler handler) {
    return keep(pattern, std::move(handler));
  }

  Server &set_error_handler(Handler handler) {
    return keep("", std::move(handler));
  }
  Server &set_pre_routing_handler(HandlerWithResponse handler) {
    PreRouting = std::move(handler);
    return *this;
  }
  Server &set_post_routing_handler(Handler handler) {
    return keep("", std::move(handler));
  }
  Server &set_logger(Logger logger) {
    Log = std::move(logger);
    return *this;
  }

  bool bind_to_port(const std::string &, int, int = 0) { return true; }
  int bind_to_any_port(const std::string &, int = 0) { return 8080; }
  bool listen_after_bind() { return true; }
  bool listen(const std::string &, int, int = 0) { return true; }
  bool is_running() const { return false; }
  void wait_until_ready() const {}
  void stop() {}

private:
  Server &keep(const std::string &Pattern, Handler H) {
    Handlers.emplace(Pattern, std::move(H));
    return *this;
  }

  std::multimap<std::string, Handler> Handlers;
  HandlerWithResponse PreRouting;
  Logger Log;
};

} // namespace httplib

#endif
