//===- main.cpp - Checkout, with features that are switched ---------------===//
//
//   flags PORT
//
// Boost.Beast, asynchronous, one thread.
//
//===----------------------------------------------------------------------===//
#include "flag_table.h"
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdlib>
#include <memory>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

static Response answer(const Request &request, http::status status,
                       std::string text) {
  Response response(status, request.version());
  response.set(http::field::content_type, "text/plain");
  response.keep_alive(request.keep_alive());
  response.body() = std::move(text);
  response.prepare_payload();
  return response;
}

/// PUT /admin/flags/NAME, GET /admin/flags, GET /checkout, GET /version.
static Response route(flags::FlagTable &table, const Request &request) {
  static const std::string prefix = "/admin/flags/";
  std::string target(request.target());
  if (request.method() == http::verb::put &&
      target.compare(0, prefix.size(), prefix) == 0) {
    if (!table.set(target.substr(prefix.size()), request.body() == "on"))
      return answer(request, http::status::not_found, "no such flag\n");
    return answer(request, http::status::ok, "changed\n");
  }
  if (request.method() != http::verb::get)
    return answer(request, http::status::method_not_allowed, "");
  if (target == "/admin/flags")
    return answer(request, http::status::ok, table.describe());
  if (target == "/checkout")
    return answer(request, http::status::ok,
                  table.isOn("express-checkout") ? "one click\n"
                                                 : "three pages\n");
  if (target == "/version")
    return answer(request, http::status::ok, "1.4\n");
  return answer(request, http::status::not_found, "no such page\n");
}

/// One connection, for as long as it stays open.
class Connection : public std::enable_shared_from_this<Connection> {
public:
  Connection(tcp::socket socket, flags::FlagTable &table)
      : stream_(std::move(socket)), table_(table) {}

  void read() {
    request_ = {};
    http::async_read(stream_, buffer_, request_,
                     beast::bind_front_handler(&Connection::onRead,
                                               shared_from_this()));
  }

private:
  void onRead(beast::error_code error, std::size_t) {
    if (error)
      return;
    response_ = route(table_, request_);
    http::async_write(stream_, response_,
                      beast::bind_front_handler(&Connection::onWrite,
                                                shared_from_this()));
  }

  void onWrite(beast::error_code error, std::size_t) {
    if (error)
      return;
    if (response_.keep_alive())
      return read();
    stream_.socket().shutdown(tcp::socket::shutdown_send, error);
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  flags::FlagTable &table_;
  Request request_;
  Response response_;
};

class Listener {
public:
  Listener(asio::io_context &context, unsigned short port,
           flags::FlagTable &table)
      : acceptor_(context, {asio::ip::address_v4::loopback(), port}),
        table_(table) {}

  void accept() {
    acceptor_.async_accept([this](beast::error_code error,
                                  tcp::socket socket) {
      if (!error)
        std::make_shared<Connection>(std::move(socket), table_)->read();
      accept();
    });
  }

private:
  tcp::acceptor acceptor_;
  flags::FlagTable &table_;
};

int main(int argc, char **argv) {
  asio::io_context context(1);
  flags::FlagTable table;
  int port = argc > 1 ? std::atoi(argv[1]) : 8080;
  Listener listener(context, static_cast<unsigned short>(port), table);
  listener.accept();
  context.run();
}
