// args: -std=c++17 -isystem {fixtures}/include
#include "site.h"

void Page::render(httplib::Response &Res) {
  Lines = int(Root->size());
  ++Lines;
  Res.status = 200 + Lines;
}
void Site::install(httplib::Server &App) {
  App.Get("/page", [this](const httplib::Request &, httplib::Response &Res) {
    ++Visits;
    std::make_shared<Page>(Root, Most)->render(Res);
  });
}
