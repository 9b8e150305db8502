// args: -std=c++17
#include "session.h"

void Session::start() {
  ReplyOk = "hello";
  net::async_write(Socket, net::buffer(ReplyOk), [Self = shared_from_this()](boost::system::error_code, std::size_t) {});
}
void Server::accept() {
  // The handler registers itself again, but holds another object each time.
  auto NextOk = std::make_shared<Session>(Loop);
  Acceptor.async_accept(NextOk->socket(), [this, NextOk](boost::system::error_code Error) {
    if (!Error)
      NextOk->start();
    accept();
  });
}
