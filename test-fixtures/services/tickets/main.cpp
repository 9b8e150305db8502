//===- main.cpp - Numbers for the waiting room ----------------------------===//
//
//   PORT=8080 tickets
//
// Boost.Beast, one connection at a time. POST /tickets draws a number, POST
// /calls calls the next one, GET /display shows who is called, GET /healthz.
//
//===----------------------------------------------------------------------===//
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdlib>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace tickets {

using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

struct WaitingRoom {
  int called = 0;
};

/// The number for the next one who comes in.
static int draw() {
  static int drawn = 0;
  return ++drawn;
}

static std::string handle(WaitingRoom &room, const Request &request,
                          http::status &status) {
  status = http::status::ok;
  if (request.method() == http::verb::post && request.target() == "/tickets")
    return std::to_string(draw());
  if (request.method() == http::verb::post && request.target() == "/calls") {
    room.called += 1;
    return std::to_string(room.called);
  }
  if (request.method() == http::verb::get && request.target() == "/display")
    return "now: " + std::to_string(room.called);
  if (request.method() == http::verb::get && request.target() == "/healthz")
    return "ok";
  status = http::status::not_found;
  return "no such page";
}

/// Answers what comes over one connection until the client ends it.
static void converse(tcp::socket &socket, WaitingRoom &room) {
  beast::flat_buffer buffer;
  beast::error_code error;
  for (bool more = true; more;) {
    Request request;
    http::read(socket, buffer, request, error);
    if (error)
      return;
    http::status status;
    std::string text = handle(room, request, status);
    Response response(status, request.version());
    response.set(http::field::content_type, "text/plain");
    response.keep_alive(more = request.keep_alive());
    response.body() = text + "\n";
    response.prepare_payload();
    http::write(socket, response, error);
    more = more && !error;
  }
  socket.shutdown(tcp::socket::shutdown_send, error);
}

[[noreturn]] static void serve(tcp::acceptor &acceptor, WaitingRoom &room) {
  for (;;) {
    tcp::socket socket(acceptor.get_executor());
    acceptor.accept(socket);
    converse(socket, room);
  }
}

} // namespace tickets

int main() {
  const char *port = std::getenv("PORT");
  asio::io_context context(1);
  tcp::acceptor acceptor(
      context,
      {asio::ip::address_v4::loopback(),
       static_cast<unsigned short>(port ? std::atoi(port) : 8080)});
  tickets::WaitingRoom room;
  tickets::serve(acceptor, room);
}
