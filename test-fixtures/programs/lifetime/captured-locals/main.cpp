// args: -std=c++17 -isystem {fixtures}/include
// Locals of main that handlers hold by reference.
#include "notes.h"
#include <atomic>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main(int Argc, char **) {
  httplib::Server App;
  std::map<std::string, Session> SessionsBad; // expect: stateless-session-map "SessionsBad" "'POST /login'" confidence proven
  int HitsBad = 0; // expect: stateless-mutable-global "HitsBad" "written after start-up by" "lambda in 'main'" "'GET /hit'" confidence proven
  std::atomic<int> AtomicBad{0}; // expect: stateless-mutable-global "AtomicBad" "'GET /atomic'" confidence proven
  std::vector<std::string> LinesBad; // expect: stateless-mutable-global "LinesBad" "'PUT /line'" confidence proven
  Totals TotalsBad; // expect: stateless-mutable-global "TotalsBad" "'PUT /total'" confidence proven
  std::map<std::string, int> PricesBad{{"tea", 4}}; // expect: stateless-mutable-global "PricesBad" "'PUT /price'" confidence proven
  int StatusOk = 200;
  int FreeOk = 0;

  App.Post("/login", [&SessionsBad](const Request &Req, Response &) { SessionsBad[Req.path].Visits++; });
  App.Get("/hit", [&HitsBad](const Request &, Response &Res) {
    Res.status = ++HitsBad; // expect-fact: write HitsBad
  });
  App.Get("/atomic", [&](const Request &, Response &Res) { Res.status = StatusOk + AtomicBad.fetch_add(1); });
  App.Put("/line", [&](const Request &Req, Response &) { note(LinesBad, Req.body); });
  App.Put("/total", [&](const Request &Req, Response &) { count(&TotalsBad, Req.body); });
  App.Put("/price", [&P = PricesBad](const Request &Req, Response &) { P[Req.path] = 1; });
  // A copy is the handler's own, and not written there.
  App.Get("/price", [PricesBad, FreeOk](const Request &Req, Response &Res) { Res.status = known(PricesBad, Req.path) + FreeOk; });
  StatusOk += Argc;
  return !App.listen("0.0.0.0", 8080);
}
