// args: -std=c++17 -isystem {fixtures}/include
#include "router.h"

void Router::add(const std::string &Path, Handler Fn) { Table[Path] = Fn; }
void Router::dispatch(const httplib::Request &Req, httplib::Response &Res) const {
  auto It = Table.find(Req.path);
  if (It == Table.end())
    Res.status = 404;
  else
    It->second(Req, Res);
}
void Router::mount(httplib::Server &App) const {
  for (const auto &[Path, Fn] : Table)
    App.Post(Path, Fn);
}
