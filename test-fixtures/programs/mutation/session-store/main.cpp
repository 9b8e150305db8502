// args: -std=c++17 -isystem {fixtures}/include
#include "store.h"
#include <httplib.h>

static void logIn(const httplib::Request &Req, httplib::Response &Res) {
  Session &S = SessionStore::instance().open(Req.path);
  ++S.Visits;
  S.Name = Req.body;
  TokensBad.insert_or_assign(Req.path, S.Name); // expect-fact: write TokensBad
  Res.status = KnownTokensOk.count("bearer") ? 200 : 401;
}

int main() {
  httplib::Server App;
  App.Post("/login", logIn);
  App.Post("/logout", [](const httplib::Request &Req, httplib::Response &) { SessionStore::instance().close(Req.path); });
  App.Post("/cart", [](const httplib::Request &Req, httplib::Response &Res) {
    auto &Carts = carts();
    auto [It, New] = Carts.try_emplace(Req.path, 1);
    if (!New)
      ++It->second;
    // What one request collects for itself.
    std::map<std::string, Session> Sessions;
    Sessions[Req.path].Visits = It->second;
    Res.status = int(Sessions.size());
  });
  return !App.listen("0.0.0.0", 8080);
}
