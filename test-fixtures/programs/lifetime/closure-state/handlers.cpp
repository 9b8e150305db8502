// args: -std=c++17 -isystem {fixtures}/include
#include "handlers.h"

httplib::Server::Handler counted() {
  return [CallsBad = 0](const httplib::Request &, httplib::Response &Res) mutable { // expect: stateless-mutable-global "CallsBad" "'GET /counted'"
    Res.status = ++CallsBad;
  };
}
