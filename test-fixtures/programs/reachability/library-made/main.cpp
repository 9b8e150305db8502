// args: -std=c++17 -isystem {fixtures}/include
// Constructors, destructors and comparisons that only the library's own code
// calls, for what the handler asked of it.
#include "held.h"
#include <algorithm>
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <vector>

static void held(const httplib::Request &Req, httplib::Response &Res) {
  auto Held = std::make_unique<Pooled>();
  std::vector<Item> Items;
  Items.emplace_back(int(Req.body.size()));
  std::vector<Key> Keys(Req.body.size());
  std::sort(Keys.begin(), Keys.end());
  Res.status = int(Items.size() + Keys.size());
}

int main() {
  httplib::Server App;
  App.Get("/held", held);
  App.Get("/more", [](const httplib::Request &Req, httplib::Response &Res) {
    std::optional<Shared> Maybe;
    if (!Req.body.empty())
      Maybe.emplace();
    std::map<std::string, Entry> ByName;
    Res.status = ByName[Req.body].Value;
  });
  return !App.listen("0.0.0.0", 8080);
}
