// args: -std=c++17
// Boost.Beast, with its real headers: an asynchronous HTTP session and a
// WebSocket one. Their buffers live no longer than the connection.
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <memory>
#include <string>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using tcp = net::ip::tcp;

static int RequestsBad; // expect: stateless-mutable-global "RequestsBad" "written after start-up by 'answer'" confidence proven
static int ReadsBad;    // expect: stateless-mutable-global "ReadsBad" "written after start-up by 'Session::onRead'" confidence proven
static int WritesBad;   // expect: stateless-mutable-global "WritesBad" confidence proven
static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" confidence proven
static int UpgradesBad; // expect: stateless-mutable-global "UpgradesBad" "written after start-up by 'Chat::onAccept'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void answer(const http::request<http::string_body> &Request, http::response<http::string_body> &Response) {
  ++RequestsBad;
  Response.body() = GreetingOk + Request.body();
  Response.prepare_payload();
}

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket &&Socket) : Stream(std::move(Socket)) {}
  void run() {
    http::async_read(Stream, Buffer, Request, beast::bind_front_handler(&Session::onRead, shared_from_this()));
  }

private:
  void onRead(beast::error_code Error, std::size_t) {
    ++ReadsBad;
    if (Error)
      return;
    answer(Request, Response);
    http::async_write(Stream, Response, [Self = shared_from_this()](beast::error_code, std::size_t) {
      ++WritesBad;
      Self->run();
    });
  }

  beast::tcp_stream Stream;
  beast::flat_buffer Buffer;
  http::request<http::string_body> Request;
  http::response<http::string_body> Response;
};

class Chat : public std::enable_shared_from_this<Chat> {
public:
  explicit Chat(tcp::socket &&Socket) : Stream(std::move(Socket)) {}
  void run() { Stream.async_accept(beast::bind_front_handler(&Chat::onAccept, shared_from_this())); }

private:
  void onAccept(beast::error_code) {
    ++UpgradesBad;
    Stream.async_read(Buffer, [Self = shared_from_this()](beast::error_code, std::size_t) { ++MessagesBad; });
  }

  beast::websocket::stream<beast::tcp_stream> Stream;
  beast::flat_buffer Buffer;
};

class Listener : public std::enable_shared_from_this<Listener> {
public:
  Listener(net::io_context &C, unsigned short Port) : Context(C), Acceptor(C, {tcp::v4(), Port}) {}
  void accept() {
    Acceptor.async_accept(net::make_strand(Context),
                          beast::bind_front_handler(&Listener::onAccept, shared_from_this()));
  }

private:
  void onAccept(beast::error_code Error, tcp::socket Socket) {
    if (!Error && Socket.remote_endpoint().port() % 2)
      std::make_shared<Session>(std::move(Socket))->run();
    else if (!Error)
      std::make_shared<Chat>(std::move(Socket))->run();
    accept();
  }

  net::io_context &Context;
  tcp::acceptor Acceptor;
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  net::io_context Context;
  std::make_shared<Listener>(Context, 8080)->accept();
  Context.run();
}
