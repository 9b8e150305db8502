// args: -std=c++17 -isystem {fixtures}/include
// Calls that no call expression shows: operators, conversions, copies,
// constructors and destructors, default arguments, initialisers of members.
#include "money.h"
#include <httplib.h>

static void hidden(const httplib::Request &Req, httplib::Response &Res) {
  Guard Hold;
  Derived D;
  Bill First, Second = First;
  First.Sum += int(Req.body.size());
  std::string Text = stamp() + static_cast<std::string>(Second.Sum);
  int Sum = D.Number + First.Sum[10];
  for (int N : Range())
    Sum += N;
  if (First.Sum && First.Sum == Second.Sum)
    Res.set_content(Text, "text/plain");
  Res.status = Sum;
}

int main() {
  httplib::Server App;
  App.Get("/hidden", hidden);
  return !App.listen("0.0.0.0", 8080);
}
