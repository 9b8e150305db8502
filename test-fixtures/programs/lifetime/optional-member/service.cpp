// args: -std=c++17 -isystem {fixtures}/include
#include "service.h"

bool Service::start(int Most) {
  Visits.emplace(Most);
  Words = Texts{"hello"};
  App.Get("/visit", [this](const httplib::Request &Req, httplib::Response &Res) {
    if (Visits->visit(Req.path))
      Res.set_content(Words->Hello, "text/plain");
  });
  App.Get("/meter", [](const httplib::Request &, httplib::Response &Res) {
    // The same class, in an object of one request.
    std::optional<Meter> Mine;
    Mine.emplace();
    Mine->open();
    Res.status = Mine->read();
  });
  return App.listen("0.0.0.0", 8080);
}
int Meter::read() { return Level ? ++*Level : 0; }
