// Where the telling name can stand: key, value, variable, field, class, alias.
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

struct UserId {
  int Value = 0;
  bool operator<(const UserId &O) const { return Value < O.Value; }
};
enum class SessionState { New, Old };
struct ShoppingCart {
  int Total = 0;
};
struct AccessToken {
  std::string Text;
};
struct ClientConnection {
  int Socket = -1;
};
struct Entry {
  int Value = 0;
};

using SessionId = std::string;
typedef std::unordered_map<std::string, Entry> LoginTable;
using Tokens = std::map<int, std::string>;
template <class V> using ByUser = std::map<std::string, V>;

static std::map<UserId, Entry> KeyClassBad;                    // expect: stateless-session-map "user"
static std::map<SessionId, int> KeyAliasBad;                   // expect: stateless-session-map "session"
static std::map<int, ShoppingCart> ValueClassBad;              // expect: stateless-session-map "cart"
static std::map<int, AccessToken> ValueWordsBad;               // expect: stateless-session-map "token"
static std::map<int, SessionState> ValueEnumBad;               // expect: stateless-session-map "session"
static std::map<int, std::shared_ptr<ClientConnection>> OpenBad; // expect: stateless-session-map "OpenBad"
static LoginTable TypedefBad;                                  // expect: stateless-session-map "TypedefBad"
static Tokens AliasBad;                                        // expect: stateless-session-map "token"
static ByUser<Entry> AliasTemplateBad;                         // expect: stateless-session-map "AliasTemplateBad"
static std::map<int, Entry> g_active_sessions_bad;             // expect: stateless-session-map "g_active_sessions_bad"
static std::map<int, Entry> cartByIdBad;                       // expect: stateless-session-map "cart"
static std::map<int, Entry> CSRFTokensBad;                     // expect: stateless-session-map "token"
static std::map<int, Entry> LOGGED_IN_USERS_BAD;               // expect: stateless-session-map "LOGGED_IN_USERS_BAD"

namespace web {
struct Session {
  int Hits = 0;
};
} // namespace web
static std::unordered_map<int, web::Session> QualifiedBad; // expect: stateless-session-map "session"

// The same names, only read.
static std::map<UserId, Entry> KeyClassOk;                                 // expect-benign: stateless-session-map "never written"
static LoginTable TypedefOk;                                               // expect-benign: stateless-session-map "never written"
static std::map<int, Entry> g_active_sessions_ok;                          // expect-benign: stateless-session-map "never written"
static const std::map<int, ShoppingCart> DefaultsOk = {{1, ShoppingCart()}}; // expect-benign: stateless-session-map "constant"
static const Tokens AliasOk = {{1, "one"}};                                // expect-benign: stateless-session-map "constant"

bool askOk(int Id, const std::string &Name) {
  return KeyClassOk.count(UserId{Id}) || TypedefOk.count(Name) || g_active_sessions_ok.count(Id) ||
         DefaultsOk.count(Id) || AliasOk.count(Id);
}

void localOk(int Id, const std::string &Name) {
  LoginTable Mine;
  Mine[Name].Value = 1;
  Tokens Texts;
  Texts[Id] = Name;
  ByUser<Entry> Users;
  Users[Name].Value = Id;
}

// The class that holds the field speaks for it.
class SessionStore {
public:
  void put(const std::string &Id, const std::string &Text) { DataBad[Id] = Text; }

private:
  std::map<std::string, std::string> DataBad; // expect: stateless-session-map "DataBad"
};
static SessionStore Store;

class Backend {
public:
  void put(int Id) { CartsBad[Id] = 1; }

private:
  std::map<int, int> CartsBad; // expect: stateless-session-map "cart"
};
static Backend TheBackend;

void storeBad(int Id, const std::string &Name) {
  KeyClassBad[UserId{Id}].Value = 1;
  KeyAliasBad[Name] = 1;
  ValueClassBad[Id].Total = 1;
  ValueWordsBad[Id].Text = Name;
  ValueEnumBad[Id] = SessionState::Old;
  OpenBad[Id] = std::make_shared<ClientConnection>();
  TypedefBad[Name].Value = 1;
  AliasBad[Id] = Name;
  AliasTemplateBad[Name].Value = 1;
  QualifiedBad[Id].Hits = 1;
  Store.put(Name, Name);
  TheBackend.put(Id);
}

void storeNamedBad(int Id) {
  g_active_sessions_bad[Id].Value = 1;
  cartByIdBad[Id].Value = 1;
  CSRFTokensBad[Id].Value = 1;
  LOGGED_IN_USERS_BAD.erase(Id);
}
