// args: -std=c++17
#include "session.h"
#include <functional>

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
void BoundServer::accept() {
  auto NewOk = std::make_shared<Session>(Loop);
  Acceptor.async_accept(NewOk->socket(), std::bind(&BoundServer::accepted, this, NewOk, std::placeholders::_1));
}
void BoundServer::accepted(std::shared_ptr<Session> NewOk, boost::system::error_code Error) {
  if (!Error)
    NewOk->start();
  accept();
}
