// args: -std=c++17 -isystem {fixtures}/include
// The path comes through the parameters of one, two or three functions in other
// units: the finding stands where it is stated, with what it went through.
#include "files.h"
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main(int Argc, char **) {
  httplib::Server App;
  if (Argc > 5)
    save("/var/lib/shop/started", "yes"); // expect: stateless-local-file-write "/var/lib/shop/started" "'save'" confidence likely
  App.Post("/one", [](const Request &Req, Response &) {
    save("/var/lib/shop/one", Req.body); // expect: stateless-local-file-write "/var/lib/shop/one" "'POST /one'" "'save'" confidence proven
    save("/tmp/one", Req.body);
  });
  App.Post("/two", [](const Request &Req, Response &) {
    archive("/var/lib/shop", "two", Req.body); // expect: stateless-local-file-write "/var/lib/shop/two.txt" "'POST /two'" "'archive'" "'save'" confidence proven
    archive("/tmp", "two", Req.body);
  });
  App.Post("/three", [](const Request &Req, Response &) {
    remember("/var/lib/shop/seen", Req.body); // expect: stateless-local-file-write "/var/lib/shop/seen" "'POST /three'" "'remember'" confidence proven
    remember("/tmp/seen", Req.body);
  });
  App.Delete("/four", [](const Request &, Response &) {
    drop(); // expect: stateless-local-file-write "/var/lib/shop/dropped" "'DELETE /four'" confidence proven
    drop("/tmp/dropped");
  });
  return !App.listen("0.0.0.0", 8080);
}
