// args: -std=c++17
// Boost.Asio without callbacks: a loop around accept, a thread per connection.
#include <boost/asio.hpp>
#include <string>
#include <thread>

using boost::asio::ip::tcp;

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "the request loop in 'main'" confidence proven
static int LinesBad;    // expect: stateless-mutable-global "LinesBad" "written after start-up by 'serve'" "the request loop in 'serve'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void serve(tcp::socket Socket) {
  boost::asio::streambuf Buffer;
  for (;;) {
    boost::system::error_code Error;
    Buffer.consume(boost::asio::read_until(Socket, Buffer, '\n', Error));
    if (Error)
      return;
    ++LinesBad;
    boost::asio::write(Socket, boost::asio::buffer(GreetingOk));
  }
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  boost::asio::io_context Context;
  tcp::acceptor Acceptor(Context, {tcp::v4(), 8080});
  for (;;) {
    tcp::socket Socket(Context);
    Acceptor.accept(Socket);
    ++AcceptedBad;
    std::thread(serve, std::move(Socket)).detach();
  }
}
