// args: -std=c++17 -isystem {fixtures}/include
#include "clock.h"
#include <httplib.h>
#include <thread>

int main() {
  httplib::Server App;
  int MinutesBad = 0; // expect: stateless-mutable-global "MinutesBad" confidence likely
  int LoopsOk = 0;
  for (; LoopsOk < 3; ++LoopsOk)
    App.set_logger([](const httplib::Request &, const httplib::Response &) {});
  App.Get("/clock", [&](const httplib::Request &, httplib::Response &Res) {
    Res.set_content(clockText() + std::to_string(MinutesBad + LoopsOk), "text/plain");
  });
  startClock();
  std::thread Minutes([&MinutesBad] {
    while (MinutesBad < 1000000) {
      std::this_thread::sleep_for(std::chrono::minutes(1));
      ++MinutesBad; // expect-fact: write MinutesBad
    }
  });
  bool Fine = App.listen("0.0.0.0", 8080);
  Minutes.join();
  return !Fine;
}
