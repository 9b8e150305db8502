// args: -std=c++17 -isystem {fixtures}/include
#include "routing.h"

using httplib::Request;
using httplib::Response;

// The callers of the wrapper say the route, and which handler belongs to it.
static int ListedBad; // expect: stateless-mutable-global "written after start-up by 'list'" "'GET /list'" confidence proven
static int CountedBad; // expect: stateless-mutable-global "'GET /count'" confidence proven
static int AboutBad; // expect: stateless-mutable-global "'GET /pages/about'" confidence proven
static int LevelBad; // expect: stateless-mutable-global "'PUT /level'" confidence proven

static void list(const Request &, Response &Res) { Res.status = ++ListedBad; } // expect-fact: write ListedBad
static void putLevel(const Request &Req, Response &) { LevelBad = int(Req.body.size()); } // expect-fact: write LevelBad
static void getLevel(const Request &, Response &Res) { Res.status = LevelBad; } // expect-fact: read LevelBad

void installStock(httplib::Server &App) {
  route(App, "/list", list);
  route(App, "/count", [](const Request &, Response &Res) { Res.status = ++CountedBad; });
  page(App, "about", [](const Request &, Response &Res) { Res.status = ++AboutBad; });
  readWrite(App, "/level", getLevel, putLevel);
}
