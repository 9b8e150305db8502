#ifndef DECORATORS_H
#define DECORATORS_H

#include <functional>
#include <httplib.h>
#include <memory>
#include <string>

using Handler = httplib::Server::Handler;

void note(const std::string &Path);
void route(httplib::Server &App, const std::string &Path, Handler Fn);
Handler logged(Handler Fn);
void now(const std::function<void()> &Work);

template <class F> auto timed(F Fn) {
  return [Fn](const httplib::Request &Req, httplib::Response &Res) {
    note(Req.path);
    Fn(Req, Res);
  };
}

#endif
