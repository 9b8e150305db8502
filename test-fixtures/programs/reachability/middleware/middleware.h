#ifndef MIDDLEWARE_H
#define MIDDLEWARE_H

#include <httplib.h>
#include <utility>

using Handler = httplib::Server::Handler;

Handler logged(Handler Fn);
Handler guarded(Handler Fn);
extern int TimedBad;

// Made anew for each handler's type.
template <class F> auto timed(F Fn) {
  return [Fn](const httplib::Request &Req, httplib::Response &Res) {
    ++TimedBad; // expect-fact: write TimedBad
    Fn(Req, Res);
  };
}

#endif
