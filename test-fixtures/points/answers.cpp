// args: -std=c++20
// The same as answers.c and answers-and-requests.c, by the libraries of C++.
#include <boost/asio.hpp>
#include <hiredis/hiredis.h>
#include <zmq.hpp>

namespace net = boost::asio;

static int AskedOk;   // expect-benign: stateless-mutable-global "written only at start-up"
static int LinesOk;   // expect-benign: stateless-mutable-global "written only at start-up"
static int QueuedOk;  // expect-benign: stateless-mutable-global "written only at start-up"
static int PartsOk;   // expect-benign: stateless-mutable-global "written only at start-up"
static int PipedOk;   // expect-benign: stateless-mutable-global "written only at start-up"
static int PlacedOk;  // expect-benign: stateless-mutable-global "written only at start-up"
static int EchoedBad; // expect: stateless-mutable-global "on the request loop in 'echo'"
static int WorkedBad; // expect: stateless-mutable-global "on the request loop in 'work'"
static int RelayedBad; // expect: stateless-mutable-global "on the request loop in 'relay'"

bool more();

struct Client {
  net::ip::udp::socket Socket;
  net::ip::udp::endpoint At;
  void ask();
};

void Client::ask() {
  char Text[64];
  while (more()) {
    Socket.send_to(net::buffer(Text), At);
    Socket.receive_from(net::buffer(Text), At);
    ++AskedOk;
  }
}

static void lines(net::ip::tcp::socket &Socket) {
  std::string Text;
  while (more()) {
    net::write(Socket, net::buffer(Text));
    net::read_until(Socket, net::dynamic_buffer(Text), '\n');
    ++LinesOk;
  }
}

static void queued(zmq::socket_t *Socket) {
  zmq::message_t Text;
  while (more()) {
    Socket->send(Text, zmq::send_flags::none);
    if (Socket->recv(Text))
      ++QueuedOk;
  }
}

static void parts(void *Socket) {
  zmq_msg_t Text;
  while (more()) {
    zmq_msg_send(&Text, Socket, 0);
    zmq_msg_recv(&Text, Socket, 0);
    ++PartsOk;
  }
}

static void piped(redisContext *Redis) {
  void *Answer = nullptr;
  while (more()) {
    redisAppendCommand(Redis, "PING");
    redisGetReply(Redis, &Answer);
    ++PipedOk;
  }
}

template <class Socket> void placed(Socket &On) {
  char Text[64];
  while (more()) {
    On.send(net::buffer(Text));
    On.receive(net::buffer(Text));
    ++PlacedOk;
  }
}

static void echo(net::ip::udp::socket Socket) {
  char Text[64];
  net::ip::udp::endpoint From; // expect: stateless-mutable-global "local 'From' of 'echo'"
  while (more()) {
    Socket.receive_from(net::buffer(Text), From);
    Socket.send_to(net::buffer(Text), From);
    ++EchoedBad;
  }
}

// It says once that it is there.
static void work(zmq::socket_t &Socket) {
  zmq::message_t Text;
  Socket.send(Text, zmq::send_flags::none);
  while (Socket.recv(Text)) {
    ++WorkedBad;
    Socket.send(Text, zmq::send_flags::none);
  }
}

static void relay(zmq::socket_t &In, zmq::socket_t &Out) {
  zmq::message_t Text;
  while (more()) {
    Out.send(Text, zmq::send_flags::none);
    if (In.recv(Text))
      ++RelayedBad;
  }
}

int main() {
  net::io_context Context;
  Client Asks{net::ip::udp::socket(Context), {}};
  Asks.ask();
  net::ip::tcp::socket Line(Context);
  lines(Line);
  zmq::context_t All;
  zmq::socket_t In(All, zmq::socket_type::pull), Out(All, zmq::socket_type::push);
  queued(&In);
  parts(In.handle());
  piped(redisConnect("localhost", 6379));
  net::ip::udp::socket Placed(Context);
  placed(Placed);
  echo(net::ip::udp::socket(Context));
  work(In);
  relay(In, Out);
  return AskedOk + LinesOk + QueuedOk + PartsOk + PipedOk + PlacedOk + EchoedBad + WorkedBad + RelayedBad;
}
