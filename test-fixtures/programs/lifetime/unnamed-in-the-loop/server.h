#ifndef SERVER_H
#define SERVER_H

#include <boost/asio.hpp>
#include <string>

namespace net = boost::asio;

struct Settings {
  int LimitBad = 0;
};
void limits(Settings &S);

class Server {
public:
  explicit Server(net::io_context &Loop) : Socket(Loop, net::ip::udp::endpoint(net::ip::udp::v4(), 8080)) {}
  void start();

private:
  net::ip::udp::socket Socket;
  net::ip::udp::endpoint Peer;
  char Text[16];
  int SeenBad = 0;
};

#endif
