// args: -std=c++17 -isystem {fixtures}/include
// The wrapper is a constructor: of an object, of a base, of a member.
#include "file.h"
#include <httplib.h>
#include <memory>

using httplib::Request;
using httplib::Response;

static bool checkDatabase() {
  Database Db("/var/lib/shop/start.db"); // expect: stateless-local-file-write "/var/lib/shop/start.db" confidence likely
  return Db.fine();
}

int main() {
  httplib::Server App;
  if (!checkDatabase())
    return 2;
  App.Post("/file", [](const Request &Req, Response &) {
    File Orders("/var/lib/shop/orders"); // expect: stateless-local-file-write "/var/lib/shop/orders" "'POST /file'" confidence proven
    Orders.add(Req.body);
    File("/tmp/orders").add(Req.body);
  });
  App.Post("/audit", [](const Request &Req, Response &) { AuditFile().add(Req.body); });
  App.Post("/named", [](const Request &Req, Response &) { NamedFile("named").add(Req.body); });
  App.Post("/heap", [](const Request &Req, Response &) {
    auto Heap = std::make_unique<File>("/var/lib/shop/heap"); // expect: stateless-local-file-write "/var/lib/shop/heap" "'POST /heap'" confidence proven
    Heap->add(Req.body);
  });
  App.Get("/repository", [](const Request &, Response &Res) { Res.status = Repository().Db.fine() ? 200 : 500; });
  return !App.listen("0.0.0.0", 8080);
}
