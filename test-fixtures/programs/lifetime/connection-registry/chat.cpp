// args: -std=c++17 -isystem {fixtures}/programs/lifetime/connection-registry/include
#include "chat.h"

void Peer::send(char (&Text)[64]) {
  Socket.async_write_some(asio::buffer(Text), [](asio::error_code, std::size_t) {});
}
void Chat::join(std::shared_ptr<Peer> New) { PeersBad.insert(std::move(New)); }
void Chat::leave(const std::shared_ptr<Peer> &Old) { PeersBad.erase(Old); }
void Chat::tell(char (&Text)[64]) {
  for (const auto &To : PeersBad)
    To->send(Text);
}
void Listener::accept() {
  Acceptor.async_accept([this](asio::error_code Error, asio::ip::tcp::socket Socket) {
    auto New = std::make_shared<Peer>(std::move(Socket));
    if (Error)
      Room.leave(New);
    else
      Room.join(New);
    char Hello[64] = "hello";
    Room.tell(Hello);
    accept();
  });
}
