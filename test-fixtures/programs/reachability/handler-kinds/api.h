#ifndef API_H
#define API_H

#include <httplib.h>

extern int LambdaBad, FunctionBad, StaticBad, BoundBad, ThisBad, FunctorBad, GenericBad, PointerBad;

void function(const httplib::Request &Req, httplib::Response &Res);

class Api {
public:
  explicit Api(httplib::Server &App);
  static void shared(const httplib::Request &Req, httplib::Response &Res);

private:
  void bound(const httplib::Request &Req, httplib::Response &Res) const;
  void count() const;
};

struct Functor {
  void operator()(const httplib::Request &Req, httplib::Response &Res) const;
};

#endif
