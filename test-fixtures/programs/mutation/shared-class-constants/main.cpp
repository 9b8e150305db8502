// args: -std=c++17 -isystem {fixtures}/include
// Values that stand for themselves, of the class that others are made of: what
// is written to those, is not written to these.
#include "value.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/pair", [](const httplib::Request &Req, httplib::Response &Res) {
    Value *Made = make(Req.body.empty() ? none() : truth());
    Res.status = Made->Kind + truth()->Count;
    release(Made);
  });
  return !App.listen("0.0.0.0", 8080);
}
