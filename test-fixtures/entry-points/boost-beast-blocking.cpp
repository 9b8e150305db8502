// args: -std=c++17
// Boost.Beast without callbacks: loops around accept and read.
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <string>
#include <thread>

namespace beast = boost::beast;
namespace http = beast::http;
using tcp = boost::asio::ip::tcp;

static int ConnectionsBad; // expect: stateless-mutable-global "ConnectionsBad" "the request loop in 'main'" confidence proven
static int RequestsBad;    // expect: stateless-mutable-global "RequestsBad" "written after start-up by 'answer'" "the request loop in 'session'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static http::response<http::string_body> answer(const http::request<http::string_body> &Request) {
  ++RequestsBad;
  http::response<http::string_body> Response(http::status::ok, Request.version());
  Response.body() = GreetingOk;
  Response.prepare_payload();
  return Response;
}

static void session(tcp::socket &Socket) {
  beast::flat_buffer Buffer;
  for (;;) {
    http::request<http::string_body> Request;
    beast::error_code Error;
    http::read(Socket, Buffer, Request, Error);
    if (Error)
      return;
    http::write(Socket, answer(Request), Error);
  }
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  boost::asio::io_context Context(1);
  tcp::acceptor Acceptor(Context, {tcp::v4(), 8080});
  for (;;) {
    tcp::socket Socket(Context);
    Acceptor.accept(Socket);
    ++ConnectionsBad;
    std::thread([Socket = std::move(Socket)]() mutable { session(Socket); }).detach();
  }
}
