// The call in the loop names a method that only overriders have a body for, or
// one that overrides a source of requests.
#include "listener.h"
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static std::string GreetingOk; // expect-benign: stateless-mutable-global "start-up"
static int GreetedBad; // expect: stateless-mutable-global "written after start-up by 'greet', on the request loop in 'main'" confidence proven

static void greet(int Connected) {
  ++GreetedBad; // expect-fact: write GreetedBad
  std::string Text = GreetingOk + std::to_string(GreetedBad);
  ::send(Connected, Text.data(), Text.size(), 0);
  ::close(Connected);
}

int main(int Argc, char **Argv) {
  std::unique_ptr<Listener> Door = openListener(8080);
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  std::thread Queue(serveQueue);
  for (int Connected = Door->take(); Connected >= 0; Connected = Door->take())
    greet(Connected);
  Queue.join();
}
