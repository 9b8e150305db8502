#ifndef POOL_H
#define POOL_H

#include <boost/asio.hpp>
#include <boost/bind/bind.hpp>
#include <memory>
#include <thread>
#include <vector>

namespace net = boost::asio;

class Pool {
public:
  Pool();
  net::io_context &next();
  void run();

private:
  std::vector<std::shared_ptr<net::io_context>> All;
  std::size_t Next = 0;
};
class Door {
public:
  explicit Door(Pool &Loops);

private:
  void accept();
  Pool &Loops;
  net::ip::tcp::acceptor Acceptor;
};

#endif
