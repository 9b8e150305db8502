// args: -std=c++17
#include "chat.h"

void Room::join(int Peer) { SessionsBad.insert(Peer); }
Listener::Listener(net::io_context &Loop) : Acceptor(Loop, net::ip::tcp::endpoint(net::ip::tcp::v4(), 8080)) {
  TheRoom = std::make_shared<Room>();
}
void Listener::run() {
  Acceptor.async_accept([Self = shared_from_this()](boost::system::error_code, net::ip::tcp::socket S) {
    Self->TheRoom->join(int(S.native_handle()));
    std::make_shared<Talk>(std::move(S))->run();
    Self->run();
  });
}
void Talk::run() {
  Socket.async_read_some(net::buffer(Text), [Self = shared_from_this()](boost::system::error_code Error, std::size_t) {
    ++Self->LinesOk;
    if (!Error)
      Self->run();
  });
}
