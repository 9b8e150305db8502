// args: -std=c++17
// Boost.Asio, with its real headers: operations that are composed of others. The
// implementation is run by the library, first and after each step.
#include <boost/asio.hpp>
#include <memory>
#include <utility>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

static int StartedBad; // expect: stateless-mutable-global "StartedBad" "boost::asio::async_initiate"
static int StepsBad;   // expect: stateless-mutable-global "StepsBad" "boost::asio::async_compose"
static int DoneBad;    // expect: stateless-mutable-global "DoneBad"

struct Twice {
  tcp::socket &Socket;
  int Left = 2;
  template <class Self> void operator()(Self &Op, error_code Error = {}, std::size_t = 0) {
    ++StepsBad;
    if (Error || Left-- == 0)
      return Op.complete(Error);
    asio::async_write(Socket, asio::buffer("text"), std::move(Op));
  }
};
struct Start {
  template <class Handler> void operator()(Handler &&Done, tcp::socket *Socket) const {
    ++StartedBad;
    asio::async_write(*Socket, asio::buffer("text"),
                      [Done = std::forward<Handler>(Done)](error_code Error, std::size_t) mutable { Done(Error); });
  }
};
template <class Token> auto writeTwice(tcp::socket &Socket, Token &&Then) {
  return asio::async_compose<Token, void(error_code)>(Twice{Socket}, Then, Socket);
}
template <class Token> auto writeOnce(tcp::socket &Socket, Token &&Then) {
  return asio::async_initiate<Token, void(error_code)>(Start(), Then, &Socket);
}

int main() {
  asio::io_context Loop;
  tcp::acceptor Door(Loop, tcp::endpoint(tcp::v4(), 8080));
  tcp::socket First = Door.accept(), Second = Door.accept();
  writeTwice(First, [](error_code) { ++DoneBad; });
  writeOnce(Second, [](error_code) { ++DoneBad; });
  Loop.run();
}
