// args: -std=c++17 -isystem {fixtures}/include
// What runs before main: initialisers, constructors, lambdas, attributes.
#include "boot.h"
#include <httplib.h>

static Closer TheCloserOk;
static Boot FirstOk("first"); // expect-benign: stateless-mutable-global "never written"
static const int SeedOk = seed(3); // expect-benign: stateless-mutable-global "constant"
static const bool BootOk = [] { // expect-benign: stateless-mutable-global "constant"
  BootedOk = 1;
  StagesOk.push_back("lambda");
  return true;
}();
static const bool OrderedOk = (OrderOk = SeedOk, true); // expect-benign: stateless-mutable-global "constant"
__attribute__((constructor)) static void early() { EarlyOk = 1; }

struct Stage {
  int Number = seed(1);
  Stage() { StagesOk.emplace_back("stage"); }
};
static const Stage StageOk; // expect-benign: stateless-mutable-global "constant"

int main() {
  httplib::Server App;
  App.Get("/sum", [](const httplib::Request &Req, httplib::Response &Res) {
    Boot Mine(Req.body); // the same constructor, in a request
    Res.status = sum() + Mine.level() + FirstOk.level() + BootOk + OrderedOk + StageOk.Number;
  });
  return !App.listen("0.0.0.0", 8080);
}
