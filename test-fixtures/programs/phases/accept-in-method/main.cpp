// The loop serves, though the call that takes a connection is in a method.
#include "listener.h"
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static std::string GreetingOk; // expect-benign: stateless-mutable-global "start-up"
static int GreetedBad; // expect: stateless-mutable-global "written after start-up by 'greet'"

static void greet(int Connected) {
  ++GreetedBad; // expect-fact: write GreetedBad
  std::string Text = GreetingOk + std::to_string(GreetedBad);
  ::send(Connected, Text.data(), Text.size(), 0);
  ::close(Connected);
}

int main(int Argc, char **Argv) {
  Listener Door(8080);
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  for (int Connected = Door.next(); Connected >= 0; Connected = Door.next())
    greet(Connected);
}
