// args: -std=c++17 -isystem {fixtures}/include
#include "decorators.h"
#include <iostream>

void note(const std::string &Path) { std::cout << Path << "\n"; }
void now(const std::function<void()> &Work) { Work(); }
void route(httplib::Server &App, const std::string &Path, Handler Fn) {
  App.Get(Path, [Fn](const httplib::Request &Req, httplib::Response &Res) {
    note(Req.path);
    Fn(Req, Res);
  });
}
Handler logged(Handler Fn) {
  return [Fn](const httplib::Request &Req, httplib::Response &Res) {
    note(Req.path);
    Fn(Req, Res);
  };
}
