#ifndef SITE_H
#define SITE_H

#include <httplib.h>
#include <memory>
#include <string>

struct Limits {
  int Most = 3;
};
class Page {
public:
  Page(std::shared_ptr<const std::string> Root, const Limits &) : Root(std::move(Root)) {}
  void render(httplib::Response &Res);

private:
  std::shared_ptr<const std::string> Root;
  int Lines = 0;
};
class Site {
public:
  Site(const Limits &Most, std::shared_ptr<const std::string> Root) : Most(Most), Root(std::move(Root)) {}
  void install(httplib::Server &App);

private:
  const Limits &Most;
  std::shared_ptr<const std::string> Root;
  int Visits = 0;
};

#endif
