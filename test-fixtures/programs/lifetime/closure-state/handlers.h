#ifndef HANDLERS_H
#define HANDLERS_H

#include <httplib.h>

// A functor whose copy the server keeps: there is no variable at which the
// finding could stand, so it stands at the field.
struct Counting {
  int CallsBad = 0; // expect: stateless-mutable-global "Counting::CallsBad" "'GET /counting'"
  void operator()(const httplib::Request &, httplib::Response &Res) { Res.status = ++CallsBad; }
};
struct Fixed {
  int Status = 204;
  void operator()(const httplib::Request &, httplib::Response &Res) const { Res.status = Status; }
};
httplib::Server::Handler counted();

#endif
