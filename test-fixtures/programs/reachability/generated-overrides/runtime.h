#ifndef RUNTIME_H
#define RUNTIME_H

// As much of the library as it takes.
namespace grpc {
struct Status {
  int Code = 0;
};
class Service {
public:
  virtual ~Service() = default;
};
class Server {
public:
  void Wait();
  Service *Served = nullptr;
};
} // namespace grpc

grpc::Status fails();

#endif
