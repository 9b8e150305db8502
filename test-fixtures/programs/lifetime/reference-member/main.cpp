// args: -std=c++17 -isystem {fixtures}/include
// Objects of main that other objects hold by reference: the state is where the
// object is, not where the reference is.
#include "page.h"

int main(int Argc, char **) {
  httplib::Server App;
  Counter HitsBad; // expect: stateless-mutable-global "HitsBad" "'GET /page'"
  Counter VisitsBad; // expect: stateless-mutable-global "VisitsBad" "'GET /visit'"
  Counter StartsOk;
  Greeting HelloOk;
  if (Argc > StartsOk.next())
    HelloOk.Text = "hi";
  Page ThePageOk(App, HitsBad, HelloOk);
  Visits TheVisitsOk(Parts{VisitsBad, HelloOk});
  TheVisitsOk.install(App);
  return !App.listen("0.0.0.0", 8080);
}
