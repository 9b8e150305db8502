// args: -std=c++17 -isystem {fixtures}/include
// Paths that functions of another unit return.
#include "places.h"
#include <fstream>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main() {
  httplib::Server App;
  App.Put("/bad", [](const Request &Req, Response &) {
    std::ofstream Data(std::string(dataFolder()) + "/data"); // expect: stateless-local-file-write "/var/lib/returned/data" "'PUT /bad'" confidence proven
    std::ofstream State(stateFile()); // expect: stateless-local-file-write "/var/lib/returned/state" "'PUT /bad'" confidence proven
    std::ofstream Log(logFolder() + "/log", std::ios::app); // expect: stateless-local-file-write "/var/log/returned/log" "'PUT /bad'" confidence proven
    std::ofstream Nested(nested(Req.path)); // expect: stateless-local-file-write "/var/lib/returned/state." "'PUT /bad'" confidence proven
    std::ofstream Compiled(compiled()); // expect: stateless-local-file-write "/var/lib/compiled" "'PUT /bad'" confidence proven
    std::ofstream Upload(Places::uploads() + "/x"); // expect: stateless-local-file-write "/var/lib/uploads/x" "'PUT /bad'" confidence proven
    std::ofstream Kinds(folderOf(Kind::Data) / "x"); // expect: stateless-local-file-write "/srv/returned/x" "'PUT /bad'"
  });
  App.Put("/ok", [](const Request &Req, Response &) {
    std::ofstream Temp(std::string(tempFolder()) + "/" + Req.path);
    std::ofstream Thumb(Places().thumbs() + "/x");
  });
  return !App.listen("0.0.0.0", 8080);
}
