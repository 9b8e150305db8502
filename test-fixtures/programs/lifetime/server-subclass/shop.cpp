// args: -std=c++17 -isystem {fixtures}/include
#include "shop.h"

Shop::Shop() {
  Post("/sell", [this](const httplib::Request &Req, httplib::Response &Res) { Res.status = Sold += int(Req.body.size()); });
}
Site::Site(std::string Title) : Title(std::move(Title)) {
  Get("/title", [this](const httplib::Request &, httplib::Response &Res) { Res.set_content(this->Title, "text/plain"); });
}
