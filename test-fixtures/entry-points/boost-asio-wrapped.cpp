// args: -std=c++17
// Boost.Asio, with its real headers: handlers that the project wraps in an
// object of its own, and function objects that hand themselves on.
#include <boost/asio.hpp>
#include <memory>
#include <utility>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "boost::asio::basic_socket_acceptor::async_accept" confidence proven
static int ReadsBad;    // expect: stateless-mutable-global "ReadsBad" "boost::asio::basic_stream_socket::async_read_some"
static int WrittenBad;  // expect: stateless-mutable-global "WrittenBad" "Echo::operator()" "boost::asio::async_write"

// Gives a handler memory of its own, and runs it.
template <class Handler> class Pooled {
public:
  Pooled(char *Memory, Handler Wrapped) : Memory(Memory), Wrapped(std::move(Wrapped)) {}
  template <class... Args> void operator()(Args &&...Values) { Wrapped(std::forward<Args>(Values)...); }

private:
  char *Memory;
  Handler Wrapped;
};
template <class Handler> Pooled<Handler> pooled(char *Memory, Handler Wrapped) {
  return Pooled<Handler>(Memory, std::move(Wrapped));
}

class Echo {
public:
  explicit Echo(tcp::socket S) : Socket(std::make_shared<tcp::socket>(std::move(S))) {}
  void operator()(error_code Error = {}, std::size_t = 0) {
    ++WrittenBad;
    if (!Error)
      asio::async_write(*Socket, asio::buffer("again"), *this);
  }

private:
  std::shared_ptr<tcp::socket> Socket;
};

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket S) : Socket(std::move(S)) {}
  void read() {
    Socket.async_read_some(asio::buffer(Data), pooled(Memory, [Self = shared_from_this()](error_code Error, std::size_t) {
                             ++ReadsBad;
                             if (!Error)
                               Self->read();
                           }));
  }

private:
  tcp::socket Socket;
  char Data[64], Memory[1024];
};

static void accept(tcp::acceptor &Door) {
  Door.async_accept([&Door](error_code Error, tcp::socket Socket) {
    if (!Error && ++AcceptedBad % 2)
      std::make_shared<Session>(std::move(Socket))->read();
    else
      Echo (std::move(Socket))();
    accept(Door);
  });
}

int main() {
  asio::io_context Loop;
  tcp::acceptor Door(Loop, tcp::endpoint(tcp::v4(), 8080));
  accept(Door);
  Loop.run();
}
