// args: -std=c++17
// gRPC's synchronous services, with its real headers.
#include "hits.grpc.pb.h"
#include <grpcpp/grpcpp.h>
#include <memory>
#include <string>

using google::protobuf::StringValue;

static int HitsBad;  // expect: stateless-mutable-global "HitsBad" "'HitsImpl::Hit'" confidence proven
static int DeepBad;  // expect: stateless-mutable-global "DeepBad" "written after start-up by 'count'" "'HitsImpl::Hit'" confidence proven
static int WatchBad; // expect: stateless-mutable-global "WatchBad" "written after start-up by 'HitsImpl::Watch'" "'HitsImpl::Watch'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void count() { ++DeepBad; }

class HitsImpl final : public Hits::Service {
public:
  grpc::Status Hit(grpc::ServerContext *, const StringValue *Request, StringValue *Response) override {
    ++HitsBad;
    ++Calls;
    count();
    Response->set_value(GreetingOk + Request->value());
    return grpc::Status::OK;
  }
  grpc::Status Watch(grpc::ServerContext *, const StringValue *, grpc::ServerWriter<StringValue> *) override {
    ++WatchBad;
    return grpc::Status::OK;
  }

private:
  int Calls = 0;
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  HitsImpl ServiceBad; // expect: stateless-mutable-global "ServiceBad" "Calls" "'HitsImpl::Hit'" confidence proven
  grpc::ServerBuilder Builder;
  Builder.AddListeningPort("127.0.0.1:8080", grpc::InsecureServerCredentials());
  Builder.RegisterService(&ServiceBad);
  std::unique_ptr<grpc::Server> Server(Builder.BuildAndStart());
  Server->Wait();
}
