// args: -std=c++17
// A service whose own methods write nothing of it: its helper does.
#include "hits.grpc.pb.h"
#include <grpcpp/grpcpp.h>
#include <map>
#include <memory>
#include <string>

using google::protobuf::StringValue;

class Store {
public:
  void put(const std::string &Key) { ++Counts[Key]; }

private:
  std::map<std::string, int> Counts;
};
class Greeting {
public:
  std::string text() const { return Text; }

private:
  std::string Text = "hello";
};

class Counting final : public Hits::Service {
  grpc::Status Hit(grpc::ServerContext *, const StringValue *Request, StringValue *) override {
    Kept.put(Request->value());
    return grpc::Status::OK;
  }
  Store Kept;
};
class Greets final : public Hits::Service {
  grpc::Status Hit(grpc::ServerContext *, const StringValue *, StringValue *Response) override {
    Response->set_value(Of.text());
    return grpc::Status::OK;
  }
  Greeting Of;
};

int main() {
  // expect@+1: stateless-mutable-global "keeps state: 'Store::Counts'" "'Counting::Hit'"
  Counting CountsBad;
  Greets GreetsOk;
  grpc::ServerBuilder Builder;
  Builder.RegisterService(&CountsBad);
  Builder.RegisterService(&GreetsOk);
  std::unique_ptr<grpc::Server> Server(Builder.BuildAndStart());
  Server->Wait();
}
