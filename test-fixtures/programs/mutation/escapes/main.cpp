// args: -std=c++17 -isystem {fixtures}/include
// Addresses that leave the program's own code: it may be written, never silent.
#include "unknown.h"
#include <cstdint>
#include <httplib.h>

static int GivenBad; // expect: stateless-mutable-global "GivenBad" "'GET /give'" confidence possible
static Watch HeldBad; // expect: stateless-mutable-global "HeldBad" "'GET /give'" confidence possible
static int WatchedBad; // expect: stateless-mutable-global "WatchedBad" "'GET /give'" confidence possible
static int NumberedBad; // expect: stateless-mutable-global "NumberedBad"
static int PrintedOk; // its address is shown, and nobody turns it back
static int AskedOk = 2; // expect-benign: stateless-mutable-global "never written"

// An address as a number, and back.
static void poke(std::uintptr_t Handle) { *reinterpret_cast<int *>(Handle) = 1; }

static void give(const httplib::Request &, httplib::Response &Res) {
  callPlugin("plugin_fill", &GivenBad);
  watch(HeldBad);
  Watch Mine{&WatchedBad};
  watch(Mine);
  poke(reinterpret_cast<std::uintptr_t>(&NumberedBad));
  Res.set_content(std::to_string(askPlugin("plugin_ask", &AskedOk)), "text/plain");
}

static void where(const httplib::Request &, httplib::Response &Res) {
  const int *Place = &PrintedOk;
  Res.set_content(std::to_string(reinterpret_cast<std::uintptr_t>(Place)), "text/plain");
}

int main() {
  httplib::Server App;
  App.Get("/give", give);
  App.Get("/where", where);
  return !App.listen("0.0.0.0", 8080);
}
