// args: -std=c++17 -isystem {fixtures}/include
#include "store.h"
#include <httplib.h>

void installNotes(httplib::Server &App, std::shared_ptr<Notes> TheNotes) {
  App.Post("/note", [TheNotes](const httplib::Request &Req, httplib::Response &) { TheNotes->add(Req.body); });
  App.Get("/notes", [TheNotes](const httplib::Request &, httplib::Response &Res) { Res.status = TheNotes->size(); });
}
void installBaskets(httplib::Server &App, const std::shared_ptr<BasketStore> &Store) {
  App.Post("/basket", [Store](const httplib::Request &Req, httplib::Response &Res) { Res.status = ++Store->of(Req.path).Items; });
}
std::shared_ptr<Texts> loadTexts() {
  auto Loaded = std::make_shared<Texts>();
  Loaded->ByName["hello"] = "Hello";
  return Loaded;
}
