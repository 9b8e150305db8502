// args: -std=c++17 -isystem {fixtures}/include
// Wt: resources, the function that makes a session's application, and slots.
#include <Wt/WServer.h>
#include <memory>
#include <string>

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'Hits::handleRequest'" confidence proven
static int SessionsBad; // expect: stateless-mutable-global "SessionsBad" "'/app'" confidence proven
static int ClicksBad;   // expect: stateless-mutable-global "ClicksBad" "written after start-up by 'HitApplication::click'" "handler registered by 'Wt::EventSignal::connect'" confidence proven
static int LambdaBad;   // expect: stateless-mutable-global "LambdaBad" "handler registered by 'Wt::EventSignal::connect'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Hits : public Wt::WResource {
public:
  ~Hits() override { beingDeleted(); }
  void handleRequest(const Wt::Http::Request &, Wt::Http::Response &Response) override {
    ++HitsBad;
    Response.out() << GreetingOk;
  }
};

class HitApplication : public Wt::WApplication {
public:
  explicit HitApplication(const Wt::WEnvironment &Environment) : WApplication(Environment) {
    auto *Button = root()->addNew<Wt::WPushButton>("Hit");
    Button->clicked().connect(this, &HitApplication::click);
    Button->clicked().connect([] { ++LambdaBad; });
  }

private:
  void click() {
    ++ClicksBad;
    ++Clicks;
  }
  int Clicks = 0; // of one session, which sticky sessions keep; not the process'
};

static std::unique_ptr<Wt::WApplication> create(const Wt::WEnvironment &Environment) {
  ++SessionsBad;
  return std::make_unique<HitApplication>(Environment);
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Wt::WServer Server(Argc, Argv);
  Server.addResource(std::make_shared<Hits>(), "/hits");
  Server.addEntryPoint(Wt::EntryPointType::Application, &create, "/app"); // expect: stateless-session-map "keeps session data"
  Server.run();
}
