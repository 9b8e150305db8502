//===- http.h - As much of HTTP as the example needs -----------*- C++ -*-===//
//
// A request line with a cookie and a body on stdin, a response on stdout: the
// example stays a program that compiles and runs without a network. It knows
// no route.
//
//===----------------------------------------------------------------------===//
#ifndef SHOP_HTTP_H
#define SHOP_HTTP_H

#include <functional>
#include <map>
#include <string>

namespace shop {

struct Request {
  std::string Path;
  std::string Cookie;
  std::string Body;
};

struct Response {
  int Status = 200;
  std::string Body;
};

using Handler = std::function<Response(const Request &)>;

/// Routes are registered before serving and only read after that.
class Router {
public:
  void on(const std::string &Path, Handler Handle) {
    Routes[Path] = std::move(Handle);
  }

  Response answer(const Request &Asked) const {
    auto It = Routes.find(Asked.Path);
    return It == Routes.end() ? Response{404, "no such page"}
                              : It->second(Asked);
  }

private:
  std::map<std::string, Handler> Routes;
};

} // namespace shop

#endif
