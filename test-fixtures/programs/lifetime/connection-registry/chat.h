#ifndef CHAT_H
#define CHAT_H

#include <asio.hpp>
#include <memory>
#include <set>
#include <string>
#include <vector>

class Peer {
public:
  explicit Peer(asio::ip::tcp::socket S) : Socket(std::move(S)) {}
  void send(char (&Text)[64]);

private:
  asio::ip::tcp::socket Socket;
};
// Everybody who is connected to this one process.
class Chat {
public:
  void join(std::shared_ptr<Peer> New);
  void leave(const std::shared_ptr<Peer> &Old);
  void tell(char (&Text)[64]);

private:
  std::set<std::shared_ptr<Peer>> PeersBad; // expect: stateless-session-map "PeersBad" "kept alive by 'TheRoom' in 'main'"
};
class Listener {
public:
  Listener(asio::io_context &Loop, Chat &Room) : Acceptor(Loop, {8080}), Room(Room) {}
  void accept();

private:
  asio::ip::tcp::acceptor Acceptor;
  Chat &Room;
};

#endif
