// What protoc and its plug-in make of
//
//   service Hits {
//     rpc Hit(google.protobuf.StringValue) returns (google.protobuf.StringValue);
//     rpc Watch(google.protobuf.StringValue)
//         returns (stream google.protobuf.StringValue);
//   }
//
// as far as services are concerned: the classes are derived from the same bases
// and declare the same virtual methods. It is written here, so that the fixtures
// do not depend on a generator's version. It must not know any fixture.
#pragma once

#include <google/protobuf/wrappers.pb.h>
#include <grpcpp/impl/codegen/async_stream.h>
#include <grpcpp/impl/codegen/async_unary_call.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <grpcpp/impl/codegen/server_callback.h>
#include <grpcpp/impl/codegen/server_callback_handlers.h>
#include <grpcpp/impl/codegen/server_context.h>
#include <grpcpp/impl/codegen/service_type.h>
#include <grpcpp/impl/codegen/status.h>
#include <grpcpp/impl/codegen/sync_stream.h>

class Hits final {
public:
  using Text = ::google::protobuf::StringValue;

  class Service : public ::grpc::Service {
  public:
    Service();
    virtual ~Service();
    virtual ::grpc::Status Hit(::grpc::ServerContext *context,
                               const Text *request, Text *response);
    virtual ::grpc::Status Watch(::grpc::ServerContext *context,
                                 const Text *request,
                                 ::grpc::ServerWriter<Text> *writer);
  };

  template <class BaseClass> class WithCallbackMethod_Hit : public BaseClass {
  public:
    WithCallbackMethod_Hit();
    ~WithCallbackMethod_Hit() override {}
    ::grpc::Status Hit(::grpc::ServerContext *, const Text *, Text *) override {
      abort();
      return ::grpc::Status(::grpc::StatusCode::UNIMPLEMENTED, "");
    }
    virtual ::grpc::ServerUnaryReactor *Hit(::grpc::CallbackServerContext *,
                                            const Text *, Text *) {
      return nullptr;
    }
  };
  template <class BaseClass> class WithCallbackMethod_Watch : public BaseClass {
  public:
    WithCallbackMethod_Watch();
    ~WithCallbackMethod_Watch() override {}
    ::grpc::Status Watch(::grpc::ServerContext *, const Text *,
                         ::grpc::ServerWriter<Text> *) override {
      abort();
      return ::grpc::Status(::grpc::StatusCode::UNIMPLEMENTED, "");
    }
    virtual ::grpc::ServerWriteReactor<Text> *
    Watch(::grpc::CallbackServerContext *, const Text *) {
      return nullptr;
    }
  };
  typedef WithCallbackMethod_Hit<WithCallbackMethod_Watch<Service>>
      CallbackService;

  template <class BaseClass> class WithAsyncMethod_Hit : public BaseClass {
  public:
    WithAsyncMethod_Hit() { ::grpc::Service::MarkMethodAsync(0); }
    ~WithAsyncMethod_Hit() override {}
    ::grpc::Status Hit(::grpc::ServerContext *, const Text *, Text *) override {
      abort();
      return ::grpc::Status(::grpc::StatusCode::UNIMPLEMENTED, "");
    }
    void RequestHit(::grpc::ServerContext *context, Text *request,
                    ::grpc::ServerAsyncResponseWriter<Text> *response,
                    ::grpc::CompletionQueue *new_call_cq,
                    ::grpc::ServerCompletionQueue *notification_cq, void *tag) {
      ::grpc::Service::RequestAsyncUnary(0, context, request, response,
                                         new_call_cq, notification_cq, tag);
    }
  };
  typedef WithAsyncMethod_Hit<Service> AsyncService;
};
