#ifndef ROUTES_H
#define ROUTES_H

#include <httplib.h>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using Handler = httplib::Server::Handler;

void arrayed(const httplib::Request &, httplib::Response &Res);
void listed(const httplib::Request &, httplib::Response &Res);
void mapped(const httplib::Request &, httplib::Response &Res);
void stated(const httplib::Request &, httplib::Response &Res);
void tupled(const httplib::Request &, httplib::Response &Res);
void typed(const httplib::Request &, httplib::Response &Res);
void unpacked(const httplib::Request &, httplib::Response &Res);

struct Route {
  const char *Path;
  void (*Run)(const httplib::Request &, httplib::Response &);
};

#endif
