// args: -std=c++17 -isystem {fixtures}/include
// Objects on the heap that main makes, and a server object keeps.
#include "api.h"

int main(int Argc, char **) {
  httplib::Server App;
  auto *TheTable = new LoginTable;
  Tally *RefusedBad = new Tally; // expect: stateless-mutable-global "RefusedBad" "Refused" "'POST /login'"
  Api TheApiOk(App, TheTable, new Limits(Argc), RefusedBad);
  return !App.listen("0.0.0.0", 8080);
}
