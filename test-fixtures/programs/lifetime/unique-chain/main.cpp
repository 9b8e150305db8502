// args: -std=c++17 -isystem {fixtures}/include
// Four objects deep, each held by a unique_ptr of the one before.
#include "app.h"

bool App::serve() {
  Http.Post("/token", [this](const httplib::Request &Req, httplib::Response &Res) {
    Res.set_content(Parts->TheAuth->Table->issue(Req.body), "text/plain");
  });
  Http.Get("/token", [this](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = Parts->TheAuth->Table->knows(Req.body) ? 200 : int(400 + Parts->Names.size());
  });
  return Http.listen("0.0.0.0", 8080);
}

int main() {
  if (!Probe().works())
    return 2;
  App TheApp;
  return !TheApp.serve();
}
