// args: -std=c++17 -isystem {fixtures}/include
// restbed: the path is given to the resource, the method with the handler.
#include <functional>
#include <memory>
#include <restbed>
#include <string>

using SessionPtr = std::shared_ptr<restbed::Session>;

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'GET /hits'" confidence proven
static int PostsBad;    // expect: stateless-mutable-global "PostsBad" "written after start-up by 'post'" "'POST /hits'" confidence proven
static int BytesBad;    // expect: stateless-mutable-global "BytesBad" "'POST /hits'" confidence proven
static int FilteredBad; // expect: stateless-mutable-global "FilteredBad" "'PUT /items'" confidence proven
static int MissingBad;  // expect: stateless-mutable-global "MissingBad" "handler registered by 'restbed::Service::set_not_found_handler'" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "the timer of 'restbed::Service::schedule'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void post(const SessionPtr Session) {
  ++PostsBad;
  const auto Request = Session->get_request();
  Session->fetch(Request->get_header("Content-Length", 0), [](const SessionPtr S, const restbed::Bytes &Body) {
    BytesBad += int(Body.size());
    S->close(restbed::OK);
  });
}

class Items {
public:
  void put(const SessionPtr Session) {
    ++FilteredBad;
    ++Puts;
    Session->close(restbed::OK);
  }

private:
  int Puts = 0;
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  auto Hits = std::make_shared<restbed::Resource>();
  Hits->set_path("/hits");
  Hits->set_method_handler("GET", [](const SessionPtr Session) {
    ++HitsBad;
    Session->close(restbed::OK, GreetingOk);
  });
  Hits->set_method_handler("POST", post);

  Items TheItemsBad; // expect: stateless-mutable-global "TheItemsBad" "Puts" "'PUT /items'" confidence proven
  auto Second = std::make_shared<restbed::Resource>();
  Second->set_path("/items");
  Second->set_method_handler("PUT", {{"Accept", "text/plain"}},
                             std::bind(&Items::put, &TheItemsBad, std::placeholders::_1));

  restbed::Service Service;
  Service.publish(Hits);
  Service.publish(Second);
  Service.set_not_found_handler([](const SessionPtr Session) {
    ++MissingBad;
    Session->close(404);
  });
  Service.schedule([] { ++TicksBad; }, std::chrono::seconds(1));
  Service.start(std::make_shared<restbed::Settings>());
}
