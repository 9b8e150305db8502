// As much of POCO's HTTP server as the fixture uses.
#ifndef FIXTURES_POCO_HTTP_SERVER_H
#define FIXTURES_POCO_HTTP_SERVER_H

#include "Poco/Net/HTTPRequestHandler.h"
#include "Poco/SharedPtr.h"

namespace Poco {
namespace Net {

class TCPServer {
public:
  virtual ~TCPServer() = default;
  void start() {}
  void stop() {}
};
class HTTPServer : public TCPServer {
public:
  explicit HTTPServer(SharedPtr<HTTPRequestHandlerFactory> pFactory, unsigned short portNumber = 80)
      : Factory(pFactory), Port(portNumber) {}

private:
  SharedPtr<HTTPRequestHandlerFactory> Factory;
  unsigned short Port;
};

} // namespace Net
} // namespace Poco

#endif
