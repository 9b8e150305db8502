// args: -std=c++17 -isystem {fixtures}/include
#include "page.h"

Page::Page(httplib::Server &App, Counter &Hits, const Greeting &Hello) : Hits(Hits), Hello(Hello) {
  App.Get("/page", [this](const httplib::Request &, httplib::Response &Res) {
    Res.set_content(this->Hello.Text + std::to_string(show()), "text/plain");
  });
}
void Visits::install(httplib::Server &App) {
  App.Get("/visit", [this](const httplib::Request &Req, httplib::Response &Res) { visit(Req, Res); });
}
void Visits::visit(const httplib::Request &, httplib::Response &Res) const {
  Res.set_content(P.Hello.Text + std::to_string(P.Visits.next()), "text/plain");
}
