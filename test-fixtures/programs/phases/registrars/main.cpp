// args: -std=c++17 -isystem {fixtures}/include
#include "actions.h"
#include <httplib.h>

static int negate(int N) { return -N; }
REGISTER(negate);

int main() {
  httplib::Server App;
  App.Get("/do", [](const httplib::Request &Req, httplib::Response &Res) {
    auto It = actions().find(Req.get_param_value("name"));
    Res.status = It == actions().end() ? 404 : It->second(int(Req.body.size()));
  });
  return !App.listen("0.0.0.0", 8080);
}
