// args: -std=c++17
#include "shared.h"
#include <sys/socket.h>
#include <unistd.h>

struct Page {
  int Renderings = 0;
};
static int AcceptedBad; // expect: stateless-mutable-global "written after start-up by 'main'" "the request loop in 'main'" confidence proven

int main() {
  configure(8080);
  prepare();
  int Left = refill();
  Page ThePageBad; // expect: stateless-mutable-global "local 'ThePageBad' of 'main'" "Page::Renderings" "the request loop in 'main'" confidence proven
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int Connected = accept(Listening, nullptr, nullptr);
    AcceptedBad += port() + Left;
    write(Connected, &++ThePageBad.Renderings, sizeof(int));
    close(Connected);
  }
}
