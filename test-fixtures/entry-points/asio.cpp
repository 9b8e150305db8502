// args: -std=c++17
// Asio without Boost, with its real headers.
#include <asio.hpp>
#include <functional>
#include <memory>
#include <string>

using asio::ip::tcp;

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "written after start-up by 'Server::accepted'" "handler registered by 'asio::basic_socket_acceptor::async_accept'" confidence proven
static int ReadsBad;    // expect: stateless-mutable-global "ReadsBad" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "written after start-up by 'tick'" "the timer of 'asio::basic_waitable_timer::async_wait'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Server {
public:
  explicit Server(asio::io_context &Context) : Acceptor(Context, {tcp::v4(), 8080}) {
    Acceptor.async_accept(std::bind(&Server::accepted, this, std::placeholders::_1, std::placeholders::_2));
  }

private:
  void accepted(std::error_code, tcp::socket Socket) {
    ++AcceptedBad;
    ++Connections;
    auto Kept = std::make_shared<tcp::socket>(std::move(Socket));
    auto Line = std::make_shared<std::string>(64, ' ');
    Kept->async_read_some(asio::buffer(*Line), [Kept, Line](std::error_code, std::size_t N) {
      ReadsBad += int(N);
      Line->append(GreetingOk);
      asio::write(*Kept, asio::buffer(*Line));
    });
    Acceptor.async_accept(std::bind(&Server::accepted, this, std::placeholders::_1, std::placeholders::_2));
  }

  tcp::acceptor Acceptor;
  int Connections = 0;
};

static void tick(const std::error_code &) { ++TicksBad; }

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  asio::io_context Context;
  Server TheServerBad(Context); // expect: stateless-mutable-global "TheServerBad" "Connections" "handler registered by 'asio::basic_socket_acceptor::async_accept'" confidence proven
  asio::steady_timer Timer(Context, asio::chrono::seconds(1));
  Timer.async_wait(&tick);
  Context.run();
}
