#ifndef SESSION_H
#define SESSION_H

#include <boost/asio.hpp>
#include <memory>
#include <string>

namespace net = boost::asio;

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(net::io_context &Loop) : Socket(Loop) {}
  net::ip::tcp::socket &socket() { return Socket; }
  void start();

private:
  net::ip::tcp::socket Socket;
  std::string ReplyOk;
};
// The same with a handler that is bound, in which the session stands beside the
// object of the method.
class BoundServer {
public:
  explicit BoundServer(net::io_context &L) : Loop(L), Acceptor(L, net::ip::tcp::endpoint(net::ip::tcp::v4(), 8081)) {
    accept();
  }

private:
  void accept();
  void accepted(std::shared_ptr<Session> NewOk, boost::system::error_code Error);
  net::io_context &Loop;
  net::ip::tcp::acceptor Acceptor;
};
class Server {
public:
  explicit Server(net::io_context &L) : Loop(L), Acceptor(L, net::ip::tcp::endpoint(net::ip::tcp::v4(), 8080)) {
    accept();
  }

private:
  void accept();
  net::io_context &Loop;
  net::ip::tcp::acceptor Acceptor;
};

#endif
