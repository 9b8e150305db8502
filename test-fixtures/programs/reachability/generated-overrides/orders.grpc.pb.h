// As a generator writes it: what stands in for a method calls what fails, and
// is there to be overridden.
#ifndef ORDERS_GRPC_PB_H
#define ORDERS_GRPC_PB_H

#include "runtime.h"

class Orders final {
public:
  class Service : public grpc::Service {
  public:
    virtual grpc::Status Put(int) { return fails(); }
  };
  template <class BaseClass> class WithAsyncMethod_Put : public BaseClass {
  public:
    grpc::Status Put(int) override { return fails(); }
  };
  typedef WithAsyncMethod_Put<Service> AsyncService;
};

#endif
