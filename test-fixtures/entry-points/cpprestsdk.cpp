// args: -std=c++17
// C++ REST SDK, with its real headers: a handler per method. The path is part of
// the listener's address. It serves from open on, while main waits for a line.
#include <cpprest/http_listener.h>
#include <functional>
#include <iostream>
#include <string>

using namespace web::http;
using experimental::listener::http_listener;

static int HitsBad;   // expect: stateless-mutable-global "HitsBad" "handler registered by 'web::http::experimental::listener::http_listener::support'" confidence proven
static int PostsBad;  // expect: stateless-mutable-global "PostsBad" "written after start-up by 'Api::post'" "handler registered by 'web::http::experimental::listener::http_listener::support'" confidence proven
static int OthersBad; // expect: stateless-mutable-global "OthersBad" "written after start-up by 'other'" "handler registered by 'web::http::experimental::listener::http_listener::support'" confidence proven
static int BodiesBad; // expect: stateless-mutable-global "BodiesBad"
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void other(http_request Request) {
  ++OthersBad;
  Request.reply(status_codes::MethodNotAllowed);
}

class Api {
public:
  void post(http_request Request) {
    ++PostsBad;
    Request.extract_string().then([Request](const std::string &Body) {
      BodiesBad += int(Body.size());
      Request.reply(status_codes::Created);
    });
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  http_listener Listener("http://127.0.0.1:8080/hits");
  Api TheApi;
  Listener.support(methods::GET, [](http_request Request) {
    ++HitsBad;
    Request.reply(status_codes::OK, GreetingOk);
  });
  Listener.support(methods::POST, std::bind(&Api::post, &TheApi, std::placeholders::_1));
  Listener.support(other);
  Listener.open().wait();
  std::string Line;
  std::getline(std::cin, Line);
  Listener.close().wait();
}
