// args: -std=c++20 -isystem {fixtures}/include
// Two programs share a unit. The shop sets the limit once, the admin on
// request: the object is state, in the admin, and no route of the shop is named.
#include "limits.h"
#include <httplib.h>

int main() {
  setLimit(20);
  httplib::Server S;
  S.Get("/limit", [](const httplib::Request &, httplib::Response &R) { R.status = limit(); });
  S.Get("/hit", [](const httplib::Request &, httplib::Response &R) { R.status = hit(); });
  S.listen("0.0.0.0", 80);
}
