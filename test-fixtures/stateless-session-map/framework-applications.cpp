// args: -std=c++17 -isystem {fixtures}/include
// Frameworks that keep a whole application for each user, and those where a
// configuration says where sessions are.
#include <Wt/WServer.h>
#include <cppcms/application.h>

//===-- Wt ----------------------------------------------------------------===//

std::unique_ptr<Wt::WApplication> makeApplication(const Wt::WEnvironment &);

int runBad(int Argc, char *Argv[]) {
  return Wt::WRun(Argc, Argv, &makeApplication); // expect: stateless-session-map "'Wt::WRun' keeps session data in the memory of this process" confidence likely
}

void entryPointsBad(Wt::WServer &Server) {
  Server.addEntryPoint(Wt::EntryPointType::Application, &makeApplication); // expect: stateless-session-map "'Wt::WServer::addEntryPoint' keeps session data"
  Server.addEntryPoint(Wt::EntryPointType::WidgetSet, &makeApplication, "/widget");
}

void resourceOk(Wt::WServer &Server, std::shared_ptr<Wt::WResource> Resource) {
  Server.addResource(Resource, "/api");
}

//===-- cppcms ------------------------------------------------------------===//

class Shop : public cppcms::application {
public:
  using cppcms::application::application;

  void loginBad() {
    session().set("user", "me"); // expect: stateless-session-map "'cppcms::session_interface::set' may keep session data" confidence possible
  }

  void cartBad() {
    session().set("items", 3); // expect: stateless-session-map "'cppcms::session_interface::set' may keep session data"
    session()["last"] = "a";
  }

  void pageBad() {
    if (!cache().fetch_page("home"))
      cache().store_page("home", 60); // expect: stateless-session-map "'cppcms::cache_interface::store_page' may keep cache data" confidence possible
  }

  void readsOk() {
    if (session().is_set("user"))
      response().out() << session().get("user");
    session().erase("user");
  }
};
