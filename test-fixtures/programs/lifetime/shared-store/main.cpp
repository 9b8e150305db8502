// args: -std=c++17 -isystem {fixtures}/include
// What a handler holds by a smart pointer lives as long as the handler.
#include "store.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  auto CountBad = std::make_shared<int>(0); // expect: stateless-mutable-global "CountBad" "'GET /count'" confidence proven
  App.Get("/count", [CountBad](const httplib::Request &, httplib::Response &Res) {
    Res.status = ++*CountBad; // expect-fact: write CountBad
  });
  auto TheNotesBad = std::make_shared<Notes>(); // expect: stateless-mutable-global "TheNotesBad" "Lines" "'POST /note'"
  installNotes(App, TheNotesBad);
  // Nobody names the object, but its class has the map.
  installBaskets(App, std::make_shared<BasketStore>());
  std::shared_ptr<const Texts> TextsOk = loadTexts();
  App.Get("/text", [TextsOk](const httplib::Request &Req, httplib::Response &Res) { Res.set_content(TextsOk->ByName.at(Req.path), "text/plain"); });
  App.Get("/fresh", [](const httplib::Request &Req, httplib::Response &Res) {
    auto Mine = std::make_shared<Notes>();
    Mine->add(Req.body);
    Res.status = Mine->size();
  });
  return !App.listen("0.0.0.0", 8080);
}
