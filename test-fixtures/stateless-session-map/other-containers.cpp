// args: -std=c++17 -isystem {fixtures}/include
// Keyed containers of other libraries: boost, absl, folly, tbb, Qt and more.
#include <QHash>
#include <QMap>
#include <QString>
#include <absl/container/flat_hash_map.h>
#include <boost/unordered_map.hpp>
#include <folly/container/F14Map.h>
#include <parallel_hashmap/phmap.h>
#include <robin_hood.h>
#include <string>
#include <tbb/concurrent_hash_map.h>
#include <tsl/robin_map.h>

struct Session {
  int Hits = 0;
};

static boost::unordered_map<int, Session> BoostBad;           // expect: stateless-session-map "BoostBad" confidence likely
static absl::flat_hash_map<int, Session> AbslBad;             // expect: stateless-session-map "AbslBad"
static folly::F14FastMap<int, Session> FollyBad;              // expect: stateless-session-map "FollyBad"
static folly::F14NodeMap<int, Session> FollyNodeBad;          // expect: stateless-session-map "FollyNodeBad"
static tbb::concurrent_hash_map<int, Session> TbbBad;         // expect: stateless-session-map "TbbBad"
static QHash<QString, Session> QHashBad;                      // expect: stateless-session-map "QHashBad"
static QMap<QString, Session> QMapBad;                        // expect: stateless-session-map "QMapBad"
static robin_hood::unordered_map<int, Session> RobinBad;      // expect: stateless-session-map "RobinBad"
static robin_hood::unordered_flat_map<int, Session> FlatBad;  // expect: stateless-session-map "FlatBad"
static phmap::flat_hash_map<int, Session> PhmapBad;           // expect: stateless-session-map "PhmapBad"
static phmap::parallel_flat_hash_map<int, Session> ParallelBad; // expect: stateless-session-map "ParallelBad"
static tsl::robin_map<int, Session> TslBad;                   // expect: stateless-session-map "TslBad"

// The same shapes without such names.
static absl::flat_hash_map<int, double> PricesBad; // expect: stateless-mutable-global "written by 'priceBad'"
static QHash<QString, int> ColoursBad;             // expect: stateless-mutable-global "ColoursBad"

// Never written: only asked.
static phmap::flat_hash_map<int, Session> AskedOk; // expect-benign: stateless-session-map "never written"
static QMap<QString, Session> AskedQtOk;           // expect-benign: stateless-session-map "never written"

void storeBad(int Id) {
  BoostBad[Id].Hits = 1;
  AbslBad.try_emplace(Id);
  FollyBad[Id].Hits++;
  FollyNodeBad.erase(Id);
  RobinBad[Id].Hits = 1;
  FlatBad.find(Id)->second.Hits = 1;
  PhmapBad.insert({Id, Session()});
  ParallelBad.clear();
  TslBad.emplace(Id, Session());
}

void storeConcurrentBad(int Id) {
  tbb::concurrent_hash_map<int, Session>::accessor Entry;
  TbbBad.insert(Entry, Id);
  Entry->second.Hits++;
}

void storeQtBad(const QString &Id) {
  QHashBad[Id].Hits++;
  QMapBad.insert(Id, Session());
}

void priceBad(int Id, const QString &Name) {
  PricesBad[Id] = 1.0;
  ColoursBad[Name] = 3;
}

bool askOk(int Id, const QString &Name) {
  return AskedOk.contains(Id) || AskedQtOk.contains(Name);
}

int localOk(int Id) {
  absl::flat_hash_map<int, Session> Mine;
  Mine[Id].Hits = 1;
  return Mine.at(Id).Hits;
}
