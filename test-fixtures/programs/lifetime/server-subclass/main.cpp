// args: -std=c++17 -isystem {fixtures}/include
// Servers among the locals of main: transport, unless there is more in them.
#include "shop.h"
#include <memory>
#include <thread>
#include <vector>

int main(int Argc, char **) {
  Shop TheShopBad; // expect: stateless-mutable-global "TheShopBad" "Sold" "'POST /sell'"
  Site TheSiteOk("shop");
  Host TheHostOk;
  std::vector<std::unique_ptr<httplib::Server>> MoreOk;
  std::vector<std::thread> ThreadsOk;
  TheHostOk.Port += Argc;
  for (int I = 0; I < Argc; ++I)
    MoreOk.push_back(std::make_unique<httplib::Server>());
  for (auto &More : MoreOk)
    ThreadsOk.emplace_back([&More] { More->listen("0.0.0.0", 9000); });
  ThreadsOk.emplace_back([&] { TheSiteOk.listen("0.0.0.0", TheHostOk.Port); });
  ThreadsOk.emplace_back([&] { TheHostOk.Admin.listen("127.0.0.1", 9090); });
  bool Fine = TheShopBad.listen("0.0.0.0", 8081);
  for (std::thread &T : ThreadsOk)
    T.join();
  return !Fine;
}
