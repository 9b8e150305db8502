// args: -std=c++17 -isystem {fixtures}/include
#include "store.h"

int main() {
  httplib::Server App;
  NamedStore TheStore("people");
  Door TheDoorBad; // expect: stateless-mutable-global "TheDoorBad" "Count" "'POST /door'" confidence proven
  install(App, TheStore);
  App.Post("/door", [&TheDoorBad](const httplib::Request &, httplib::Response &Res) { Res.status = TheDoorBad.count(); });
  return !App.listen("0.0.0.0", 8080);
}
