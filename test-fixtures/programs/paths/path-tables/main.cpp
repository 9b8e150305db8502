// args: -std=c++17 -isystem {fixtures}/include
// Paths out of tables. Which entry it is need not be known; that one of them
// lies outside of the roots is enough.
#include "tables.h"
#include <fstream>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main() {
  httplib::Server App;
  App.Put("/lasting", [](const Request &Req, Response &) { writeLasting(unsigned(Req.body.size())); });
  App.Put("/named", [](const Request &Req, Response &) { writeNamed(Req.path); });
  App.Put("/first", [](const Request &, Response &) {
    std::ofstream Out(Lasting[0].Path); // expect: stateless-local-file-write "/var/lib/tables" "'PUT /first'"
  });
  App.Put("/mixed", [](const Request &, Response &) {
    for (const std::string &Path : Mixed)
      std::ofstream Out(Path); // expect: stateless-local-file-write "ofstream" "'PUT /mixed'"
  });
  App.Put("/temporary", [](const Request &Req, Response &) {
    for (const char *Path : Temporary)
      std::ofstream Out(Path);
    std::ofstream Picked(Temporary[Req.body.size() % 3]);
  });
  return !App.listen("0.0.0.0", 8080);
}
