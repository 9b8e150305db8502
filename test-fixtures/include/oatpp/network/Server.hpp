//===- Server.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// oatpp's server. Declarations only, for fixtures that are compiled but never
// linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <memory>

namespace oatpp::web::server {
class HttpConnectionHandler;
}

namespace oatpp::network {

class ServerConnectionProvider {
public:
  static std::shared_ptr<ServerConnectionProvider>
  createShared(const char *host, unsigned short port);
};

class Server {
public:
  Server(const std::shared_ptr<ServerConnectionProvider> &connectionProvider,
         const std::shared_ptr<web::server::HttpConnectionHandler>
             &connectionHandler);
  void run(std::function<bool()> conditional = nullptr);
  void run(bool startAsNewThread);
  void stop();
};

} // namespace oatpp::network
