// args: -std=c++17 -isystem {fixtures}/include
#include "middleware.h"
#include <iostream>

int TimedBad; // expect: stateless-mutable-global "TimedBad" "'GET /timed'" confidence proven
static int LinesBad; // expect: stateless-mutable-global "written after start-up by 'note'" "'GET /one'" "'GET /two'" confidence proven
static int GuardsBad; // expect: stateless-mutable-global "lambda in 'guarded'" "'POST /guarded'" confidence proven
static int LevelOk = 1; // expect-benign: stateless-mutable-global "never written"

static void note(const std::string &Path) {
  ++LinesBad; // expect-fact: write LinesBad
  if (LevelOk)
    std::cout << Path << "\n";
}
Handler logged(Handler Fn) {
  return [Fn](const httplib::Request &Req, httplib::Response &Res) {
    note(Req.path);
    Fn(Req, Res);
  };
}
Handler guarded(Handler Fn) {
  return [Fn = std::move(Fn)](const httplib::Request &Req, httplib::Response &Res) {
    ++GuardsBad; // expect-fact: write GuardsBad
    if (Req.has_header("Authorization"))
      Fn(Req, Res);
    else
      Res.status = 401;
  };
}
