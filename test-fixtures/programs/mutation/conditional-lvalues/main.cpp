// args: -std=c++17 -isystem {fixtures}/include
#include "lvalues.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/choose", [](const httplib::Request &Req, httplib::Response &Res) {
    choose(Req.has_param("left"), int(Req.body.size()));
    Res.set_content(std::to_string(look(Req.body.empty())), "text/plain");
  });
  return !App.listen("0.0.0.0", 8080);
}
