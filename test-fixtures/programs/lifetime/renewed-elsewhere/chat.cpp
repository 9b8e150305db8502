// args: -std=c++17
#include "chat.h"

void Room::join(int Peer) { SessionsBad.insert(Peer); }
Listener::Listener(net::io_context &Loop, std::shared_ptr<Room> R)
    : Acceptor(Loop, net::ip::tcp::endpoint(net::ip::tcp::v4(), 8080)), TheRoom(std::move(R)) {}
void Listener::run() {
  Acceptor.async_accept([Self = shared_from_this()](boost::system::error_code Error, net::ip::tcp::socket S) {
    Self->accepted(Error, std::move(S));
  });
}
void Listener::accepted(boost::system::error_code Error, net::ip::tcp::socket Socket) {
  if (!Error)
    TheRoom->join(int(Socket.native_handle()));
  Acceptor.async_accept([Self = shared_from_this()](boost::system::error_code Next, net::ip::tcp::socket S) {
    Self->accepted(Next, std::move(S));
  });
}
