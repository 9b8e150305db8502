// args: -std=c++20 -isystem {fixtures}/include
// Holders that lend what is inside: through a lock, a proxy, to a lambda, or by a
// macro that declares a guard besides. What is done to the object inside decides,
// and its type tells what it is.
#include <QtCore/QGlobalStatic>
#include <absl/base/no_destructor.h>
#include <folly/Synchronized.h>
#include <httplib.h>
#include <map>
#include <string>
#include <vector>

struct Session {
  std::string User;
};
using Table = std::map<std::string, std::string>;
using SessionMap = std::map<std::string, Session>;

Q_GLOBAL_STATIC(SessionMap, qtSessionsBad) // expect: stateless-session-map "qtSessionsBad"
Q_GLOBAL_STATIC(std::vector<std::string>, qtLinesBad) // expect: stateless-mutable-global "'qtLinesBad' is written after start-up"
Q_GLOBAL_STATIC_WITH_ARGS(std::string, qtNameOk, ("name"))
Q_GLOBAL_STATIC(Table, qtTableOk)

static folly::Synchronized<Table> GuardedOk;
static folly::Synchronized<Table> LambdaOk;
static folly::Synchronized<Table> ReadForWritingOk;
static folly::Synchronized<std::map<std::string, Session>> SessionsBad; // expect: stateless-session-map "SessionsBad"
static folly::Synchronized<Table> WrittenBad; // expect: stateless-mutable-global "'WrittenBad' is written after start-up"
static folly::Synchronized<Table> LockedBad; // expect: stateless-mutable-global "'LockedBad' is written after start-up"
static folly::Synchronized<Table> LentBad; // expect: stateless-mutable-global "'LentBad' is written after start-up"
static folly::Synchronized<Table> SwappedBad; // expect: stateless-mutable-global "'SwappedBad' is written after start-up"

static Table &kept() {
  static absl::NoDestructor<Table> KeptOk;
  return *KeptOk;
}
static SessionMap &sessions() {
  static absl::NoDestructor<SessionMap> KeptBad; // expect: stateless-session-map "KeptBad"
  return *KeptBad;
}
static absl::NoDestructor<std::vector<int>> NumbersBad; // expect: stateless-mutable-global "'NumbersBad' is written after start-up"

int main() {
  kept().emplace("a", "b");
  qtTableOk->emplace("a", "b");
  GuardedOk.wlock()->emplace("a", "b");
  httplib::Server S;
  S.Get("/", [](const httplib::Request &Q, httplib::Response &R) {
    (*qtSessionsBad)[Q.body].User = Q.body;
    qtLinesBad->push_back(Q.body);
    std::string Text = *qtNameOk + std::to_string(qtNameOk->size() + qtTableOk->count(Q.body));
    Text += GuardedOk.rlock()->at("a");
    Text += LambdaOk.withRLock([](const Table &T) { return T.at("a"); });
    Text += std::to_string(ReadForWritingOk.wlock()->size());
    SessionsBad.wlock()->emplace(Q.body, Session{Q.body});
    (*WrittenBad.wlock())[Q.body] = "x";
    auto Lock = LockedBad.wlock();
    Lock->erase(Q.body);
    LentBad.withWLock([&](Table &T) { T.erase(Q.body); });
    Table Empty;
    SwappedBad.swap(Empty);
    Text += kept().at("a");
    sessions()[Q.body].User = Q.body;
    NumbersBad->push_back(1);
    R.set_content(Text, "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
