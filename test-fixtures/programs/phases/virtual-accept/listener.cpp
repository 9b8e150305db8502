#include "listener.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace {
class TcpListener : public Listener {
public:
  explicit TcpListener(int Port) : Descriptor(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in Address{};
    Address.sin_family = AF_INET;
    Address.sin_port = htons(static_cast<unsigned short>(Port));
    if (::bind(Descriptor, reinterpret_cast<sockaddr *>(&Address), sizeof Address) == 0)
      ::listen(Descriptor, 16);
  }
  int take() override { return ::accept(Descriptor, nullptr, nullptr); }

private:
  int Descriptor;
};
} // namespace

std::unique_ptr<Listener> openListener(int Port) { return std::make_unique<TcpListener>(Port); }
