// args: -std=c++17 -isystem {fixtures}/include
// A virtual call with several targets is a step that is not sure; the kinds of
// virtual call that are sure stand beside it.
#include "channels.h"
#include <httplib.h>
#include <memory>
#include <vector>

int main() {
  httplib::Server App;
  std::vector<std::unique_ptr<Channel>> Channels;
  Channels.push_back(std::make_unique<MailChannel>());
  Channels.push_back(std::make_unique<TextChannel>());
  App.Post("/notify", [&](const httplib::Request &Req, httplib::Response &) {
    for (const auto &To : Channels)
      To->send(Req.body);
  });
  App.Post("/push", [](const httplib::Request &Req, httplib::Response &) { push(Req.body); });
  UrgentChannel Urgent;
  App.Post("/alarm", [&Urgent](const httplib::Request &, httplib::Response &) { alarm(Urgent); });
  return !App.listen("0.0.0.0", 8080);
}
