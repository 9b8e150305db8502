// args: -std=c++17 -isystem {fixtures}/include
// One handler template, instantiated for each type: each instance has a route,
// and calls what its type says.
#include "resources.h"

int main() {
  httplib::Server App;
  App.Get(User::Path, list<User>);
  App.Get(Invoice::Path, &list<Invoice>);
  Resource<User>::install(App);
  return !App.listen("0.0.0.0", 8080);
}
