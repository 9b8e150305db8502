// args: -std=c++17 -isystem {fixtures}/include
// Paths that the environment or the command line sets: with a default outside
// of the roots that default is told, without one they are only configurable.
#include "config.h"
#include <fstream>
#include <httplib.h>

using httplib::Request;
using httplib::Response;

int main(int Argc, char **Argv) {
  httplib::Server App;
  const Config C = load(Argc, Argv);
  const std::string Uploads = setting("APP_UPLOADS", "/var/lib/uploads");
  const std::string Cache = setting("APP_CACHE", "/tmp/cache");
  App.Put("/folder", [&C](const Request &Req, Response &) {
    std::ofstream Out(C.Folder + "/" + Req.path); // expect: stateless-local-file-write "/var/lib/app" "'PUT /folder'"
  });
  App.Put("/export", [&C](const Request &Req, Response &) {
    std::ofstream Out(C.Export); // expect: stateless-local-file-write "configurable" confidence possible
    Out << Req.body;
  });
  App.Put("/log", [&C](const Request &, Response &) {
    std::ofstream Out(C.Log, std::ios::app); // expect: stateless-local-file-write "configurable" confidence possible
  });
  App.Put("/upload", [&](const Request &Req, Response &) {
    std::ofstream Out(Uploads + "/" + Req.path); // expect: stateless-local-file-write "/var/lib/uploads" "'PUT /upload'"
  });
  App.Put("/cache", [&](const Request &Req, Response &) {
    std::ofstream Out(Cache + "/" + Req.path); // expect: stateless-local-file-write "configurable" confidence possible
  });
  App.Put("/scratch", [&C](const Request &Req, Response &Res) {
    std::ofstream Out(C.Scratch + "/" + Req.path);
    std::ifstream In(C.Import + "/" + Req.path);
    Res.status = In ? 200 : 404;
  });
  return !App.listen("0.0.0.0", 8080);
}
