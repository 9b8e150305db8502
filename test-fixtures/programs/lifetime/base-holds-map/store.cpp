// args: -std=c++17 -isystem {fixtures}/include
#include "store.h"

void Store::put(const std::string &Name, int Age) { ProfilesBad[Name].Age = Age; }
void install(httplib::Server &App, Store &Target) {
  App.Put("/profile", [&Target](const httplib::Request &Req, httplib::Response &Res) {
    Target.put(Req.path, int(Req.body.size()));
    Res.status = Target.most();
  });
  App.Post("/form", [](const httplib::Request &Req, httplib::Response &Res) {
    Form Mine;
    Res.status = Mine.fill(Req.body);
  });
}
