// args: -std=c++17 -isystem {fixtures}/include
#include "shop.h"

Shop::Shop(std::string Name) : Name(std::move(Name)) {
  this->Name += "!";
  App.Post("/order", [this](const httplib::Request &Req, httplib::Response &Res) { Res.status = order(int(Req.body.size())); });
  App.Get("/name", [this](const httplib::Request &, httplib::Response &Res) { Res.set_content(this->Name, "text/plain"); });
}
bool Shop::run() { return App.listen("0.0.0.0", 8080); }
int Shop::order(int Amount) {
  Orders += Amount;
  return Orders;
}
Catalogue::Catalogue(httplib::Server &App) {
  Prices["tea"] = 4;
  App.Get("/price", [=](const httplib::Request &Req, httplib::Response &Res) { Res.status = price(Req.path); });
}
int Catalogue::price(const std::string &Item) const { return Prices.count(Item) ? Prices.at(Item) : 0; }
