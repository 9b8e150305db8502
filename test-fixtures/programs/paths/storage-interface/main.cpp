// args: -std=c++17 -isystem {fixtures}/include
// The handler knows an interface; what writes is behind it.
#include "store.h"
#include <httplib.h>

int main(int Argc, char **) {
  httplib::Server App;
  std::unique_ptr<Store> Objects;
  if (Argc > 1)
    Objects = std::make_unique<RemoteStore>("https://objects.example");
  else
    Objects = std::make_unique<DiskStore>("/var/lib/objects");
  const std::unique_ptr<Audit> Log = openAudit();
  App.Put("/object", [&Objects](const httplib::Request &Req, httplib::Response &) { Objects->put("object", Req.body); });
  App.Put("/audit", [&Log](const httplib::Request &Req, httplib::Response &) { Log->note(Req.path); });
  return !App.listen("0.0.0.0", 8080);
}
