// args: -std=c++20 -isystem {fixtures}/include
// Paths in the fields of aggregates; each field for itself.
#include "layout.h"
#include <fstream>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main() {
  httplib::Server App;
  App.Put("/bad", [](const Request &Req, Response &) {
    std::ofstream Data(std::string(TheLayout.Data) + "/x"); // expect: stateless-local-file-write "/var/lib/layout/x" "'PUT /bad'" confidence proven
    std::ofstream Log(TheLayout.Log); // expect: stateless-local-file-write "/var/log/layout" "'PUT /bad'" confidence proven
    std::ofstream Spool(std::string(Folders.Spool) + Req.path); // expect: stateless-local-file-write "/var/spool/layout" "'PUT /bad'" confidence proven
    std::ofstream Option(std::string(options().Where.Data) + "/x"); // expect: stateless-local-file-write "/srv/options/x" "'PUT /bad'"
    Layout Mine{"/var/lib/mine", "/tmp/mine"};
    std::ofstream Local(Mine.Data); // expect: stateless-local-file-write "/var/lib/mine" "'PUT /bad'"
  });
  App.Put("/ok", [](const Request &Req, Response &) {
    std::ofstream Temp(std::string(TheLayout.Temp) + Req.path);
    std::ofstream Cache(std::string(Folders.Cache) + "/" + Req.path);
    std::ofstream Option(std::string(options().Where.Temp) + "/x");
    write(Target{"/tmp/target", Req.body});
  });
  return !App.listen("0.0.0.0", 8080);
}
