// args: -std=c++17 -isystem {fixtures}/include
// Objects that one function makes and another one keeps.
#include "store.h"

int main() {
  httplib::Server App;
  Bank TheBank = makeBank();
  auto TheGateBad = makeGate(); // expect: stateless-mutable-global "TheGateBad" "Opened" "'POST /open'" confidence proven
  TheBank.install(App);
  App.Post("/open", [&TheGateBad](const httplib::Request &, httplib::Response &Res) { Res.status = TheGateBad->open() ? 200 : 500; });
  App.Post("/try", [](const httplib::Request &, httplib::Response &Res) { Res.status = makeGate()->open() ? 200 : 500; });
  return !App.listen("0.0.0.0", 8080);
}
