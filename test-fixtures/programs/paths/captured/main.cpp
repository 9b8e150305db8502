// args: -std=c++17 -isystem {fixtures}/include
// The path is in what a closure holds.
#include "sink.h"
#include <fstream>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main() {
  httplib::Server App;
  const std::string Folder = "/var/lib/captured";
  const std::string Scratch = "/tmp/captured";
  std::string Grown = "/var/lib";
  Grown += "/grown";
  const Sink Log = fileSink("/var/log/sink"), Fixed = fixedSink(), Nothing = nullSink();
  App.Put("/copied", [Folder](const Request &Req, Response &) {
    std::ofstream Out(Folder + "/" + Req.path); // expect: stateless-local-file-write "/var/lib/captured" "'PUT /copied'" confidence proven
  });
  App.Put("/referred", [&](const Request &, Response &) {
    std::ofstream Out(Folder + "/referred"); // expect: stateless-local-file-write "/var/lib/captured/referred" "'PUT /referred'" confidence proven
    std::ofstream Temp(Scratch + "/referred");
  });
  App.Put("/renamed", [Path = Folder + "/renamed"](const Request &, Response &) {
    std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/captured/renamed" "'PUT /renamed'" confidence proven
  });
  App.Put("/grown", [Grown](const Request &, Response &) {
    std::ofstream Out(Grown + "/x"); // expect: stateless-local-file-write "/var/lib" "'PUT /grown'"
  });
  App.Get("/sink", [&](const Request &Req, Response &) {
    Log(Req.path);
    Fixed(Req.path);
    Nothing(Req.path);
  });
  return !App.listen("0.0.0.0", 8080);
}
