#ifndef ROUTES_H
#define ROUTES_H

#include <httplib.h>
#include <vector>

#define GET(App, Path, Fn) (App).Get(Path, Fn)
#define HANDLER(Name) static void Name([[maybe_unused]] const httplib::Request &Req, [[maybe_unused]] httplib::Response &Res)

// A route that registers itself, in whatever unit it stands.
struct Route {
  const char *Path;
  void (*Fn)(const httplib::Request &, httplib::Response &);
};
std::vector<Route> &routes();
struct Registrar {
  explicit Registrar(Route R) { routes().push_back(R); }
};
#define ROUTE(Name, Path)                                                                                              \
  HANDLER(Name);                                                                                                       \
  static const Registrar Name##Registrar(Route{Path, Name});                                                           \
  HANDLER(Name)

void installRegistered(httplib::Server &App);

#endif
