// args: -std=c++17
// Objects that the serving loop does not name, or sets now and then, are not
// made anew in each turn.
#include "server.h"

int main(int Count, char **) {
  net::io_context Loop;
  Server Kept(Loop); // expect: stateless-mutable-global "Server::SeenBad"
  Kept.start();
  Settings Now{}; // expect: stateless-mutable-global "Settings::LimitBad"
  limits(Now);
  while (!Loop.stopped()) {
    if (Count > 1)
      Now = Settings{};
    Loop.run_one();
  }
}
