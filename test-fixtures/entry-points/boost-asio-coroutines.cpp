// args: -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
// Boost.Asio's coroutines: each loop around an awaited operation is a request
// loop. A coroutine runs when it is spawned, whether a lambda makes it or a call.
// Boost 1.74 must be told that this compiler has coroutines, and lacks an include.
#include <utility>
#include <boost/asio.hpp>
#include <string>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "written after start-up by 'listen'" "the request loop in 'listen'" confidence proven
static int LinesBad;    // expect: stateless-mutable-global "LinesBad" "written after start-up by 'serve'" "the request loop in 'serve'" confidence proven
static int OnceBad;     // expect: stateless-mutable-global "OnceBad" "lambda in 'main'" confidence likely
static int EndedBad;    // expect: stateless-mutable-global "EndedBad" "lambda in 'main'" confidence likely
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static awaitable<void> serve(tcp::socket Socket) {
  std::string Line;
  for (;;) {
    std::size_t N = co_await asio::async_read_until(Socket, asio::dynamic_buffer(Line), '\n', use_awaitable);
    ++LinesBad;
    Line.replace(0, N, GreetingOk);
    co_await asio::async_write(Socket, asio::buffer(Line), use_awaitable);
  }
}

static awaitable<void> listen(unsigned short Port) {
  auto Executor = co_await asio::this_coro::executor;
  tcp::acceptor Acceptor(Executor, {tcp::v4(), Port});
  for (;;) {
    tcp::socket Socket = co_await Acceptor.async_accept(use_awaitable);
    ++AcceptedBad;
    asio::co_spawn(Executor, serve(std::move(Socket)), asio::detached);
  }
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  asio::io_context Context;
  asio::co_spawn(
      Context,
      []() -> awaitable<void> {
        ++OnceBad;
        co_return;
      },
      [](std::exception_ptr) { ++EndedBad; });
  asio::co_spawn(Context, listen(8080), asio::detached);
  Context.run();
}
