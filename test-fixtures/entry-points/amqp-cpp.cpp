// args: -std=c++17 -isystem {fixtures}/include
// AMQP-CPP on Asio's event loop: the queue is an argument of consume.
#include <amqpcpp.h>
#include <boost/asio.hpp>
#include <string>

static int OrdersBad;   // expect: stateless-mutable-global "OrdersBad" "lambda in 'main'" "'orders'" confidence proven
static int InvoicesBad; // expect: stateless-mutable-global "InvoicesBad" "written after start-up by 'invoice'" "'invoices'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Handler : public AMQP::ConnectionHandler {
public:
  void onData(AMQP::Connection *, const char *, std::size_t) override {}
};

static void invoice(const AMQP::Message &Message, std::uint64_t, bool) { InvoicesBad += int(Message.bodySize()); }

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  boost::asio::io_context Context;
  Handler TheHandler;
  AMQP::Connection Connection(&TheHandler);
  AMQP::Channel Channel(&Connection);
  Channel.consume("orders").onReceived([&Channel](const AMQP::Message &, std::uint64_t Tag, bool) {
    ++OrdersBad;
    Channel.ack(Tag);
  });
  AMQP::DeferredConsumer &Invoices = Channel.consume("invoices");
  Invoices.onMessage(invoice);
  Context.run();
}
