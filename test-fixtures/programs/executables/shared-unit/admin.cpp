// args: -std=c++20 -isystem {fixtures}/include
#include "limits.h"
#include <httplib.h>

int main() {
  httplib::Server S;
  S.Post("/limit", [](const httplib::Request &Q, httplib::Response &) { setLimit(std::stoi(Q.body)); });
  S.listen("0.0.0.0", 81);
}
