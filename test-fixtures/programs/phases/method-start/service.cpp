// args: -std=c++17 -isystem {fixtures}/include
// The call that serves is behind an interface with one implementation.
#include "service.h"
#include <httplib.h>

int ConfiguredOk; // expect-benign: stateless-mutable-global "start-up"
int StartedBad; // expect: stateless-mutable-global "StartedBad" "'GET /hello'" confidence proven
static int ReturnedOk; // expect-benign: stateless-mutable-global "written only when serving is over"

namespace {
class HelloService final : public Service {
public:
  void configure(const std::string &To) override {
    Name = To;
    ++ConfiguredOk;
  }
  bool start() override {
    ++ConfiguredOk;
    App.Get("/hello", [this](const httplib::Request &, httplib::Response &Res) {
      ++StartedBad; // expect-fact: write StartedBad
      Res.set_content("hello from " + Name, "text/plain");
    });
    bool Fine = App.listen("0.0.0.0", 8080);
    ReturnedOk = Fine;
    return Fine && ReturnedOk;
  }

private:
  httplib::Server App;
  std::string Name;
};
} // namespace

std::unique_ptr<Service> makeService() { return std::make_unique<HelloService>(); }
