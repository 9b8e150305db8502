// args: -std=c++17 -isystem {fixtures}/include
#include "api.h"

Api::Api(httplib::Server &App, LoginTable *Table, const Limits *TheLimits, Tally *Count)
    : Table(Table), TheLimits(TheLimits), Count(Count) {
  App.Post("/login", [this](const httplib::Request &Req, httplib::Response &Res) {
    if (this->Table->attempt(Req.path) <= this->TheLimits->Most)
      return;
    ++this->Count->Refused;
    Res.status = 429;
  });
}
