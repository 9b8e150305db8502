// args: -std=c++17 -isystem {fixtures}/include
#include "buffers.h"
#include <httplib.h>
#include <new>

// Storage of its own, in which a request builds an object.
alignas(record) static unsigned char StorageBad[sizeof(record)]; // expect: stateless-mutable-global "StorageBad" "'POST /build'"
static record PlacedBad; // expect: stateless-mutable-global "PlacedBad" "'POST /build'"

int main() {
  httplib::Server App;
  App.Post("/store", [](const httplib::Request &Req, httplib::Response &) { store(Req.body.c_str(), Req.body.size()); });
  App.Post("/load", [](const httplib::Request &, httplib::Response &) { load(stdin); });
  App.Post("/build", [](const httplib::Request &, httplib::Response &) {
    new (StorageBad) record{"placed", 3};
    ::new (static_cast<void *>(&PlacedBad)) record();
    alignas(record) unsigned char Mine[sizeof(record)];
    put_record(new (Mine) record(), 4);
  });
  App.Get("/look", [](const httplib::Request &, httplib::Response &Res) {
    Res.set_content(describe(int(look())), "text/plain");
  });
  return !App.listen("0.0.0.0", 8080);
}
