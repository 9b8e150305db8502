// args: -std=c++17 -isystem {fixtures}/include
// Logs belong to the standard output; these wrappers are told where to write.
#include "log.h"
#include <httplib.h>
#include <iostream>

int main() {
  httplib::Server App;
  openLogs("shop", "/var/log/shop/all.log"); // expect: stateless-local-file-write "/var/log/shop/all.log" confidence likely
  openLogs("scratch", "/tmp/shop.log");
  const Log Output("/dev/stdout");
  App.Get("/ok", [&Output](const httplib::Request &Req, httplib::Response &) {
    line(std::cout, Req.path);
    line(std::cerr, Req.path);
    plain(stdout, Req.path.c_str());
    plain(stderr, "asked");
    Output.add(Req.path);
    toFile("/dev/stderr", Req.path);
    toFile("/dev/null", Req.path);
    toFile("/proc/self/fd/1", Req.path);
  });
  App.Get("/bad", [](const httplib::Request &Req, httplib::Response &) {
    toFile("/var/log/shop/requests.log", Req.path); // expect: stateless-local-file-write "/var/log/shop/requests.log" "'GET /bad'" confidence proven
  });
  return !App.listen("0.0.0.0", 8080);
}
