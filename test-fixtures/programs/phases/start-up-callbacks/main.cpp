// args: -std=c++17 -isystem {fixtures}/include
#include "words.h"
#include <httplib.h>

static int ImmediateOk; // expect-benign: stateless-mutable-global "start-up"
static int NamedOk; // expect-benign: stateless-mutable-global "start-up"
static int SharedBad; // expect: stateless-mutable-global "SharedBad" "lambda in 'main'"

int main(int, char **Argv) {
  httplib::Server App;
  load(Argv[0]);
  [] { ImmediateOk = 1; }();
  auto Named = [](int N) { NamedOk += N; };
  for (int I = 0; I < 3; ++I)
    Named(I);
  // Called by main first, and then given to the server.
  httplib::Server::Handler Count = [](const httplib::Request &, httplib::Response &Res) {
    ++SharedBad; // expect-fact: write SharedBad
    Res.status = SharedBad + LinesOk + LongestOk + ImmediateOk + NamedOk + ComparisonsOk + LaterBad;
  };
  httplib::Request Req;
  httplib::Response Res;
  Count(Req, Res);
  App.Get("/count", Count);
  return !App.listen("0.0.0.0", 8080);
}
