// args: -std=c++20 -isystem {fixtures}/include
// A singleton that a header has alone is in both programs; one only reads it.
#include "counter.h"
#include <httplib.h>

int main() {
  httplib::Server S;
  S.Post("/up", [](const httplib::Request &, httplib::Response &) { Counter::instance().up(); });
  S.listen("0.0.0.0", 80);
}
