#ifndef ROUTER_H
#define ROUTER_H

#include <functional>
#include <httplib.h>
#include <map>
#include <string>

using Handler = httplib::Server::Handler;

// A router of the project's own: handlers by path.
class Router {
public:
  void add(const std::string &Path, Handler Fn);
  void dispatch(const httplib::Request &Req, httplib::Response &Res) const;
  void mount(httplib::Server &App) const;

private:
  std::map<std::string, Handler> Table;
};

#endif
