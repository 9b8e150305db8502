#include "slots.h"
#include <sys/socket.h>

int main() {
  startUp();
  Holder<std::string>::get().set("start");
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      break;
    Slots<int>::hit();
    Slots<int>::slot() += Client;
    Slots<double>::hit();
    Holder<int>::get().set(Client);
    Client = static_cast<int>(Holder<std::string>::get().value().size());
  }
}
