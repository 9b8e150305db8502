// Every kind of static storage that a session map can have.
#include <map>
#include <string>
#include <unordered_map>

struct Session {
  std::string Name;
  int Hits = 0;
};

std::map<std::string, Session> GlobalBad; // expect: stateless-session-map "GlobalBad" confidence likely

static std::unordered_map<std::string, Session> StaticBad; // expect: stateless-session-map "session"

namespace app {
namespace {
std::unordered_map<int, Session> AnonymousBad; // expect: stateless-session-map "AnonymousBad"
} // namespace
} // namespace app

// Declared here, defined below: one finding, at the definition.
extern std::map<int, Session> ExternBad;
std::map<int, Session> ExternBad; // expect: stateless-session-map "written by 'storeExternBad'"

inline std::map<int, Session> InlineBad; // expect: stateless-session-map "InlineBad"

thread_local std::map<int, Session> ThreadBad; // expect: stateless-session-map "ThreadBad"

class Server {
public:
  static void storeBad(int Id) {
    InClassBad[Id].Hits = 1;
    OutOfClassBad[Id].Hits = 1;
  }

private:
  inline static std::map<int, Session> InClassBad; // expect: stateless-session-map "Server::InClassBad"
  static std::map<int, Session> OutOfClassBad;
};
std::map<int, Session> Server::OutOfClassBad; // expect: stateless-session-map "Server::OutOfClassBad"

template <class T> class Registry {
public:
  static void storeBad(int Id, T Value) { ByIdBad[Id] = Value; }

private:
  inline static std::map<int, T> ByIdBad; // expect: stateless-session-map "ByIdBad"
};

// The leaky idiom: never destroyed, as long-lived as the process.
static auto &LeakyBad = *new std::unordered_map<std::string, Session>; // expect: stateless-session-map "LeakyBad"

static std::map<int, Session> *const PointerBad = new std::map<int, Session>; // expect: stateless-session-map "PointerBad"

void storeBad(const std::string &Id) {
  GlobalBad[Id].Hits++;
  StaticBad[Id].Hits++;
  LeakyBad[Id].Hits++;
}

void storeExternBad(int Id) { ExternBad[Id] = Session(); }

void storeOthersBad(int Id) {
  app::AnonymousBad.erase(Id);
  InlineBad.emplace(Id, Session());
  ThreadBad[Id].Hits = 2;
  (*PointerBad)[Id].Hits = 3;
  Registry<Session>::storeBad(Id, Session());
}

int localStaticBad(int Id) {
  static std::map<int, Session> CallersBad; // expect: stateless-session-map "CallersBad"
  return ++CallersBad[Id].Hits;
}

// An accessor hands the map out; whoever calls it may write.
std::map<int, Session> &accessorBad() {
  static std::map<int, Session> HandedOutBad; // expect: stateless-session-map "HandedOutBad"
  return HandedOutBad;
}
void throughAccessorBad(int Id) { accessorBad().erase(Id); }

// The same places, only read.
namespace app {
namespace {
std::map<int, Session> AnonymousOk; // expect-benign: stateless-session-map "never written"
} // namespace
} // namespace app
static thread_local std::map<int, Session> ThreadOk; // expect-benign: stateless-session-map "never written"
const std::map<int, Session> GlobalOk = {};          // expect-benign: stateless-session-map "constant"

class Reader {
public:
  static bool knowsOk(int Id) { return MemberOk.count(Id) != 0; }

private:
  inline static const std::map<int, Session> MemberOk = {{1, Session()}}; // expect-benign: stateless-session-map "constant"
};

bool askOk(int Id) {
  static const std::map<int, Session> LocalOk = {{1, Session()}}; // expect-benign: stateless-session-map "constant"
  return app::AnonymousOk.count(Id) || ThreadOk.count(Id) || GlobalOk.count(Id) || LocalOk.count(Id);
}

int localMapOk(int Id) {
  std::map<int, Session> Mine;
  Mine[Id].Hits = 1;
  return static_cast<int>(Mine.size());
}
