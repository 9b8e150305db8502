// args: -std=c++17 -isystem {fixtures}/include
// Functions that are called at once by what they are given to.
#include "totals.h"
#include <httplib.h>

static int LoadedOk; // expect-benign: stateless-mutable-global "start-up"

int main() {
  httplib::Server App;
  each(std::vector<int>{1, 2}, [](int N) { LoadedOk += N; });
  App.Get("/total", [](const httplib::Request &Req, httplib::Response &Res) {
    std::vector<int> List(Req.body.begin(), Req.body.end());
    [] { ++ImmediateBad; }(); // expect-fact: write ImmediateBad
    auto Add = [](int N) { NamedBad += N; }; // expect-fact: write NamedBad
    Add(LoadedOk);
    int Sum = 0;
    each(List, [&](int N) {
      each(List, [&](int M) { Sum += N * M; });
      ++NestedBad; // expect-fact: write NestedBad
    });
    Res.status = Sum + total(List);
  });
  App.Get("/order", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = order({Req.body.begin(), Req.body.end()});
  });
  return !App.listen("0.0.0.0", 8080);
}
