//===- server.h - Stand-in for the real header ---*- C++ -*-===//
//
// brpc's server. Its services are those of Protocol Buffers, whose header is real.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <google/protobuf/service.h>
#include <string>

namespace brpc {

enum ServiceOwnership { SERVER_OWNS_SERVICE, SERVER_DOESNT_OWN_SERVICE };

struct ServerOptions {
  ServerOptions();
  int idle_timeout_sec;
  int num_threads;
};

class ClosureGuard {
public:
  explicit ClosureGuard(google::protobuf::Closure *done);
  ~ClosureGuard();
};

class Server {
public:
  explicit Server();
  ~Server();
  int AddService(google::protobuf::Service *service,
                 ServiceOwnership ownership);
  int Start(const char *ip_port_str, const ServerOptions *opt);
  int Start(int port, const ServerOptions *opt);
  int Stop(int timeout_ms);
  int Join();
  void RunUntilAskedToQuit();
};

} // namespace brpc
