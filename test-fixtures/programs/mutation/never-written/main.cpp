// args: -std=c++17 -isystem {fixtures}/include
#include "config.h"
#include <httplib.h>
#include <numeric>

static int sum(std::vector<int> &List) { return std::accumulate(List.begin(), List.end(), 0); }
static int first(const int *Row) { return Row[0]; }

static int answer(const std::string &Name) {
  static int BaseOk = sum(TableOk); // expect-benign: stateless-mutable-global "never written"
  auto It = CodesOk.find(Name);
  int Sum = It == CodesOk.end() ? BaseOk : It->second;
  for (int N : TableOk)
    Sum += N;
  for (const auto &[Key, Code] : CodesOk)
    Sum += Code + int(Key.size());
  Tariff Copy = TariffOk;
  Copy.step(0) = 5;
  std::string Text = HostOk + BannerOk;
  Text += AliasOk;
  return Sum + TableOk[1] + first(RowOk) + RowOk[2] + HandlerOk(2) + TariffOk.price() + TariffOk.step(1) +
         LimitOk.load() + MostOk + Defaults::LevelOk + int(Defaults::ModeOk.size() + Text.size());
}

int main() {
  httplib::Server App;
  App.Get("/answer", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = answer(Req.body); });
  return !App.listen(HostOk, PortOk);
}
