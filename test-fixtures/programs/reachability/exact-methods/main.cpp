// args: -std=c++17 -isystem {fixtures}/include
// Virtual methods, called where no other body can run: by the type, or since only
// one object gets there.
#include "store.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  Closed Last;
  Closed &Same = Last;
  std::unique_ptr<Store> Any = openStore();
  App.Put("/closed", [&Same](const httplib::Request &, httplib::Response &) { Same.put(); });
  App.Put("/own", [](const httplib::Request &, httplib::Response &) {
    Store Own;
    Own.put();
  });
  App.Put("/any", [&Any](const httplib::Request &, httplib::Response &) { Any->put(); });
  return !App.listen("0.0.0.0", 8080);
}
