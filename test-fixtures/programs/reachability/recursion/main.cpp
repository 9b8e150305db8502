// args: -std=c++17 -isystem {fixtures}/include
// Functions that call themselves and one another over units.
#include "tree.h"
#include <httplib.h>

int main(int Argc, char **) {
  httplib::Server App;
  const Node Root = parse(Argc);
  App.Get("/walk", [&Root](const httplib::Request &, httplib::Response &Res) { Res.status = walk(Root); });
  App.Get("/even", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = even(int(Req.body.size())); });
  return !App.listen("0.0.0.0", 8080);
}
