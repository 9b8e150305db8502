// args: -std=c++20
// Tables that the first request fills, once: with constants, and with what the
// request says.
#include "tables.h"

#include <httplib.h>

std::string page(int Code);

int main() {
  httplib::Server App;
  App.Get("/page", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.set_content(Kinds::of("html") + phrases().at(200) + page(404) +
                        Countries::get().name("de") + Tenants::get(Req.body).First,
                    "text/plain");
  });
  App.listen("0.0.0.0", 80);
}
