// args: -std=c++17 -isystem {fixtures}/include
#include "api.h"

void Api::routes(httplib::Server &App) {
  App.Get("/api", [this](const httplib::Request &, httplib::Response &Res) {
    ++Calls;
    Res.set_content(Prefix, "text/plain");
  });
}

void append(std::vector<std::string> &Lines, const std::string &Line) { Lines.push_back(Line); }
void each(const std::vector<std::string> &Lines, const std::function<void(const std::string &)> &Do) {
  for (const std::string &Line : Lines)
    Do(Line);
}
