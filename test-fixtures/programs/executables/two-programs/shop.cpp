// args: -std=c++20 -isystem {fixtures}/include
// Each main is a program of its own: what the admin does with its Config on a
// request is nothing to the shop's, though both have one name.
#include <httplib.h>
static long OrdersBad; // expect: stateless-mutable-global "written after start-up by lambda in 'main'" "'POST /order'" confidence proven
struct Config { int Limit = 10; void set(int N) { Limit = N; } };
Config TheConfigOk; // expect-benign: stateless-mutable-global "written only at start-up"
int main() {
  TheConfigOk.set(20);
  httplib::Server S;
  S.Post("/order", [](const httplib::Request &, httplib::Response &R) { R.set_content(std::to_string(++OrdersBad < TheConfigOk.Limit), "text/plain"); });
  S.listen("0.0.0.0", 80);
}
