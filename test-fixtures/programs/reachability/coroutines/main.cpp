// args: -std=c++20 -isystem {fixtures}/include
// Handlers that start coroutines, which wait for other coroutines.
#include "task.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Post("/serve", [](const httplib::Request &Req, httplib::Response &) { serve(Req.body); });
  App.Get("/lambda", [](const httplib::Request &Req, httplib::Response &) {
    auto Inner = [](std::size_t Size) -> Task {
      LambdaBad = int(Size); // expect-fact: write LambdaBad
      co_return;
    };
    Inner(Req.body.size());
  });
  return !App.listen("0.0.0.0", 8080);
}
