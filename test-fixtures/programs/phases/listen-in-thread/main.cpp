// args: -std=c++17 -isystem {fixtures}/include
// Two servers, one of them in a thread of its own.
#include "stage.h"
#include <httplib.h>
#include <thread>

int main() {
  httplib::Server App, Admin;
  BeforeOk = 1;
  Admin.Get("/admin", [](const httplib::Request &, httplib::Response &Res) {
    Res.status = ++AdminBad; // expect-fact: write AdminBad
  });
  App.Get("/", [](const httplib::Request &, httplib::Response &Res) { Res.status = BeforeOk + DuringBad + AfterBad; });
  std::thread Serving([&Admin] { Admin.listen("127.0.0.1", 9090); });
  announce(1);
  bool Fine = App.listen("0.0.0.0", 8080);
  AfterBad = 1; // expect-fact: write AfterBad
  Admin.stop();
  Serving.join();
  return !Fine;
}
