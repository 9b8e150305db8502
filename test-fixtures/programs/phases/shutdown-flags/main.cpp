// args: -std=c++17 -isystem {fixtures}/include
#include "signals.h"
#include <httplib.h>

// Signal handlers need a name for the server; it is transport, not state.
static httplib::Server *TheServerOk;
static void onInterrupt(int) {
  if (TheServerOk)
    TheServerOk->stop();
}

int main() {
  httplib::Server App;
  TheServerOk = &App;
  StopOk = 0; // before it serves: that makes it no other flag
  installHandlers();
  std::signal(SIGINT, onInterrupt);
  App.Get("/status", [](const httplib::Request &, httplib::Response &Res) {
    if (ReloadOk)
      ReloadOk = 0;
    if (DumpBad)
      DumpBad = 2; // expect-fact: write DumpBad
    if (!AskedBad && !rotated())
      AskedBad = 1; // expect-fact: write AskedBad
    Res.status = StopOk || QuitOk ? 503 : 200 + CountBad;
  });
  return !App.listen("0.0.0.0", 8080);
}
