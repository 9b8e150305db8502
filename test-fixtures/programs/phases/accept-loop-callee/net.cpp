// The loop that serves stands in a function that main calls.
#include "net.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static int RoundsBad; // expect: stateless-mutable-global "written after start-up by 'net::serve'" "the request loop in 'net::serve'" confidence proven
static int BeforeOk; // expect-benign: stateless-mutable-global "start-up"
static int AfterOk; // expect-benign: stateless-mutable-global "written only when serving is over"

static int openPort(int Port) {
  int Descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_port = htons(static_cast<unsigned short>(Port));
  if (::bind(Descriptor, reinterpret_cast<sockaddr *>(&Address), sizeof Address) == 0)
    ::listen(Descriptor, 16);
  return Descriptor;
}

void net::serve(int Port) {
  BeforeOk = Port;
  int Listening = openPort(BeforeOk);
  while (true) {
    int Connected = ::accept(Listening, nullptr, nullptr);
    if (Connected < 0)
      break;
    ++RoundsBad; // expect-fact: write RoundsBad
    answer(Connected);
    ::close(Connected);
  }
  AfterOk = BeforeOk; // No request can come any more.
}
