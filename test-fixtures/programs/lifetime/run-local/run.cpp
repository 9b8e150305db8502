// args: -std=c++17 -isystem {fixtures}/include
#include "run.h"

#include <cstdlib>

int Desk::open() {
  httplib::Server App;
  std::map<std::string, Session> SessionsBad; // expect: stateless-session-map "SessionsBad" "'POST /login'" confidence proven
  int VisitsBad = 0; // expect: stateless-mutable-global "VisitsBad" "'GET /visit'" confidence proven
  int StepsOk = 0;
  App.Post("/login", [&](const httplib::Request &Req, httplib::Response &Res) {
    SessionsBad[Req.path].Visits = 1;
    Res.set_content(Name, "text/plain");
  });
  ++StepsOk;
  App.Get("/visit", [&VisitsBad](const httplib::Request &, httplib::Response &Res) {
    int TurnsOk = 0;
    while (TurnsOk < 3)
      ++TurnsOk;
    Res.status = VisitsBad += TurnsOk; // expect-fact: write VisitsBad
  });
  return App.listen("0.0.0.0", Port + StepsOk) ? 0 : 1;
}
// Two calls above the one that serves, and still alive while it does.
static int serve(int Port) {
  std::string NameOk = "desk";
  NameOk += std::to_string(Port);
  Desk TheDesk(Port, NameOk);
  return TheDesk.open();
}
int run(int Argc, char **Argv) {
  int PortOk = 8080;
  if (Argc > 1)
    PortOk = std::atoi(Argv[1]);
  return serve(PortOk);
}
