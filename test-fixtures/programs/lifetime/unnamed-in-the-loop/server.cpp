// args: -std=c++17
#include "server.h"

static Settings *Current; // expect-benign: stateless-mutable-global "start-up"
void limits(Settings &S) { Current = &S; }
void Server::start() {
  Socket.async_receive_from(net::buffer(Text), Peer, [this](boost::system::error_code, std::size_t) {
    ++SeenBad;
    ++Current->LimitBad;
    start();
  });
}
