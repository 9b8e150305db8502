// args: -std=c++17 -isystem {fixtures}/include
#include "checkout.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Post("/checkout", [](const httplib::Request &Req, httplib::Response &Res) {
    Checkout Mine = start(Req.path);
    extend(Mine, Req.body);
    auto Add = [&Mine](const std::string &Item) { Mine.add(Item); };
    Add("bag");
    Res.status = Mine.total();
  });
  App.Post("/context", [](const httplib::Request &Req, httplib::Response &Res) {
    auto C = std::make_shared<Context>();
    Res.status = checkOut(*C, Req.body);
  });
  return !App.listen("0.0.0.0", 8080);
}
