// args: -std=c++17 -isystem {fixtures}/include
// A configuration file may set the folder for uploads, too.
#include <drogon/drogon.h>

using namespace drogon;
using Reply = std::function<void(const HttpResponsePtr &)>;

int main() {
  app().loadConfigFile("shop.json");
  app().registerHandler("/avatar", [](const HttpRequestPtr &Req, Reply &&Done) {
    MultiPartParser Parser;
    Parser.parse(Req);
    Parser.getFiles()[0].save(); // expect: stateless-local-file-write "a configurable path" confidence possible
    Parser.getFiles()[0].saveAs("/tmp/avatar"); // expect-benign: stateless-local-file-write "writable root"
    Done(HttpResponse::newHttpResponse());
  });
  app().addListener("0.0.0.0", 8080).run();
}
