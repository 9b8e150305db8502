#ifndef ROUTER_H
#define ROUTER_H

#include <functional>
#include <map>
#include <string>
#include <utility>

struct Request {
  std::string Path;
  std::string Body;
};
struct Response {
  int Status = 200;
  std::string Body;
};
using Handler = std::function<Response(const Request &)>;

// No model knows it; what it calls is what its users gave to it.
class Router {
public:
  void on(const std::string &Path, Handler Handle) { Routes[Path] = std::move(Handle); }
  Response answer(const Request &Asked) const {
    auto It = Routes.find(Asked.Path);
    return It == Routes.end() ? Response{404, ""} : It->second(Asked);
  }

private:
  std::map<std::string, Handler> Routes;
};

void install(Router &Pages);
Request parse(const std::string &Text);

#endif
