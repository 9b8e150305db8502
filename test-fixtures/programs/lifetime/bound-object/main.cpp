// args: -std=c++17 -isystem {fixtures}/include
// Objects of main that std::bind binds into the handlers.
#include "server.h"
#include <functional>

int main() {
  using namespace std::placeholders;
  httplib::Server App;
  Server TheServerBad; // expect: stateless-mutable-global "TheServerBad" "'GET /get'" "'PUT /put'" confidence proven
  Mirror TheMirrorOk("> ");
  Numbers NumbersBad; // expect: stateless-mutable-global "NumbersBad" "'PUT /number'" confidence proven
  App.Get("/get", std::bind(&Server::onGet, &TheServerBad, _1, _2));
  App.Put("/put", std::bind(&Server::onPut, std::ref(TheServerBad), _1, _2));
  App.Get("/mirror", std::bind(&Mirror::onGet, &TheMirrorOk, _1, _2));
  App.Put("/number", std::bind(onNumber, std::ref(NumbersBad), _1, _2));
  return !App.listen("0.0.0.0", 8080);
}
