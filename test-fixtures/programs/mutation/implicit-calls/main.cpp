// args: -std=c++17 -isystem {fixtures}/include
#include "guards.h"
#include <httplib.h>
#include <utility>

static int show(Ticket T) { return T; }

static void ticket(const httplib::Request &Req, httplib::Response &Res) {
  InFlight Guard;
  Ticket T;
  int Sum = show(T) + show(std::move(T)) + price() + int(3_units);
  Ticket *Made = new Ticket;
  *Made = T;
  delete Made;
  try {
    if (Req.body.empty())
      throw Failure();
  } catch (const Failure &) {
    Res.status = 400;
  }
  Res.set_content(std::to_string(Sum), "text/plain");
}

int main() {
  httplib::Server App;
  App.Get("/ticket", ticket);
  return !App.listen("0.0.0.0", 8080);
}
