// args: -std=c++17 -isystem {fixtures}/include
#include "registry.h"
#include <httplib.h>

static void putValue(const httplib::Request &Req, httplib::Response &) {
  Registry::instance().set(Req.path, int(Req.body.size()));
  auto &Slot = Registry::instance().slot(mode());
  Slot++;
}

static void putWeight(const httplib::Request &Req, httplib::Response &) {
  auto &R = weights();
  R[Req.path] = ground();
  levelToo() += Limits::instance().most();
  *title() = Req.body;
}

static void getValue(const httplib::Request &Req, httplib::Response &Res) {
  int Sum = Registry::instance().get(Req.path) + mode();
  int Copy = mode();
  ++Copy;
  Res.set_content(std::to_string(Sum + Copy), "text/plain");
}

int main() {
  httplib::Server App;
  App.Get("/value", getValue);
  App.Put("/value", putValue);
  App.Put("/weight", putWeight);
  return !App.listen("0.0.0.0", 8080);
}
