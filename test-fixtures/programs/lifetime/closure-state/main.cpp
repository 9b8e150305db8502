// args: -std=c++17 -isystem {fixtures}/include
// The server keeps the closure, and with it what the closure holds by value.
#include "handlers.h"
#include <memory>
#include <vector>

int main() {
  httplib::Server App;
  App.Get("/number", [NumberBad = 0](const httplib::Request &, httplib::Response &Res) mutable { // expect: stateless-mutable-global "NumberBad" "'GET /number'"
    Res.status = ++NumberBad;
  });
  App.Post("/line", [LinesBad = std::vector<std::string>()](const httplib::Request &Req, httplib::Response &) mutable { // expect: stateless-mutable-global "LinesBad" "'POST /line'"
    LinesBad.push_back(Req.body);
  });
  App.Get("/shared", [SharedBad = std::make_shared<int>(0)](const httplib::Request &, httplib::Response &Res) { // expect: stateless-mutable-global "SharedBad" "'GET /shared'"
    Res.status = ++*SharedBad;
  });
  App.Get("/fixed", [StatusOk = 200](const httplib::Request &, httplib::Response &Res) { Res.status = StatusOk; });
  App.Get("/local", [](const httplib::Request &Req, httplib::Response &Res) {
    auto NextOk = [N = 0]() mutable { return ++N; };
    for (char C : Req.body)
      Res.status = NextOk() + C;
  });
  App.Get("/counted", counted());
  App.Get("/counting", Counting());
  App.Get("/gone", Fixed{410});
  return !App.listen("0.0.0.0", 8080);
}
