// args: -std=c++17 -isystem {fixtures}/include
// The same write from a request, at start-up, in a thread and from nowhere.
#include "files.h"
#include <chrono>
#include <cstdio>
#include <fstream>
#include <httplib.h>
#include <thread>

int main() {
  httplib::Server App;
  prepare();
  std::ofstream Started("/var/run/when.pid"); // expect: stateless-local-file-write "/var/run/when.pid" confidence likely
  if (touched() < 0)
    return 2;
  App.Put("/store", [](const httplib::Request &Req, httplib::Response &) { store(Req.body); });
  App.Get("/touched", [](const httplib::Request &, httplib::Response &Res) { Res.status = touched(); });
  std::thread([] {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::hours(1));
      rotate();
    }
  }).detach();
  bool Fine = App.listen("0.0.0.0", 8080);
  std::remove("/var/run/when.pid"); // A note of the finding above.
  return !Fine;
}
