#ifndef CHAT_H
#define CHAT_H

#include <boost/asio.hpp>
#include <memory>
#include <set>

namespace net = boost::asio;

class Room {
public:
  void join(int Peer);

private:
  std::set<int> SessionsBad; // expect: stateless-session-map "SessionsBad"
};
class Listener : public std::enable_shared_from_this<Listener> {
public:
  explicit Listener(net::io_context &Loop);
  void run();

private:
  net::ip::tcp::acceptor Acceptor;
  std::shared_ptr<Room> TheRoom;
};
// One for each connection: it registers itself again too, but a request made it.
class Talk : public std::enable_shared_from_this<Talk> {
public:
  explicit Talk(net::ip::tcp::socket S) : Socket(std::move(S)) {}
  void run();

private:
  net::ip::tcp::socket Socket;
  char Text[64];
  int LinesOk = 0;
};

#endif
