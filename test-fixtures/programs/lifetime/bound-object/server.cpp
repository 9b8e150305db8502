// args: -std=c++17 -isystem {fixtures}/include
#include "server.h"

void Server::onGet(const httplib::Request &, httplib::Response &Res) { Res.status = ++Gets + int(Bodies.size()); }
void Server::onPut(const httplib::Request &Req, httplib::Response &) { Bodies.push_back(Req.body); }
void Mirror::onGet(const httplib::Request &Req, httplib::Response &Res) { Res.set_content(Prefix + Req.body, "text/plain"); }
void onNumber(Numbers &N, const httplib::Request &Req, httplib::Response &Res) {
  Res.status = N.Last;
  N.Last = int(Req.body.size());
}
