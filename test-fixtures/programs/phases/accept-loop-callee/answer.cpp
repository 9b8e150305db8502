#include "net.h"

#include <string>
#include <sys/socket.h>

static std::string LastBad; // expect: stateless-mutable-global "written after start-up by 'answer'" "the request loop in 'net::serve'" confidence proven

void answer(int Connected) {
  char Buffer[256];
  ssize_t Size = ::recv(Connected, Buffer, sizeof Buffer, 0);
  std::string Text(Buffer, Size > 0 ? static_cast<std::size_t>(Size) : 0);
  Text += std::to_string(ReadyOk + LevelOk);
  ::send(Connected, LastBad.data(), LastBad.size(), 0);
  LastBad = Text; // expect-fact: write LastBad
}
