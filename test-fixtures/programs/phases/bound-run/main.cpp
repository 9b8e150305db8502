// args: -std=c++17
// Threads run what serves, bound to its object: main starts to serve there.
#include "pool.h"

int main() {
  Pool ThePoolBad; // expect: stateless-mutable-global "ThePoolBad" "Pool::Next" "boost::asio::basic_socket_acceptor::async_accept" confidence proven
  Door TheDoor(ThePoolBad);
  ThePoolBad.run();
}
