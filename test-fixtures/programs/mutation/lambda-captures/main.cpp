// args: -std=c++17 -isystem {fixtures}/include
// Handlers capture what main owns; that lives as long as the process serves.
#include "api.h"
#include <memory>

static int GlobalBad; // expect: stateless-mutable-global "GlobalBad" "'GET /global'" confidence proven

int main(int Argc, char **Argv) {
  httplib::Server App;
  int HitsBad = 0; // expect: stateless-mutable-global "HitsBad" "'GET /hit'" confidence proven
  std::vector<std::string> LinesBad; // expect: stateless-mutable-global "LinesBad" "'GET /line'" confidence proven
  int RenamedBad = 0; // expect: stateless-mutable-global "RenamedBad" "'GET /renamed'" confidence proven
  auto SharedBad = std::make_shared<Stats>(); // expect: stateless-mutable-global "SharedBad" "'GET /shared'"
  Api TheApiBad; // expect: stateless-mutable-global "TheApiBad" "Calls" "'GET /api'"
  std::string GreetingOk = "hello";
  std::vector<std::string> ArgumentsOk(Argv, Argv + Argc);
  int LongestOk = 0;

  App.Get("/hit", [&HitsBad](const httplib::Request &, httplib::Response &) {
    ++HitsBad; // expect-fact: write HitsBad
  });
  App.Get("/line", [&](const httplib::Request &Req, httplib::Response &Res) {
    append(LinesBad, Req.path);
    Res.set_content(GreetingOk + std::to_string(LongestOk), "text/plain");
  });
  App.Get("/renamed", [&Alias = RenamedBad](const httplib::Request &, httplib::Response &) {
    Alias = 1;
  });
  App.Get("/shared", [SharedBad](const httplib::Request &, httplib::Response &Res) {
    SharedBad->Runs++;
    Res.status = SharedBad->Runs;
  });
  // The closure itself is kept by the server, and its own copy counts.
  App.Get("/own", [OwnBad = 0](const httplib::Request &, httplib::Response &Res) mutable { // expect: stateless-mutable-global "OwnBad"
    Res.set_content(std::to_string(++OwnBad), "text/plain");
  });
  App.Get("/global", [](const httplib::Request &Req, httplib::Response &Res) {
    auto Add = [&](int N) { GlobalBad += N; }; // expect-fact: write GlobalBad
    Add(int(Req.body.size()));
    // What one request owns, captured by a lambda that it runs.
    int Sum = 0;
    each({Req.body, Req.path}, [&Sum](const std::string &Line) { Sum += int(Line.size()); });
    Res.set_content(std::to_string(Sum), "text/plain");
  });
  TheApiBad.routes(App);

  // Captured by a lambda that main runs itself, before it serves.
  auto Measure = [&](const std::string &Argument) { LongestOk = std::max(LongestOk, int(Argument.size())); };
  for (const std::string &Argument : ArgumentsOk)
    Measure(Argument);
  return !App.listen("0.0.0.0", 8080);
}
