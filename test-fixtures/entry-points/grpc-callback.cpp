// args: -std=c++17
// gRPC's callback interface, with its real headers: methods that return reactors.
// A reactor is of one call.
#include "hits.grpc.pb.h"
#include <grpcpp/grpcpp.h>
#include <memory>
#include <string>

using google::protobuf::StringValue;

static int HitsBad;    // expect: stateless-mutable-global "HitsBad" "'HitsImpl::Hit'" confidence proven
static int WatchBad;   // expect: stateless-mutable-global "WatchBad" "'HitsImpl::Watch'" confidence proven
static int WrittenBad; // expect: stateless-mutable-global "WrittenBad" "'Writer::OnWriteDone'" confidence proven
static int DoneBad;    // expect: stateless-mutable-global "DoneBad" "'Writer::OnDone'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Writer : public grpc::ServerWriteReactor<StringValue> {
public:
  Writer() {
    Text.set_value(GreetingOk);
    StartWrite(&Text);
  }
  void OnWriteDone(bool) override {
    ++WrittenBad;
    if (++Lines == 3)
      Finish(grpc::Status::OK);
    else
      StartWrite(&Text);
  }
  void OnDone() override {
    ++DoneBad;
    delete this;
  }

private:
  StringValue Text;
  int Lines = 0; // of one call
};

class HitsImpl final : public Hits::CallbackService {
public:
  grpc::ServerUnaryReactor *Hit(grpc::CallbackServerContext *Context, const StringValue *,
                                StringValue *Response) override {
    ++HitsBad;
    Response->set_value(GreetingOk);
    grpc::ServerUnaryReactor *Reactor = Context->DefaultReactor();
    Reactor->Finish(grpc::Status::OK);
    return Reactor;
  }
  grpc::ServerWriteReactor<StringValue> *Watch(grpc::CallbackServerContext *, const StringValue *) override {
    ++WatchBad;
    return new Writer();
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  HitsImpl Service;
  grpc::ServerBuilder Builder;
  Builder.AddListeningPort("127.0.0.1:8080", grpc::InsecureServerCredentials());
  Builder.RegisterService(&Service);
  std::unique_ptr<grpc::Server> Server(Builder.BuildAndStart());
  Server->Wait();
}
