#ifndef SHOP_H
#define SHOP_H

#include <httplib.h>
#include <map>
#include <string>

class Shop {
public:
  explicit Shop(std::string Name);
  bool run();

private:
  int order(int Amount);
  httplib::Server App;
  std::string Name;
  int Orders = 0;
};
// The routes of a second one; it only reads what it was made with.
class Catalogue {
public:
  explicit Catalogue(httplib::Server &App);

private:
  int price(const std::string &Item) const;
  std::map<std::string, int> Prices;
};

#endif
