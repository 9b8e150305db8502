// args: -std=c++17 -isystem {fixtures}/include
// The server stands on main's stack, the manager in the server, the map in the
// manager: it lives as long as the process, as any global would.
#include "server.h"

ShopServer::ShopServer() {
  App.Post("/login", [this](const httplib::Request &Req, httplib::Response &) { Manager.open(Req.path, Req.body); });
  App.Get("/visit", [this](const httplib::Request &Req, httplib::Response &Res) { Res.status = Manager.visit(Req.path) ? 200 : 401; });
  App.Post("/import", [](const httplib::Request &Req, httplib::Response &Res) {
    ImportBatch Batch;
    Batch.add(Req.body);
    std::unordered_map<std::string, Session> Sessions;
    Sessions[Req.path].Visits = Batch.size();
    Res.status = int(Sessions.size());
  });
}

int main() {
  ShopServer TheServer;
  return !TheServer.run();
}
