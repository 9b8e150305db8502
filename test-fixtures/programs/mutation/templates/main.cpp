// args: -std=c++17 -isystem {fixtures}/include
#include "cells.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/cells", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = useCells(int(Req.body.size())) + LatestBad<int>;
  });
  return !App.listen("0.0.0.0", 8080);
}
