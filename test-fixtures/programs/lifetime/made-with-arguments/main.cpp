// args: -std=c++17 -isystem {fixtures}/include
// Objects made by make_unique and make_shared with arguments: the result is a
// new object, neither the arguments nor another name for them.
#include "site.h"

int main() {
  httplib::Server App;
  Limits TheLimits;
  auto const RootOk = std::make_shared<const std::string>("/srv");
  auto TheSiteBad = std::make_unique<Site>(TheLimits, RootOk); // expect: stateless-mutable-global "TheSiteBad" "Site::Visits" "'GET /page'" confidence proven
  TheSiteBad->install(App);
  return !App.listen("0.0.0.0", 8080);
}
