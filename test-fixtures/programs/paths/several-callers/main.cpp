// args: -std=c++17 -isystem {fixtures}/include
// One wrapper and many callers: each answers for its own path.
#include "report.h"
#include <httplib.h>

using httplib::Request;
using httplib::Response;

// No route leads here.
void rebuild() {
  report("/var/reports/rebuilt", "all"); // expect: stateless-local-file-write "/var/reports/rebuilt/report.txt" confidence likely
}

int main(int Count, char **) {
  if (Count > 1)
    rebuild();
  httplib::Server App;
  App.Post("/daily", [](const Request &Req, Response &) { reportDaily(Req.body); });
  App.Post("/scratch", [](const Request &Req, Response &) { reportScratch(Req.body); });
  App.Post("/either", [](const Request &Req, Response &) { reportTo(Req.has_param("lasting"), Req.body); });
  App.Post("/again", [](const Request &, Response &) {
    reportAgain("/tmp/again", 3);
    reportAgain("/var/reports/again", 3); // expect: stateless-local-file-write "/var/reports/again/report.txt" "'POST /again'" confidence proven
  });
  // What the request says is not known, and where it leads is not either.
  App.Post("/named", [](const Request &Req, Response &) {
    report(Req.body, "named"); // expect: stateless-local-file-write "report" confidence possible
    report("/tmp/" + Req.body, "named");
  });
  return !App.listen("0.0.0.0", 8080);
}
