// args: -std=c++17 -fdelayed-template-parsing
// Pistache, with its real headers: routes to functions and bound methods, and a
// handler of its own.
#include <memory>
#include <pistache/endpoint.h>
#include <pistache/router.h>
#include <string>

using namespace Pistache;

static int HitsBad;    // expect: stateless-mutable-global "HitsBad" "'GET /hits'" confidence proven
static int PostsBad;   // expect: stateless-mutable-global "PostsBad" "written after start-up by 'Api::post'" "'POST /posts'" confidence proven
static int AddedBad;   // expect: stateless-mutable-global "AddedBad" "written after start-up by 'added'" "'PUT /added'" confidence proven
static int MissingBad; // expect: stateless-mutable-global "MissingBad" "handler registered by 'Pistache::Rest::Routes::NotFound'" confidence proven
static int RawBad;     // expect: stateless-mutable-global "RawBad" "'Raw::onRequest'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void added(const Rest::Request &, Http::ResponseWriter Response) {
  ++AddedBad;
  Response.send(Http::Code::Ok);
}

class Api {
public:
  void post(const Rest::Request &, Http::ResponseWriter Response) {
    ++PostsBad;
    ++Posts;
    Response.send(Http::Code::Created);
  }

private:
  int Posts = 0;
};

class Raw : public Http::Handler {
public:
  HTTP_PROTOTYPE(Raw)
  void onRequest(const Http::Request &, Http::ResponseWriter Response) override {
    ++RawBad;
    Response.send(Http::Code::Ok, GreetingOk);
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Rest::Router Router;
  Api TheApiBad; // expect: stateless-mutable-global "TheApiBad" "Posts" "'POST /posts'" confidence proven
  Rest::Routes::Get(Router, "/hits", [](const Rest::Request &, Http::ResponseWriter Response) {
    ++HitsBad;
    Response.send(Http::Code::Ok, GreetingOk);
    return Rest::Route::Result::Ok;
  });
  Rest::Routes::Post(Router, "/posts", Rest::Routes::bind(&Api::post, &TheApiBad));
  Router.addRoute(Http::Method::Put, "/added", Rest::Routes::bind(&added));
  Rest::Routes::NotFound(Router, [](const Rest::Request &, Http::ResponseWriter Response) {
    ++MissingBad;
    Response.send(Http::Code::Not_Found);
    return Rest::Route::Result::Ok;
  });

  Http::Endpoint Plain(Address("127.0.0.1:8081"));
  Plain.init(Http::Endpoint::options().threads(1));
  Plain.setHandler(Http::make_handler<Raw>());

  Http::Endpoint Endpoint(Address("127.0.0.1:8080"));
  Endpoint.init(Http::Endpoint::options().threads(2));
  Endpoint.setHandler(Router.handler());
  Plain.serveThreaded();
  Endpoint.serve();
}
