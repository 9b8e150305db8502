// args: -std=c++17 -isystem {fixtures}/include
#include "store.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/note", [](const httplib::Request &Req, httplib::Response &) { openJournal().note(Req.body); });
  App.Get("/send", [](const httplib::Request &Req, httplib::Response &) {
    forward(Req.body.empty() ? static_cast<Sink &>(PrintingOk) : MemoryBad, Req.body);
    forward(CountingOk, Req.body);
  });
  App.Post("/send", [](const httplib::Request &Req, httplib::Response &Res) {
    if (Req.has_param("direct"))
      Res.status = IdleOk.pending();
  });
  App.Get("/direct", [](const httplib::Request &Req, httplib::Response &) { DirectBad.send(Req.body); });
  return !App.listen("0.0.0.0", 8080);
}
