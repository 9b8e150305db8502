// args: -std=c++17 -isystem {fixtures}/include
// Static polymorphism: what looks like dispatch is a direct call in every
// instance.
#include "page.h"

int main() {
  httplib::Server App;
  App.Get("/front", [](const httplib::Request &, httplib::Response &Res) {
    Front ThePage;
    ThePage.serve(Res);
    Counted<Last> Steps;
    Steps.step();
  });
  App.Get("/back", [](const httplib::Request &, httplib::Response &Res) { Back().serve(Res); });
  return !App.listen("0.0.0.0", 8080);
}
