#include "client.h"

#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static std::atomic<int> ClientsBad; // expect: stateless-mutable-global "written after start-up by 'serveClient'" "the request loop in 'main'" confidence likely
static std::string LastBad; // expect: stateless-mutable-global "written after start-up by 'answer'" "the request loop in 'main'" confidence likely
static int GreetedBad; // expect: stateless-mutable-global "written after start-up by 'greet'" "the request loop in 'main'" confidence proven
static int PortOk; // expect-benign: stateless-mutable-global "start-up"

int openPort(int Port) {
  PortOk = Port;
  int Fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_port = htons(static_cast<unsigned short>(PortOk));
  bind(Fd, reinterpret_cast<sockaddr *>(&Address), sizeof Address);
  return listen(Fd, 16) == 0 ? Fd : -1;
}
// One thread for each client; what it keeps on its stack is that client's.
void serveClient(int Fd) {
  char Buffer[256];
  int TurnsOk = 0;
  ++ClientsBad; // expect-fact: write ClientsBad
  for (ssize_t Size; (Size = read(Fd, Buffer, sizeof Buffer)) > 0; ++TurnsOk) {
    std::string Text = answer(std::string(Buffer, Size)) + std::to_string(TurnsOk);
    if (write(Fd, Text.data(), Text.size()) < 0)
      break;
  }
  close(Fd);
}
void greet(int Fd) {
  if (write(Fd, "hello", 5) == 5)
    ++GreetedBad; // expect-fact: write GreetedBad
}
std::string answer(const std::string &Text) {
  std::string Before = LastBad;
  LastBad = Text; // expect-fact: write LastBad
  return Before;
}
