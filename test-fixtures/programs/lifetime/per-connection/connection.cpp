// args: -std=c++17 -isystem {fixtures}/programs/lifetime/per-connection/include
#include "connection.h"

int AnsweredBad; // expect: stateless-mutable-global "written after start-up by 'Connection::answer'" confidence proven

void Connection::read() {
  auto Self = shared_from_this();
  Socket.async_read_some(asio::buffer(Buffer), [this, Self](asio::error_code Error, std::size_t Size) {
    if (!Error)
      answer(Size);
  });
}
void Connection::answer(std::size_t Size) {
  SessionOk[std::string(Buffer, Size)] = std::to_string(++TurnsOk);
  ++AnsweredBad; // expect-fact: write AnsweredBad
  Socket.async_write_some(asio::buffer(Buffer), [this, Self = shared_from_this()](asio::error_code Error, std::size_t) {
    if (!Error && SessionOk.size() < 100)
      read();
  });
}
void Listener::accept() {
  Acceptor.async_accept([this](asio::error_code Error, asio::ip::tcp::socket Socket) {
    if (!Error) {
      ++Accepted;
      std::make_shared<Connection>(std::move(Socket))->read();
    }
    accept();
  });
}
