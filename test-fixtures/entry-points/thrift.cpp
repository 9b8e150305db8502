// args: -std=c++17
// Thrift, with its real headers: the methods of the interface that its compiler
// writes. That interface has no base; written here is what matters of it.
#include <memory>
#include <string>
#include <thrift/TDispatchProcessor.h>
#include <thrift/protocol/TBinaryProtocol.h>
#include <thrift/server/TThreadedServer.h>
#include <thrift/transport/TBufferTransports.h>
#include <thrift/transport/TServerSocket.h>

using namespace apache::thrift;

static int HitsBad; // expect: stateless-mutable-global "HitsBad" "'HitsHandler::hit'" confidence proven
static int DeepBad; // expect: stateless-mutable-global "DeepBad" "written after start-up by 'count'" "'HitsHandler::reset'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

// Generated: the interface, and the processor that calls it.
class HitsIf {
public:
  virtual ~HitsIf() {}
  virtual void hit(std::string &Return, const std::string &Name) = 0;
  virtual void reset(const int32_t To) = 0;
};

class HitsProcessor : public TDispatchProcessor {
public:
  explicit HitsProcessor(std::shared_ptr<HitsIf> I) : Interface(std::move(I)) {}

protected:
  bool dispatchCall(protocol::TProtocol *, protocol::TProtocol *, const std::string &Name, int32_t, void *) override {
    std::string Result;
    if (Name == "hit")
      Interface->hit(Result, Name);
    else
      Interface->reset(0);
    return true;
  }

private:
  std::shared_ptr<HitsIf> Interface;
};

static void count(int N) { DeepBad += N; }

class HitsHandler : public HitsIf {
public:
  void hit(std::string &Return, const std::string &Name) override {
    ++HitsBad;
    Return = GreetingOk + Name;
  }
  void reset(const int32_t To) override { count(To); }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  server::TThreadedServer Server(std::make_shared<HitsProcessor>(std::make_shared<HitsHandler>()),
                                 std::make_shared<transport::TServerSocket>(8080),
                                 std::make_shared<transport::TBufferedTransportFactory>(),
                                 std::make_shared<protocol::TBinaryProtocolFactory>());
  Server.serve();
}
