// args: -std=c++17
// websocketpp, with its real headers: handlers of an endpoint and of one
// connection, and its timer.
#include <functional>
#include <string>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;
using websocketpp::connection_hdl;

static int OpenedBad;   // expect: stateless-mutable-global "OpenedBad" "written after start-up by 'opened'" "handler registered by 'websocketpp::endpoint::set_open_handler'" confidence proven
static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "handler registered by 'websocketpp::endpoint::set_message_handler'" confidence proven
static int RequestsBad; // expect: stateless-mutable-global "RequestsBad" "written after start-up by 'Pages::get'" "handler registered by 'websocketpp::endpoint::set_http_handler'" confidence proven
static int ClosedBad;   // expect: stateless-mutable-global "ClosedBad" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "the timer of 'websocketpp::transport::asio::endpoint::set_timer'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void opened(connection_hdl) { ++OpenedBad; }

class Pages {
public:
  explicit Pages(Server &S) : TheServer(S) {}
  void get(connection_hdl Handle) {
    ++RequestsBad;
    ++Gets;
    auto Connection = TheServer.get_con_from_hdl(Handle);
    Connection->set_body(GreetingOk);
    Connection->set_close_handler([](connection_hdl) { ++ClosedBad; });
  }

private:
  Server &TheServer;
  int Gets = 0;
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Server Endpoint;
  Pages ThePagesBad(Endpoint); // expect: stateless-mutable-global "ThePagesBad" "Gets" "handler registered by 'websocketpp::endpoint::set_http_handler'" confidence proven
  Endpoint.init_asio();
  Endpoint.set_open_handler(&opened);
  Endpoint.set_message_handler([](connection_hdl, Server::message_ptr) { ++MessagesBad; });
  Endpoint.set_http_handler(std::bind(&Pages::get, &ThePagesBad, std::placeholders::_1));
  Endpoint.set_timer(1000, [](const websocketpp::lib::error_code &) { ++TicksBad; });
  Endpoint.listen(8080);
  Endpoint.start_accept();
  Endpoint.run();
}
