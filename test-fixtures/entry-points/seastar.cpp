// args: -isystem {fixtures}/include
// Seastar: handlers are objects behind routes. What the program is started with
// runs once in the reactor; serving begins when the server listens.
#include <memory>
#include <seastar/core/app-template.hh>
#include <seastar/http/function_handlers.hh>
#include <seastar/http/httpd.hh>

using namespace seastar;

static int HitsBad;   // expect: stateless-mutable-global "HitsBad" "'GET /hits'" confidence proven
static int PostsBad;  // expect: stateless-mutable-global "PostsBad" "written after start-up by 'post'" "'POST /posts'" confidence proven
static int ObjectBad; // expect: stateless-mutable-global "ObjectBad" "'Count::handle'" confidence proven
static sstring GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"
static int RoutesOk;       // expect-benign: stateless-mutable-global "written only at start-up"

static future<std::unique_ptr<http::reply>> post(std::unique_ptr<http::request>, std::unique_ptr<http::reply> Reply) {
  ++PostsBad;
  return make_ready_future<std::unique_ptr<http::reply>>(std::move(Reply));
}

class Count : public httpd::handler_base {
public:
  future<std::unique_ptr<http::reply>> handle(const sstring &, std::unique_ptr<http::request>,
                                              std::unique_ptr<http::reply> Reply) override {
    ++ObjectBad;
    return make_ready_future<std::unique_ptr<http::reply>>(std::move(Reply));
  }
};

static void setRoutes(httpd::routes &R) {
  R.add(httpd::operation_type::GET, httpd::url("/hits"), new httpd::function_handler(
                                                              [](httpd::const_req) {
                                                                ++HitsBad;
                                                                return GreetingOk;
                                                              },
                                                              "txt"));
  R.put(httpd::operation_type::POST, "/posts", new httpd::function_handler(post, "txt"));
  R.put(httpd::operation_type::GET, "/count", new Count());
  RoutesOk = 3;
}

int main(int Argc, char **Argv) {
  app_template App;
  httpd::http_server_control Server;
  return App.run(Argc, Argv, [&] {
    GreetingOk = "hello";
    return Server.start().then([&] { return Server.set_routes(setRoutes); }).then([&] {
      return Server.listen(socket_address(8080));
    });
  });
}
