#ifndef CONNECTION_H
#define CONNECTION_H

#include <asio.hpp>
#include <map>
#include <memory>
#include <string>

// Made for each connection; its callbacks run once and hold it until the next.
class Connection : public std::enable_shared_from_this<Connection> {
public:
  explicit Connection(asio::ip::tcp::socket S) : Socket(std::move(S)) {}
  void read();

private:
  void answer(std::size_t Size);
  asio::ip::tcp::socket Socket;
  char Buffer[512];
  std::map<std::string, std::string> SessionOk;
  int TurnsOk = 0;
};
class Listener {
public:
  explicit Listener(asio::io_context &Loop) : Acceptor(Loop, {8080}) {}
  void accept();
  int accepted() const { return Accepted; }

private:
  asio::ip::tcp::acceptor Acceptor;
  int Accepted = 0;
};
extern int AnsweredBad;

#endif
