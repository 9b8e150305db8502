// args: -std=c++17 -isystem {fixtures}/include
#include "tables.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  warm(-1);
  App.Get("/lazy", [](const httplib::Request &Req, httplib::Response &Res) {
    int I = int(Req.body.size());
    Res.status = magic(I) + onFirstUse(I) + checked(I) + once(I) + memo(I) + prepared(I);
  });
  return !App.listen("0.0.0.0", 8080);
}
