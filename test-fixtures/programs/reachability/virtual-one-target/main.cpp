// args: -std=c++17 -isystem {fixtures}/include
// Virtual calls of which the program has one target only: the chain is sure.
#include "ledger.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  std::unique_ptr<Ledger> Book = openLedger();
  Bell Door;
  App.Post("/pay", [&Book, &Door](const httplib::Request &Req, httplib::Response &Res) {
    Bell &Ringing = Door;
    Ringing.ring();
    Res.status = Book->add(int(Req.body.size()));
  });
  App.Get("/sum", [&Book](const httplib::Request &, httplib::Response &Res) { Res.status = Book->sum(); });
  return !App.listen("0.0.0.0", 8080);
}
