// args: -std=c++17 -isystem {fixtures}/include
// Sessions that a framework keeps in the memory of the process: the finding
// stands at the project's first call that puts something in.
#include <crow/middlewares/session.h>
#include <drogon/drogon.h>
#include <httpserver/httpsession.h>
#include <lithium_http_backend.hh>

using namespace drogon;
using Reply = std::function<void(const HttpResponsePtr &)>;

//===-- Drogon ------------------------------------------------------------===//

void loginBad(const HttpRequestPtr &Req) {
  Req->session()->insert("user", Req->getParameter("name")); // expect: stateless-session-map "'drogon::Session::insert' keeps session data in the memory of this process" confidence likely
}

// One finding of a function, whatever it puts in.
void severalBad(const HttpRequestPtr &Req) {
  const SessionPtr &Session = Req->getSession();
  Session->insert("items", 1); // expect: stateless-session-map "'drogon::Session::insert'" "also kept by 'drogon::Session::modify'"
  Session->modify<int>("items", [](int &Items) { ++Items; });
}

// Twice at one place for the tool, once for the reader.
template <typename T> void rememberBad(const HttpRequestPtr &Req, T Value) {
  Req->session()->insert("value", Value); // expect: stateless-session-map "'drogon::Session::insert'"
}
void rememberBoth(const HttpRequestPtr &Req) {
  rememberBad(Req, 1);
  rememberBad(Req, 2L);
}

void routesBad(HttpAppFramework &App) {
  App.registerHandler("/login", [](const HttpRequestPtr &Req, Reply &&Done) {
    Req->session()->insert("user", Req->getParameter("name")); // expect: stateless-session-map ", on '/login'"
    Done(HttpResponse::newHttpResponse());
  });
}

void readsOk(const HttpRequestPtr &Req) {
  if (Req->session()->find("user"))
    (void)Req->session()->get<int>("items");
  Req->session()->erase("user");
}

void attributesOk(const HttpRequestPtr &Req) {
  Req->attributes()->insert("user", 1); // As long as the request.
}

void enabledOk(HttpAppFramework &App) { App.enableSession(3600); }

//===-- Crow --------------------------------------------------------------===//

using Memory = crow::SessionMiddleware<crow::InMemoryStore>;
using Files = crow::SessionMiddleware<crow::FileStore>;

// A store of the project, in front of a database that all replicas share.
struct RedisStore {};
using Redis = crow::SessionMiddleware<RedisStore>;

void setBad(crow::App<Memory> &App, const crow::request &Req) {
  App.get_context<Memory>(Req).set("user", Req.body); // expect: stateless-session-map "'crow::SessionMiddleware::context::set' keeps session data"
}

void applyBad(crow::App<Memory> &App, const crow::request &Req) {
  Memory::context &Session = App.get_context<Memory>(Req);
  Session.apply("visits", [](int Visits) { return Visits + 1; }); // expect: stateless-session-map "'crow::SessionMiddleware::context::apply'"
}

template <typename Session>
void setInAny(typename Session::context &Into) {
  Into.set("user", 1); // expect: stateless-session-map "'crow::SessionMiddleware::context::set'"
}
void anyBad(crow::App<Memory> &App, const crow::request &Req) {
  setInAny<Memory>(App.get_context<Memory>(Req));
}

void getOk(crow::App<Memory> &App, const crow::request &Req) {
  Memory::context &Session = App.get_context<Memory>(Req);
  (void)Session.get<std::string>("user");
  (void)Session.string("user");
  Session.remove("user");
}

void redisOk(crow::App<Redis> &App, const crow::request &Req) {
  App.get_context<Redis>(Req).set("user", Req.body);
}

void redisAppOk() {
  crow::App<Redis> App{Redis{crow::CookieParser::Cookie("sid"), 16, RedisStore{}}};
  (void)App;
}

// What it writes are files; see where the store is made.
void filesOk(crow::App<Files> &App, const crow::request &Req) {
  App.get_context<Files>(Req).set("user", Req.body);
}

//===-- QtWebApp ----------------------------------------------------------===//

void qtSetBad(stefanfrings::HttpSession &Session) {
  Session.set("user", "me"); // expect: stateless-session-map "'stefanfrings::HttpSession::set' keeps session data"
}

void qtReadOk(stefanfrings::HttpSession &Session) {
  if (Session.contains("user"))
    (void)Session.get("user");
  Session.remove("user");
}

//===-- Lithium -----------------------------------------------------------===//

struct Database {};

void lithiumBad() {
  auto Sessions = li::hashmap_http_session("cookie", 1); // expect: stateless-session-map "'li::hashmap_http_session' keeps session data"
  (void)Sessions;
}

void lithiumOk(Database &Db) {
  auto Sessions = li::sql_http_session(Db, "sessions", "cookie", 1);
  (void)Sessions;
}

// A class of the project by a name that a framework has, too.
namespace app {
class Session {
public:
  void insert(const std::string &Key, int Value);
};
} // namespace app
void ownClassOk(app::Session &Session) { Session.insert("a", 1); }
