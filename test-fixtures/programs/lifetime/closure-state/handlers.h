#ifndef HANDLERS_H
#define HANDLERS_H

#include <httplib.h>

// A functor whose copy the server keeps. There is no variable at which the
// finding could stand, but for the field of a class that others may use well.
struct Counting {
  int FN_Calls = 0; // expect-missing: stateless-mutable-global
  void operator()(const httplib::Request &, httplib::Response &Res) { Res.status = ++FN_Calls; }
};
struct Fixed {
  int Status = 204;
  void operator()(const httplib::Request &, httplib::Response &Res) const { Res.status = Status; }
};
httplib::Server::Handler counted();

#endif
