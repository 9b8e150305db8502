// args: -std=c++17 -isystem {fixtures}/include
// How a route's path may be spelt; and one that the program does not tell.
#include "paths.h"
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main(int Argc, char **Argv) {
  httplib::Server App;
  App.Get("/", [](const Request &, Response &) { ++LiteralBad; }); // expect-fact: write LiteralBad
  App.Get(API_ROOT "/macro", [](const Request &, Response &) { ++MacroBad; });
  App.Post(PricesPath, [](const Request &, Response &) { ++ConstantBad; });
  App.Put(FarPath, [](const Request &, Response &) { ++FarBad; });
  App.Patch(std::string(FarBase) + "/joined", [](const Request &, Response &) { ++JoinedBad; });
  App.Delete(R"(/pages/(\w+))", [](const Request &, Response &) { ++PatternBad; });
  std::string Local = "/local";
  App.Options(Local, [](const Request &, Response &) { ++LocalBad; });
  if (Argc > 1)
    App.Get(Argv[1], [](const Request &, Response &) { ++ArgumentBad; });
  auto Both = [](const Request &, Response &) { ++MethodsBad; }; // expect-fact: write MethodsBad
  App.Get("/both", Both).Post("/both", Both);
  return !App.listen("0.0.0.0", 8080);
}
