// args: -std=c++17
// The handler registers itself again, but in another place than the first time.
#include "chat.h"

int main() {
  net::io_context Loop;
  std::make_shared<Listener>(Loop, std::make_shared<Room>())->run();
  Loop.run();
}
