// args: -std=c++17 -isystem {fixtures}/include
// Objects that a thread writes while the handlers read them.
#include "collector.h"
#include <httplib.h>
#include <thread>

int main() {
  httplib::Server App;
  Collector TheCollectorBad; // expect: stateless-mutable-global "TheCollectorBad" "Rounds" "'Collector::run'" confidence likely
  auto TheBeatBad = std::make_shared<Beat>(); // expect: stateless-mutable-global "TheBeatBad" "Beats" "'Beat::run'" confidence likely
  App.Get("/rounds", [&TheCollectorBad, TheBeatBad](const httplib::Request &, httplib::Response &Res) {
    Res.status = TheCollectorBad.rounds() + TheBeatBad->beats();
  });
  std::thread Collecting([&TheCollectorBad] { TheCollectorBad.run(); });
  std::thread([TheBeatBad] { TheBeatBad->run(); }).detach();
  std::thread(spin, 3).detach();
  bool Fine = App.listen("0.0.0.0", 8080);
  Collecting.join();
  return !Fine;
}
