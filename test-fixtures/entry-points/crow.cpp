// args: -std=c++17 -isystem {fixtures}/include
// Crow: the path is an argument of the call before the one with the handler.
#include <chrono>
#include <crow.h>
#include <string>

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'/hits'" confidence proven
static int NumbersBad;  // expect: stateless-mutable-global "NumbersBad" "'/numbers/<int>'" confidence proven
static int PostsBad;    // expect: stateless-mutable-global "PostsBad" "written after start-up by 'Posts::operator()'" "'/posts'" confidence proven
static int DynamicBad;  // expect: stateless-mutable-global "DynamicBad" "'/dynamic'" confidence proven
static int ItemsBad;    // expect: stateless-mutable-global "ItemsBad" "'/items'" confidence proven
static int MissingBad;  // expect: stateless-mutable-global "MissingBad" "handler registered by 'crow::CatchallRule::operator()'" confidence proven
static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "'/chat'" confidence proven
static int OpenedBad;   // expect: stateless-mutable-global "OpenedBad" "'/chat'" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "the timer of 'crow::Crow::tick'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

struct Posts {
  crow::response operator()(const crow::request &) const {
    ++PostsBad;
    return crow::response(201);
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  crow::SimpleApp App;
  CROW_ROUTE(App, "/hits")
  ([] {
    ++HitsBad;
    return GreetingOk;
  });
  CROW_ROUTE(App, "/numbers/<int>")
      .name("numbers")
      .methods("POST"_method, "PUT"_method)([](const crow::request &, crow::response &Res, int N) {
        NumbersBad += N;
        Res.end();
      });
  CROW_ROUTE(App, "/posts").methods(crow::HTTPMethod::Post)(Posts());
  App.route_dynamic("/dynamic")([](const crow::request &) {
    ++DynamicBad;
    return crow::response(200);
  });
  CROW_CATCHALL_ROUTE(App)([](crow::response &Res) {
    ++MissingBad;
    Res.end();
  });
  // The prefix of a blueprint is not seen.
  crow::Blueprint Shop("shop");
  CROW_BP_ROUTE(Shop, "/items")([] {
    ++ItemsBad;
    return "items";
  });
  App.register_blueprint(Shop);
  CROW_WEBSOCKET_ROUTE(App, "/chat")
      .onopen([](crow::websocket::connection &) { ++OpenedBad; })
      .onmessage([](crow::websocket::connection &Connection, const std::string &Data, bool) {
        ++MessagesBad;
        Connection.send_text(Data);
      });
  App.tick(std::chrono::seconds(1), [] { ++TicksBad; });
  App.port(8080).multithreaded().run();
}
