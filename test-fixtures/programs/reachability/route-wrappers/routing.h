#ifndef ROUTING_H
#define ROUTING_H

#include <httplib.h>
#include <string>
#include <utility>

using Handler = httplib::Server::Handler;

void route(httplib::Server &App, const std::string &Path, Handler Fn);
void page(httplib::Server &App, const std::string &Name, Handler Fn);
void readWrite(httplib::Server &App, const char *Path, Handler Get, Handler Put);

class Router {
public:
  Router(httplib::Server &App, std::string Prefix) : App(App), Prefix(std::move(Prefix)) {}
  void get(const std::string &Path, Handler Fn);
  template <class F> Router &post(const std::string &Path, F Fn) {
    App.Post(Prefix + Path, Fn);
    return *this;
  }

private:
  httplib::Server &App;
  std::string Prefix;
};

void installStock(httplib::Server &App);

#endif
