// args: -std=c++17
// Boost.Asio, with its real headers: a session per connection, completion
// handlers of every kind, timers, signals, posted work. What one session holds
// lives as long as its operations.
#include <boost/asio.hpp>
#include <boost/bind/bind.hpp>
#include <memory>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "handler registered by 'boost::asio::basic_socket_acceptor::async_accept'" confidence proven
static int ReadsBad;    // expect: stateless-mutable-global "ReadsBad" confidence proven
static int WritesBad;   // expect: stateless-mutable-global "WritesBad" "written after start-up by 'Session::written'" confidence proven
static int DatagramsBad; // expect: stateless-mutable-global "DatagramsBad" "written after start-up by 'received'" "handler registered by 'boost::asio::basic_datagram_socket::async_receive_from'" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "the timer of 'boost::asio::basic_waitable_timer::async_wait'" confidence proven
static int PostedBad;   // expect: stateless-mutable-global "PostedBad" "lambda in 'main'" confidence likely
static int SignalsBad;  // expect: stateless-mutable-global "SignalsBad" "lambda in 'main'" confidence likely
static bool StopOk; // expect-benign: stateless-mutable-global "shutdown flag"
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket S) : Socket(std::move(S)) {}
  void read() {
    asio::async_read_until(Socket, asio::dynamic_buffer(Line), '\n',
                           [Self = shared_from_this()](error_code Error, std::size_t) {
                             ++ReadsBad;
                             if (!Error)
                               Self->write();
                           });
  }

private:
  void write() {
    ++Answers;
    Answer = GreetingOk + Line;
    asio::async_write(Socket, asio::buffer(Answer),
                      boost::bind(&Session::written, shared_from_this(), boost::placeholders::_1));
  }
  void written(const error_code &Error) {
    ++WritesBad;
    Line.clear();
    if (!Error)
      read();
  }

  tcp::socket Socket;
  std::string Line, Answer;
  int Answers = 0; // of one connection
};

class Server {
public:
  explicit Server(asio::io_context &Context) : Acceptor(Context, {tcp::v4(), 8080}) { accept(); }

private:
  void accept() {
    Acceptor.async_accept([this](error_code Error, tcp::socket Socket) {
      ++AcceptedBad;
      if (!Error)
        std::make_shared<Session>(std::move(Socket))->read();
      accept();
    });
  }
  tcp::acceptor Acceptor;
};

static void received(const error_code &, std::size_t N) { DatagramsBad += int(N); }

static void tick(asio::steady_timer &Timer) {
  Timer.expires_after(std::chrono::seconds(1));
  Timer.async_wait([&Timer](error_code) {
    ++TicksBad;
    tick(Timer);
  });
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  asio::io_context Context;
  Server TheServer(Context);
  asio::ip::udp::socket Datagrams(Context, {asio::ip::udp::v4(), 8081});
  asio::ip::udp::endpoint From;
  char Buffer[64];
  Datagrams.async_receive_from(asio::buffer(Buffer), From, received);
  asio::steady_timer Timer(Context);
  tick(Timer);
  asio::signal_set Signals(Context, SIGHUP);
  Signals.async_wait([](error_code, int) {
    SignalsBad += 2;
    StopOk = true;
  });
  asio::post(Context, [] { ++PostedBad; });
  Context.run();
}
