// args: -std=c++17
// ZeroMQ in C and C++, with its real headers: loops around calls that return a
// message.
#include <string>
#include <thread>
#include <zmq.h>
#include <zmq.hpp>
#include <zmq_addon.hpp>

static int RequestsBad; // expect: stateless-mutable-global "RequestsBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int DeepBad;     // expect: stateless-mutable-global "DeepBad" "written after start-up by 'process'" "the request loop in 'main'" confidence proven
static int RawBad;      // expect: stateless-mutable-global "RawBad" "written after start-up by 'raw'" "the request loop in 'raw'" confidence proven
static int PartsBad;    // expect: stateless-mutable-global "PartsBad" "written after start-up by 'parts'" "the request loop in 'parts'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void process(const zmq::message_t &Message) { DeepBad += int(Message.size()); }

static void raw(void *Context) {
  void *Socket = zmq_socket(Context, ZMQ_PULL);
  char Buffer[64];
  while (zmq_recv(Socket, Buffer, sizeof Buffer, 0) >= 0)
    ++RawBad;
}

static void parts(zmq::context_t &Context) {
  zmq::socket_t Socket(Context, zmq::socket_type::sub);
  for (;;) {
    std::vector<zmq::message_t> Parts;
    if (!zmq::recv_multipart(Socket, std::back_inserter(Parts)))
      return;
    PartsBad += int(Parts.size());
  }
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  zmq::context_t Context;
  std::thread Raw(raw, Context.handle());
  std::thread Parts([&Context] { parts(Context); });
  zmq::socket_t Socket(Context, zmq::socket_type::rep);
  Socket.bind("tcp://127.0.0.1:5555");
  while (true) {
    zmq::message_t Message;
    if (!Socket.recv(Message, zmq::recv_flags::none))
      continue;
    ++RequestsBad;
    process(Message);
    Socket.send(zmq::buffer(GreetingOk), zmq::send_flags::none);
  }
}
