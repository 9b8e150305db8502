// A thread for each connection that a loop accepts.
#include "client.h"

#include <sys/socket.h>
#include <thread>

int main() {
  int Listener = openPort(8080);
  while (Listener >= 0) {
    int Fd = accept(Listener, nullptr, nullptr);
    greet(Fd);
    std::thread(serveClient, Fd).detach();
  }
  return 1;
}
