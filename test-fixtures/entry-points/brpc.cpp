// args: -isystem {fixtures}/include
// brpc: a service of Protocol Buffers (whose header is real) whose methods are
// overridden; its threads and timers. The class that the compiler of interfaces
// writes is written here, without its generated file: what matters is that it is
// derived from google::protobuf::Service.
#include <brpc/server.h>
#include <bthread/bthread.h>
#include <string>

using google::protobuf::Closure;
using google::protobuf::Message;
using google::protobuf::RpcController;

static int HitsBad;    // expect: stateless-mutable-global "HitsBad" "'HitsImpl::Hit'" confidence proven
static int DeepBad;    // expect: stateless-mutable-global "DeepBad" "written after start-up by 'count'" "'HitsImpl::Reset'" confidence proven
static int ThreadsBad; // expect: stateless-mutable-global "ThreadsBad" "written after start-up by 'work'" confidence likely
static int TicksBad;   // expect: stateless-mutable-global "TicksBad" "the timer of 'bthread_timer_add'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class HitsService : public google::protobuf::Service {
public:
  virtual void Hit(RpcController *Controller, const Message *Request, Message *Response, Closure *Done);
  virtual void Reset(RpcController *Controller, const Message *Request, Message *Response, Closure *Done);
  const google::protobuf::ServiceDescriptor *GetDescriptor() override;
  void CallMethod(const google::protobuf::MethodDescriptor *Method, RpcController *Controller, const Message *Request,
                  Message *Response, Closure *Done) override;
  const Message &GetRequestPrototype(const google::protobuf::MethodDescriptor *Method) const override;
  const Message &GetResponsePrototype(const google::protobuf::MethodDescriptor *Method) const override;
};

static void count(int N) { DeepBad += N + int(GreetingOk.size()); }

class HitsImpl : public HitsService {
public:
  void Hit(RpcController *, const Message *, Message *, Closure *Done) override {
    brpc::ClosureGuard Guard(Done);
    ++HitsBad;
    ++Calls;
  }
  void Reset(RpcController *, const Message *, Message *, Closure *Done) override {
    brpc::ClosureGuard Guard(Done);
    count(1);
  }

private:
  int Calls = 0;
};

static void *work(void *) {
  ++ThreadsBad;
  return nullptr;
}
static void tick(void *) { ++TicksBad; }

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  HitsImpl ServiceBad; // expect: stateless-mutable-global "ServiceBad" "Calls" "'HitsImpl::Hit'" confidence proven
  brpc::Server Server;
  Server.AddService(&ServiceBad, brpc::SERVER_DOESNT_OWN_SERVICE);
  bthread_t Thread;
  bthread_start_background(&Thread, nullptr, work, nullptr);
  bthread_timer_t Timer;
  bthread_timer_add(&Timer, {1, 0}, tick, nullptr);
  brpc::ServerOptions Options;
  if (Server.Start(8080, &Options) != 0)
    return 1;
  Server.RunUntilAskedToQuit();
}
