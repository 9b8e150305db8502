// args: -std=c++20 -isystem {fixtures}/include
// The test sets, after its start, what the service never does: it serves
// nobody, so that is no state of the service.
#include "store.h"
#include <httplib.h>

int main() {
  httplib::Server S;
  Store Items;
  S.Get("/limit", [](const httplib::Request &, httplib::Response &R) { R.status = limit(); });
  S.listen("0.0.0.0", 80);
  return Items.size();
}
