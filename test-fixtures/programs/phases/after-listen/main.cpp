// args: -std=c++17 -isystem {fixtures}/include
// What main does when listen has returned is no start-up any more.
#include "stages.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/ask", [](const httplib::Request &, httplib::Response &Res) { Res.status = ask(); });
  BeforeOk = 1;
  BothBad = 1;
  for (;;) {
    ++AttemptsBad; // expect-fact: write AttemptsBad
    bool Fine = App.listen("0.0.0.0", 8080);
    ++RestartsBad; // expect-fact: write RestartsBad
    if (Fine)
      break;
  }
  AfterBad = 1; // expect-fact: write AfterBad
  BothBad = 2;  // expect-fact: write BothBad
  closeDown();
  return ask();
}
