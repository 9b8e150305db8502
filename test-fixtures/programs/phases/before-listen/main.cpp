// args: -std=c++17 -isystem {fixtures}/include
// All is set before it serves; requests only read it.
#include "config.h"
#include <httplib.h>

static void title(const httplib::Request &Req, httplib::Response &Res) {
  auto It = TitlesOk.find(Req.path);
  int Sum = LimitsOk.Most + NeverOk + DepthOk + DeadOk + int(ArgumentsOk.size() + LimitsOk.Steps.size());
  Res.set_content((It == TitlesOk.end() ? NameOk : It->second) + std::to_string(Sum), "text/plain");
}

int main(int Argc, char **Argv) {
  httplib::Server App;
  configure(Argc, Argv);
  App.Get("/title", title);
  // After the routes are known, still before it serves.
  NameOk = Argv[0];
  LimitsOk.Steps.push_back(Argc);
  setTitle("name", NameOk);
  return !App.listen("0.0.0.0", PortOk);
}
