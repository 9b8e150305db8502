#ifndef SHOP_H
#define SHOP_H

#include <httplib.h>
#include <string>

// A server with state of its own is no mere server.
class Shop : public httplib::Server {
public:
  Shop();

private:
  int Sold = 0;
};
// A server with nothing but routes and what it was told at the start.
class Site : public httplib::Server {
public:
  explicit Site(std::string Title);

private:
  std::string Title;
};
struct Host {
  httplib::Server Public, Admin;
  int Port = 8080;
};

#endif
