//===- App.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of uWebSockets' interface that fixtures use.
// Declarations, and empty bodies where lambdas instantiate a template, for
// fixtures that are compiled but never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

struct us_listen_socket_t;
struct us_socket_context_t;

namespace uWS {

namespace fu2 {
/// A std::function that only moves.
template <typename Signature> class unique_function;
template <typename R, typename... Args> class unique_function<R(Args...)> {
public:
  unique_function(std::nullptr_t);
  template <typename F, typename = std::enable_if_t<
                            std::is_invocable_r_v<R, F &, Args...>>>
  unique_function(F &&f) {}
  unique_function(unique_function &&);
  unique_function &operator=(unique_function &&);
  R operator()(Args... args);
};
} // namespace fu2
template <typename T> using MoveOnlyFunction = fu2::unique_function<T>;

enum OpCode : unsigned char { TEXT = 1, BINARY = 2, CLOSE = 8 };

struct HttpRequest {
  std::string_view getUrl();
  std::string_view getHeader(std::string_view lowerCasedHeader);
};

template <bool SSL> struct HttpResponse {
  void end(std::string_view data = {}, bool closeConnection = false);
  HttpResponse *writeStatus(std::string_view status);
  HttpResponse *onAborted(MoveOnlyFunction<void()> &&handler);
  void onData(MoveOnlyFunction<void(std::string_view, bool)> &&handler);
};

template <bool SSL, bool isServer, typename USERDATA> struct WebSocket {
  int send(std::string_view message, OpCode opCode = OpCode::BINARY);
  USERDATA *getUserData();
};

template <bool SSL> struct TemplatedApp {
  template <typename UserData> struct WebSocketBehavior {
    unsigned int maxPayloadLength = 16 * 1024;
    unsigned short idleTimeout = 120;
    MoveOnlyFunction<void(HttpResponse<SSL> *, HttpRequest *,
                          us_socket_context_t *)>
        upgrade = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData> *)> open = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData> *, std::string_view,
                          OpCode)>
        message = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData> *, int,
                          std::string_view)>
        close = nullptr;
  };

  using Handler = MoveOnlyFunction<void(HttpResponse<SSL> *, HttpRequest *)>;
  TemplatedApp &&get(std::string pattern, Handler &&handler);
  TemplatedApp &&post(std::string pattern, Handler &&handler);
  TemplatedApp &&del(std::string pattern, Handler &&handler);
  TemplatedApp &&any(std::string pattern, Handler &&handler);
  template <typename UserData>
  TemplatedApp &&ws(std::string pattern,
                    WebSocketBehavior<UserData> &&behavior);
  TemplatedApp &&listen(int port,
                        MoveOnlyFunction<void(us_listen_socket_t *)> &&handler);
  TemplatedApp &&run();
};

using App = TemplatedApp<false>;
using SSLApp = TemplatedApp<true>;

} // namespace uWS
