// args: -std=c++17 -isystem {fixtures}/include
// Objects of one request that hold a reference to what is not theirs.
#include "tools.h"
#include <httplib.h>

static long TotalBad; // expect: stateless-mutable-global "TotalBad" "'GET /add'"
static std::vector<std::string> LinesBad; // expect: stateless-mutable-global "LinesBad" "'GET /add'"
static int DepthBad; // expect: stateless-mutable-global "DepthBad" "'GET /add'"
static long ReadOk = 3; // expect-benign: stateless-mutable-global "never written"
static std::string NameOk = "name"; // expect-benign: stateless-mutable-global "never written"
static long LimitOk = 4; // expect-benign: stateless-mutable-global "never written"

int main() {
  httplib::Server App;
  App.Get("/add", [](const httplib::Request &Req, httplib::Response &Res) {
    Adder A(TotalBad);
    A.add(int(Req.body.size()));
    Recorder R(&LinesBad);
    Scope S(DepthBad, 1);
    Res.set_content(describe(Settings{NameOk, &LimitOk}) + std::to_string(Reader(ReadOk).twice()), "text/plain");
  });
  return !App.listen("0.0.0.0", 8080);
}
