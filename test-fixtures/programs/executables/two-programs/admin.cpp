// args: -std=c++20 -isystem {fixtures}/include
#include <httplib.h>
struct Config { int Limit = 10; void set(int N) { Limit = N; } };
Config TheConfigOk; // expect: stateless-mutable-global "is written after start-up by lambda in 'main'" "'POST /limit'"
int main() {
  httplib::Server S;
  S.Post("/limit", [](const httplib::Request &Q, httplib::Response &) { TheConfigOk.set(std::stoi(Q.body)); });
  S.listen("0.0.0.0", 81);
}
