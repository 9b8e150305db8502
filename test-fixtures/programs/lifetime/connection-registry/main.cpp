// args: -std=c++17 -isystem {fixtures}/programs/lifetime/connection-registry/include
// The connections come and go; the set of them stays, in an object of main that
// another one holds by reference.
#include "chat.h"

int main() {
  asio::io_context Loop;
  Chat TheRoom;
  Listener TheListener(Loop, TheRoom);
  TheListener.accept();
  Loop.run();
}
