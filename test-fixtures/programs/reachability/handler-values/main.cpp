// args: -std=c++20 -isystem {fixtures}/include
// Handlers that go through a variable, a function's result or an adapter before
// they are registered.
#include "handlers.h"
#include <functional>

int main(int Argc, char **) {
  using namespace std::placeholders;
  httplib::Server App;
  Pages ThePages;
  Callable Called;
  auto Named = [](const httplib::Request &, httplib::Response &Res) { Res.status = ++NamedBad; }; // expect-fact: write NamedBad
  App.Get("/named", Named);
  httplib::Server::Handler Typed = [](const httplib::Request &, httplib::Response &Res) { Res.status = ++TypedBad; };
  App.Get("/typed", std::move(Typed));
  App.Get("/made", made(200));
  App.Get("/front", std::bind_front(&Pages::front, &ThePages, 200));
  App.Get("/nested", std::bind(&Pages::nested, std::ref(ThePages), _1, _2, 200));
  App.Get("/referred", std::ref(Called));
  install(App, Argc > 1);
  return !App.listen("0.0.0.0", 8080);
}
