// args: -std=c++17 -isystem {fixtures}/include
// Nothing sets the folder for uploads: it is the framework's own.
#include "avatars.h"

using namespace drogon;

int main() {
  app().registerHandler("/avatar", [](const HttpRequestPtr &Req, Reply &&Done) {
    saveAvatar(Req);
    Done(HttpResponse::newHttpResponse());
  });
  app().addListener("0.0.0.0", 8080).run();
}
