// args: -std=c++17 -isystem {fixtures}/include
// The folder for uploads is set in one unit, and files are saved in another:
// what has no absolute name lies below it.
#include "uploads.h"

using namespace drogon;

int main() {
  app().setUploadPath("/tmp/shop");
  app().registerHandler("/avatar", [](const HttpRequestPtr &Req, Reply &&Done) {
    saveAvatar(Req);
    Done(HttpResponse::newHttpResponse());
  });
  app().registerHandler("/cv", [](const HttpRequestPtr &Req, Reply &&Done) {
    saveCv(Req);
    Done(HttpResponse::newHttpResponse());
  });
  app().addListener("0.0.0.0", 8080).run();
}
