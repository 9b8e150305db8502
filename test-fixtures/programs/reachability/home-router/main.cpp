// A server without a library: a loop that takes connections, and a router of
// the project's own. The routes are not known, the loop is.
#include "router.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static int openPort() {
  int Fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_port = htons(8080);
  bind(Fd, reinterpret_cast<sockaddr *>(&Address), sizeof Address);
  listen(Fd, 16);
  return Fd;
}

int main() {
  Router Pages;
  install(Pages);
  int Listener = openPort();
  for (;;) {
    int Fd = accept(Listener, nullptr, nullptr);
    if (Fd < 0)
      break;
    char Buffer[512];
    ssize_t Size = read(Fd, Buffer, sizeof Buffer);
    Response Answer = Pages.answer(parse(std::string(Buffer, Size > 0 ? Size : 0)));
    if (write(Fd, Answer.Body.data(), Answer.Body.size()) < 0)
      close(Listener);
    close(Fd);
  }
}
