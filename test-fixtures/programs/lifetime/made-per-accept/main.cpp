// args: -std=c++17
// A session is made before each accept, and the handler that awaits the
// connection holds it: no session outlives its connection.
#include "session.h"

int main() {
  net::io_context Loop;
  Server Accepting(Loop);
  BoundServer Binding(Loop);
  Loop.run();
}
