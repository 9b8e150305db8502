// args: -std=c++17 -isystem {fixtures}/include
// Tables of paths and handlers, registered in a loop that takes their elements
// apart.
#include "routes.h"

static int LambdaBad; // expect: stateless-mutable-global "httplib::Server::Get" "lambda in 'main'" confidence proven

static const std::pair<const char *, Handler> Array[] = {{"/arrayed", arrayed}, {"/typed", typed}};
static const std::map<std::string, Handler> Map = {{"/mapped", mapped}};
static const Route Routes[] = {{"/stated", stated}};

int main() {
  httplib::Server App;
  const std::vector<std::pair<std::string, Handler>> List = {
      {"/listed", listed},
      {"/lambda", [](const httplib::Request &, httplib::Response &Res) { Res.status = ++LambdaBad; }}};
  const std::tuple<int, std::string, Handler> Tuples[] = {{1, "/tupled", tupled}};
  for (auto &[Path, Run] : Array)
    App.Get(Path, Run);
  for (const auto &[Path, Run] : Map)
    App.Get(Path, Run);
  for (auto [Path, Run] : Routes)
    App.Get(Path, Run);
  for (auto &[Path, Run] : List)
    App.Get(Path, Run);
  for (auto &[Order, Path, Run] : Tuples)
    App.Get(Path, Run);
  auto [Path, Run] = std::make_pair(std::string("/unpacked"), Handler(unpacked));
  App.Get(Path, Run);
  return !App.listen("0.0.0.0", 8080);
}
