// args: -std=c++17 -isystem {fixtures}/include
// Callbacks in a vector and in a map: whoever calls through the container may
// call each of them.
#include "bus.h"
#include <httplib.h>

static int LengthBad; // expect: stateless-mutable-global "LengthBad" "'PUT /publish'" confidence likely
static int LastBad; // expect: stateless-mutable-global "written after start-up by 'remember'" "'PUT /publish'" confidence likely

static void remember(const std::string &Text) { LastBad = Text.empty() ? 0 : Text.back(); } // expect-fact: write LastBad

int main() {
  httplib::Server App;
  subscribe([](const std::string &Text) { LengthBad += int(Text.size()); }); // expect-fact: write LengthBad
  subscribe(remember);
  App.Put("/publish", [](const httplib::Request &Req, httplib::Response &) { publish(Req.body); });
  App.Post("/perform", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = perform(Req.get_param_value("name"), Req.body);
  });
  return !App.listen("0.0.0.0", 8080);
}
