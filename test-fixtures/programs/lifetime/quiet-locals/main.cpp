// args: -std=c++17 -isystem {fixtures}/include
// Locals of main that hold no state of requests, beside one that does.
#include "config.h"
#include <atomic>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <random>
#include <thread>

using httplib::Request;
using httplib::Response;

int main(int Argc, char **Argv) {
  httplib::Server App;
  auto Admin = std::make_unique<httplib::Server>();
  const Config TheConfigOk = load(Argc, Argv);
  Config ChangedOk = load(Argc, Argv); // expect-benign: stateless-mutable-global "start-up"
  std::map<std::string, std::string> TitlesOk; // expect-benign: stateless-mutable-global "start-up"
  std::map<std::string, int> LoginsOk; // expect-benign: stateless-session-map "start-up"
  std::mutex LockOk; // expect-benign: stateless-mutable-global "synchroni"
  std::atomic_flag BusyOk = ATOMIC_FLAG_INIT; // expect-benign: stateless-mutable-global "synchroni"
  std::mt19937 EngineOk(1); // expect-benign: stateless-mutable-global "exempt"
  int GuardedBad = 0; // expect: stateless-mutable-global "GuardedBad" "'PUT /guarded'" confidence proven
  // Nobody but main sees these.
  int RoutesOk = 0;
  std::string LogOk;

  ChangedOk.Name += "!";
  fill(TitlesOk);
  LoginsOk["admin"] = 1;
  App.Put("/guarded", [&](const Request &, Response &Res) {
    std::lock_guard<std::mutex> Hold(LockOk);
    Res.status = ++GuardedBad + int(LoginsOk.count(TheConfigOk.Name));
  });
  ++RoutesOk;
  App.Get("/title", [&](const Request &Req, Response &Res) {
    if (BusyOk.test_and_set())
      Res.status = int(EngineOk() % 400);
    auto It = TitlesOk.find(Req.path);
    Res.set_content(It == TitlesOk.end() ? ChangedOk.Name : It->second, "text/plain");
    BusyOk.clear();
  });
  ++RoutesOk;
  LogOk += std::to_string(RoutesOk);
  std::thread Serving([&Admin] { Admin->listen("127.0.0.1", 9090); });
  bool Fine = App.listen("0.0.0.0", TheConfigOk.Port);
  Serving.join();
  return Fine && !LogOk.empty() ? 0 : 1;
}
