// args: -std=c++17 -isystem {fixtures}/include
// Paths that functions of other units put together out of parts.
#include "paths.h"
#include <fstream>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main() {
  httplib::Server App;
  App.Put("/bad", [](const Request &Req, Response &) {
    write(below(Root, Req.path)); // expect: stateless-local-file-write "/var/lib/joined/below" "'PUT /bad'" confidence proven
    write(Root / "a" / "b"); // expect: stateless-local-file-write "/var/lib/joined/a/b" confidence proven
    write(join("/var/lib", join("deep", "er"))); // expect: stateless-local-file-write "/var/lib/deep/er" confidence proven
    std::ofstream Numbered(numbered("/var/lib/numbered", int(Req.body.size()))); // expect: stateless-local-file-write "/var/lib/numbered" confidence proven
    std::ofstream Suffixed(withSuffix("/var/lib/suffixed")); // expect: stateless-local-file-write "/var/lib/suffixed" confidence proven
    const std::string Path = join("/tmp", "../etc/up");
    std::ofstream Up(Path); // expect: stateless-local-file-write "etc/up"
    std::ofstream Absolute(below("/tmp", "x") / "/var/lib/absolute"); // expect: stateless-local-file-write "/var/lib/absolute" confidence proven
  });
  App.Put("/ok", [](const Request &Req, Response &) {
    write(below("/tmp", Req.path));
    write(std::filesystem::temp_directory_path() / "a");
    write(join("/tmp", join("deep", Req.body)));
    std::ofstream Numbered(numbered("/tmp/numbered", 1));
    std::ofstream Suffixed(withSuffix("/tmp/suffixed"));
    std::ofstream Absolute(below(Root, "x") / "/tmp/absolute");
  });
  return !App.listen("0.0.0.0", 8080);
}
