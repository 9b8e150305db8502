// args: -std=c++17 -isystem {fixtures}/include
// What main does when listen has returned is no start-up any more. That listen is
// called again and again tells that it does not serve in the background.
#include "stages.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/ask", [](const httplib::Request &, httplib::Response &Res) { Res.status = ask(); });
  BeforeOk = 1;
  BothOk = 1;
  for (;;) {
    ++AttemptsBad; // expect-fact: write AttemptsBad
    bool Fine = App.listen("0.0.0.0", 8080);
    ++RestartsBad; // expect-fact: write RestartsBad
    if (Fine)
      break;
  }
  AfterOk = 1;
  BothOk = 2;
  closeDown();
  return ask();
}
