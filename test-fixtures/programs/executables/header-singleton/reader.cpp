// args: -std=c++20 -isystem {fixtures}/include
#include "counter.h"
#include <httplib.h>

int main() {
  Counter::instance().up();
  httplib::Server S;
  S.Get("/value", [](const httplib::Request &, httplib::Response &R) { R.status = Counter::instance().value(); });
  S.listen("0.0.0.0", 81);
}
