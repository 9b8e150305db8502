// args: -std=c++17 -isystem {fixtures}/include
#include "routing.h"

void route(httplib::Server &App, const std::string &Path, Handler Fn) { App.Get(Path, std::move(Fn)); }
void page(httplib::Server &App, const std::string &Name, Handler Fn) { route(App, "/pages/" + Name, Fn); }
void readWrite(httplib::Server &App, const char *Path, Handler Get, Handler Put) {
  App.Get(Path, Get);
  App.Put(Path, Put);
}
void Router::get(const std::string &Path, Handler Fn) { App.Get(Prefix + Path, Fn); }
