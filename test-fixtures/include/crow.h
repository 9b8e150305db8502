//===- crow.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of Crow's interface that fixtures use: applications, blueprints,
// rules and their macros.
// Declarations, and empty bodies where lambdas instantiate a template, for
// fixtures that are compiled but never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <string>

namespace crow {

enum class HTTPMethod : char { Delete, Get, Head, Post, Put, Patch = 24 };

struct request {
  HTTPMethod method;
  std::string url;
  std::string body;
};

struct response {
  int code = 200;
  std::string body;
  response();
  response(int code);
  response(std::string body);
  response(int code, std::string body);
  void write(const std::string &part);
  void end();
  void end(const std::string &part);
};

namespace websocket {
struct connection {
  virtual ~connection();
  virtual void send_text(std::string msg) = 0;
  virtual void close(std::string const &msg = "quit") = 0;
};
} // namespace websocket

namespace black_magic {

/// 0: no parameter; 1: an integer; 4: a text.
constexpr std::uint64_t get_parameter_tag(const char *s) {
  for (; *s; ++s)
    if (*s == '<')
      return s[1] == 'i' ? 1 : 4;
  return 0;
}

template <typename... T> struct S {
  template <template <typename... Args> class U> using rebind = U<T...>;
};
template <std::uint64_t Tag> struct arguments {
  using type = S<>;
};
template <> struct arguments<1> {
  using type = S<std::int64_t>;
};
template <> struct arguments<4> {
  using type = S<std::string>;
};

} // namespace black_magic

template <typename App> class WebSocketRule;

template <typename T> struct RuleParameterTraits {
  using self_t = T;
  template <typename App> WebSocketRule<App> &websocket(App *app);
  self_t &name(std::string name) noexcept;
  self_t &methods(HTTPMethod method);
  template <typename... MethodArgs>
  self_t &methods(HTTPMethod method, MethodArgs... args_method);
};

class BaseRule {
public:
  virtual ~BaseRule();
};

class CatchallRule {
public:
  template <typename Func> void operator()(Func &&f) {}
};

class DynamicRule : public BaseRule, public RuleParameterTraits<DynamicRule> {
public:
  template <typename Func> void operator()(Func f) {}
  template <typename Func> void operator()(std::string name, Func &&f) {}
};

template <typename... Args>
class TaggedRule : public BaseRule,
                   public RuleParameterTraits<TaggedRule<Args...>> {
public:
  template <typename Func> void operator()(Func &&f) {}
  template <typename Func> void operator()(std::string name, Func &&f) {}
};

template <typename App> class WebSocketRule : public BaseRule {
  using self_t = WebSocketRule;

public:
  template <typename Func> self_t &onopen(Func f) { return *this; }
  template <typename Func> self_t &onmessage(Func f) { return *this; }
  template <typename Func> self_t &onclose(Func f) { return *this; }
  template <typename Func> self_t &onerror(Func f) { return *this; }
};

class Blueprint {
public:
  Blueprint(const std::string &prefix);
  DynamicRule &new_rule_dynamic(const std::string &rule);
  template <std::uint64_t N>
  typename black_magic::arguments<N>::type::template rebind<TaggedRule> &
  new_rule_tagged(const std::string &rule);
  CatchallRule &catchall_rule();
};

template <typename... Middlewares> class Crow {
public:
  using self_t = Crow;
  DynamicRule &route_dynamic(const std::string &rule);
  template <std::uint64_t Tag>
  auto route(const std::string &rule) ->
      typename black_magic::arguments<Tag>::type::template rebind<TaggedRule> &;
  CatchallRule &catchall_route();
  template <typename... Ts> Crow(Ts &&...ts) {}
  template <typename T> typename T::context &get_context(const request &req);
  self_t &port(std::uint16_t port);
  self_t &bindaddr(std::string bindaddr);
  self_t &multithreaded();
  self_t &concurrency(unsigned int concurrency);
  self_t &register_blueprint(Blueprint &blueprint);
  template <typename Func> self_t &exception_handler(Func &&f) { return *this; }
  template <typename Duration, typename Func> self_t &tick(Duration d, Func f) {
    return *this;
  }
  void run();
  std::future<void> run_async();
  void stop();
};

template <typename... Middlewares> using App = Crow<Middlewares...>;
using SimpleApp = Crow<>;

} // namespace crow

constexpr crow::HTTPMethod operator""_method(const char *str, std::size_t) {
  return str[0] == 'G'   ? crow::HTTPMethod::Get
         : str[0] == 'D' ? crow::HTTPMethod::Delete
         : str[1] == 'O' ? crow::HTTPMethod::Post
                         : crow::HTTPMethod::Put;
}

#define CROW_ROUTE(app, url)                                                   \
  app.template route<crow::black_magic::get_parameter_tag(url)>(url)
#define CROW_BP_ROUTE(blueprint, url)                                          \
  blueprint.new_rule_tagged<crow::black_magic::get_parameter_tag(url)>(url)
#define CROW_WEBSOCKET_ROUTE(app, url)                                         \
  app.route<crow::black_magic::get_parameter_tag(url)>(url)                    \
      .websocket<std::remove_reference<decltype(app)>::type>(&app)
#define CROW_CATCHALL_ROUTE(app) app.catchall_route()
