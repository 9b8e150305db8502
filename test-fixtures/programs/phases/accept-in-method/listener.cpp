#include "listener.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

Listener::Listener(int Port) : Descriptor(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_port = htons(static_cast<unsigned short>(Port));
  if (::bind(Descriptor, reinterpret_cast<sockaddr *>(&Address), sizeof Address) == 0)
    ::listen(Descriptor, 16);
}
Listener::~Listener() { ::close(Descriptor); }
int Listener::next() const { return ::accept(Descriptor, nullptr, nullptr); }
