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
  Listener(net::io_context &Loop, std::shared_ptr<Room> R);
  void run();

private:
  void accepted(boost::system::error_code Error, net::ip::tcp::socket Socket);
  net::ip::tcp::acceptor Acceptor;
  std::shared_ptr<Room> TheRoom;
};

#endif
