// The keyed containers of the standard library, and arrays indexed by an id.
#include <array>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

struct Session {
  int Hits = 0;
};
struct CartItem {
  int Article = 0;
};

static std::map<int, Session> MapBad; // expect: stateless-session-map "session"
static std::multimap<int, Session> MultimapBad; // expect: stateless-session-map "MultimapBad"
static std::unordered_map<int, Session> HashBad; // expect: stateless-session-map "HashBad"
static std::unordered_multimap<int, Session> HashMultiBad; // expect: stateless-session-map "HashMultiBad"
static std::set<std::string> RevokedTokensBad; // expect: stateless-session-map "token"
static std::unordered_set<std::string> LoginsBad; // expect: stateless-session-map "LoginsBad"
static std::map<int, std::unique_ptr<Session>> UniqueBad; // expect: stateless-session-map "UniqueBad"
static std::map<int, std::shared_ptr<Session>> SharedBad; // expect: stateless-session-map "SharedBad"
static std::map<int, Session *> RawBad; // expect: stateless-session-map "RawBad"
static std::map<int, std::vector<CartItem>> ListsBad; // expect: stateless-session-map "cart"
static std::map<int, std::map<int, Session>> NestedBad; // expect: stateless-session-map "NestedBad"
static std::array<Session, 64> ArrayBad; // expect: stateless-session-map "ArrayBad"
static Session SlotsBad[64]; // expect: stateless-session-map "SlotsBad"
static Session *SlotPointersBad[64]; // expect: stateless-session-map "SlotPointersBad"
static std::vector<Session> VectorBad(64); // expect: stateless-session-map "VectorBad"

void storeBad(int Id) {
  MapBad[Id].Hits = 1;
  MultimapBad.emplace(Id, Session());
  HashBad.insert({Id, Session()});
  HashMultiBad.insert({Id, Session()});
  UniqueBad[Id] = std::make_unique<Session>();
  SharedBad[Id] = std::make_shared<Session>();
  RawBad[Id] = nullptr;
  ListsBad[Id].push_back(CartItem());
  NestedBad[Id][1].Hits++;
}

void storeNamesBad(const std::string &Name) {
  RevokedTokensBad.insert(Name);
  LoginsBad.insert(Name);
}

void storeSlotsBad(int Id) {
  ArrayBad[Id].Hits++;
  SlotsBad[Id].Hits = 1;
  SlotPointersBad[Id] = nullptr;
  VectorBad[Id].Hits = 1;
}

// The same shapes, only read.
static std::multimap<int, Session> MultimapOk;         // expect-benign: stateless-session-map "never written"
static std::set<std::string> KnownTokensOk;            // expect-benign: stateless-session-map "never written"
static std::unordered_map<int, Session> HashOk;        // expect-benign: stateless-session-map "never written"
static const std::set<std::string> ReservedTokensOk = {"a", "b"}; // expect-benign: stateless-session-map "constant"
static const std::array<Session, 2> DefaultsOk = {};
static const std::vector<Session> TemplatesOk(4);

bool askOk(int Id, const std::string &Name) {
  return MultimapOk.count(Id) || KnownTokensOk.find(Name) != KnownTokensOk.end() || HashOk.count(Id) ||
         ReservedTokensOk.count(Name) || DefaultsOk[0].Hits || TemplatesOk[0].Hits;
}

int localOk(int Id) {
  std::unordered_map<int, Session> Mine;
  std::array<Session, 4> Slots;
  std::vector<Session> Row(4);
  Slots[0].Hits = Row[1].Hits = ++Mine[Id].Hits;
  return Slots[0].Hits;
}

// Not keyed, or not state of a user: plain mutable state.
static Session CurrentBad; // expect: stateless-mutable-global "written by 'touchBad'"
static int HitsBad[64]; // expect: stateless-mutable-global "HitsBad"
static std::map<int, int> CountBad; // expect: stateless-mutable-global "CountBad"

void touchBad(int Id) {
  CurrentBad.Hits++;
  HitsBad[Id]++;
  CountBad[Id]++;
}
