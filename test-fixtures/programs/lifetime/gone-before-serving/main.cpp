// args: -std=c++17 -isystem {fixtures}/include
#include "load.h"
#include <httplib.h>

static int AskedBad; // expect: stateless-mutable-global "AskedBad" "'GET /ask'" confidence proven

int main(int Argc, char **Argv) {
  const Settings TheSettings = load(Argc, Argv);
  {
    Parser Again;
    Again.feed("again");
    if (warmUp(Again.result()) < 0)
      return 2;
  }
  httplib::Server App;
  App.Get("/ask", [&TheSettings](const httplib::Request &, httplib::Response &Res) { Res.status = TheSettings.Port + ++AskedBad; });
  return !App.listen("0.0.0.0", TheSettings.Port);
}
