// args: -std=c++17 -isystem {fixtures}/include
#include "store.h"

#include <utility>

void Bank::install(httplib::Server &App) {
  App.Post("/raise", [this](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = Table->raise(Req.path, int(Req.body.size()) * TheRates.Percent);
  });
}
std::unique_ptr<Gate> makeGate() {
  auto Made = std::make_unique<Gate>();
  Made->open();
  return Made;
}
Bank makeBank() {
  Rates R;
  R.Percent = 4;
  return Bank(std::make_unique<AccountTable>(), R);
}
