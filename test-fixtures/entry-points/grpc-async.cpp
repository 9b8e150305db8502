// args: -std=c++17
// gRPC's asynchronous interface, with its real headers: a loop around a queue of
// completions, whose tags are objects of one call.
#include "hits.grpc.pb.h"
#include <grpcpp/grpcpp.h>
#include <memory>
#include <string>

using google::protobuf::StringValue;

static int EventsBad; // expect: stateless-mutable-global "EventsBad" "written after start-up by 'serve'" "the request loop in 'serve'" confidence proven
static int HitsBad;   // expect: stateless-mutable-global "HitsBad" "written after start-up by 'HitCall::proceed'" "the request loop in 'serve'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class HitCall {
public:
  HitCall(Hits::AsyncService &S, grpc::ServerCompletionQueue &Q) : Service(S), Queue(Q), Writer(&Context) {
    Service.RequestHit(&Context, &Request, &Writer, &Queue, &Queue, this);
  }
  void proceed() {
    if (Finished)
      return delete this;
    ++HitsBad;
    new HitCall(Service, Queue);
    Response.set_value(GreetingOk);
    Finished = true;
    Writer.Finish(Response, grpc::Status::OK, this);
  }

private:
  Hits::AsyncService &Service;
  grpc::ServerCompletionQueue &Queue;
  grpc::ServerContext Context;
  StringValue Request, Response;
  grpc::ServerAsyncResponseWriter<StringValue> Writer;
  bool Finished = false; // of one call
};

static void serve(Hits::AsyncService &Service, grpc::ServerCompletionQueue &Queue) {
  new HitCall(Service, Queue);
  void *Tag;
  bool Succeeded;
  while (Queue.Next(&Tag, &Succeeded)) {
    ++EventsBad;
    static_cast<HitCall *>(Tag)->proceed();
  }
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Hits::AsyncService Service;
  grpc::ServerBuilder Builder;
  Builder.AddListeningPort("127.0.0.1:8080", grpc::InsecureServerCredentials());
  Builder.RegisterService(&Service);
  std::unique_ptr<grpc::ServerCompletionQueue> Queue = Builder.AddCompletionQueue();
  std::unique_ptr<grpc::Server> Server(Builder.BuildAndStart());
  serve(Service, *Queue);
}
