// args: -std=c++17 -isystem {fixtures}/programs/lifetime/per-connection/include
// An object for each connection, kept alive by the callbacks that are under
// way; beside it the listener, which stays.
#include "connection.h"

int main() {
  asio::io_context Loop;
  Listener TheListenerBad(Loop); // expect: stateless-mutable-global "TheListenerBad" "Accepted" "handler registered by 'asio::basic_socket_acceptor::async_accept'"
  TheListenerBad.accept();
  Loop.run();
  return TheListenerBad.accepted() + AnsweredBad;
}
