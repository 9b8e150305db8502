// args: -std=c++17 -isystem {fixtures}/include
#include "port.h"

#include <iostream>

int PortOk = 8080; // expect-benign: stateless-mutable-global "start-up"
int TriesOk; // expect-benign: stateless-mutable-global "start-up"
int BoundOk; // expect-benign: stateless-mutable-global "start-up"
static int ReportsOk; // expect-benign: stateless-mutable-global "start-up"

bool bindSomewhere(httplib::Server &App) {
  while (!App.bind_to_port("0.0.0.0", PortOk)) {
    ++PortOk;
    if (++TriesOk > 9)
      return false;
  }
  return true;
}
void reportPort() {
  ++ReportsOk;
  std::cout << "port " << PortOk << "\n";
}
