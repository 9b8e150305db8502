#ifndef HANDLERS_H
#define HANDLERS_H

#include <httplib.h>

extern int NamedBad, TypedBad, MadeBad, FrontBad, NestedBad, ReferredBad, EitherBad, OtherBad, AssignedBad;

httplib::Server::Handler made(int Status);

struct Pages {
  void front(int Status, const httplib::Request &Req, httplib::Response &Res);
  void nested(const httplib::Request &Req, httplib::Response &Res, int Status);
};
struct Callable {
  void operator()(const httplib::Request &Req, httplib::Response &Res);
};
void either(const httplib::Request &Req, httplib::Response &Res);
void other(const httplib::Request &Req, httplib::Response &Res);
void install(httplib::Server &App, bool Verbose);

#endif
