// args: -std=c++17
// Nobody holds the listener but the handler that it registers again and again.
#include "chat.h"

int main() {
  net::io_context Loop;
  std::make_shared<Listener>(Loop)->run();
  Loop.run();
}
