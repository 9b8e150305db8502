// `map[key]` puts in an empty element where the key is missing. Nobody can tell
// the two apart who only asks by such subscripts; who counts, searches or goes
// through the keys can, and so can who writes what was put in.
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

using httplib::Request;
using httplib::Response;
using Texts = std::map<std::string, std::string>;

//===-- Nobody can tell ---------------------------------------------------===//

static Texts MimeOk = {{".html", "text/html"}}; // expect-benign: stateless-mutable-global "never written"
static std::unordered_map<int, std::vector<int>> ListsOk; // expect-benign: stateless-mutable-global "never written"
static std::map<std::string, std::unique_ptr<int>> OwnedOk; // expect-benign: stateless-mutable-global "never written"
// Start-up looks at all of it.
static std::map<std::string, int> CheckedOk; // expect-benign: stateless-mutable-global "written only at start-up"

namespace {
struct Book {
  static Texts TagsOk;
  std::string title(const std::string &Tag) { return TagsOk[Tag]; }
};
Texts Book::TagsOk; // expect-benign: stateless-mutable-global "written only at start-up"
} // namespace

class Catalogue {
  std::map<std::string, int> PricesOk;
  Texts NamesBad;

public:
  void load(const std::string &Name, int Price) { PricesOk[Name] = Price; }
  int price(const std::string &Name) { return PricesOk[Name]; }
  const std::string &name(const std::string &Of) { return NamesBad[Of]; }
  bool knows(const std::string &Of) const { return NamesBad.count(Of) != 0; }
};
static Catalogue Shelf; // expect: stateless-mutable-global "'name'"

// All that a map of maps holds is one element to the analysis.
static std::map<std::string, Texts> FP_Nested; // expect: stateless-mutable-global "is written after start-up"

struct Price {
  int Cents;
  std::string Unit;
  std::vector<int> Past;
};
// The values of initialisers are not looked at.
struct Weight {
  int Grams = 0;
};
static std::map<std::string, Weight> FP_Initialized; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, Price> PlainOk; // expect-benign: stateless-mutable-global "never written"

//===-- Each element that is put in is another one ------------------------===//

struct Draw {
  int Value = rand();
};
struct Ticket {
  static int NextBad;
  int Number;
  Ticket() : Number(++NextBad) {}
};
int Ticket::NextBad; // expect: stateless-mutable-global "each change builds on the last"
struct Visit {
  time_t Since;
  Visit() { Since = time(nullptr); }
};
struct Outer {
  std::vector<int> Before;
  Draw Inside;
};
struct Derived : Draw {};
struct Several {
  Draw All[2][3];
};
template <typename T> struct Box {
  T Value = rand();
};
static std::map<std::string, Several> ArrayBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, Box<int>> BoxedBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, Draw> DrawnBad;   // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, Ticket> NumberedBad; // expect: stateless-mutable-global "is written after start-up"
static std::unordered_map<std::string, Visit> DatedBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, Outer> DeepBad;    // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, Derived> BaseBad;  // expect: stateless-mutable-global "is written after start-up"

//===-- Somebody can ------------------------------------------------------===//

static std::map<std::string, int> CountedBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, int> SearchedBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, int> ListedBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, int> CopiedBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, int> LentBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, int> WrittenBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, int> RaisedBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, std::vector<int>> GrownBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, Texts> InnerBad; // expect: stateless-mutable-global "is written after start-up"
static std::map<std::string, int> SavedBad; // expect: stateless-mutable-global "is written after start-up"
// What a reference was taken of is written by it.
static std::map<std::string, int> ReferredBad; // expect: stateless-mutable-global "is written after start-up"

size_t sizeOf(const std::map<std::string, int> &Of);
static int sum(const std::map<std::string, int> &Of) {
  int Sum = 0;
  for (const auto &[Name, Number] : Of)
    Sum += Number;
  return Sum;
}
static int &slot(const std::string &Name) { return ReferredBad[Name]; }

static int ask(const Request &Q) {
  const std::string Key = Q.get_param_value("key");
  Book Any;
  int N = static_cast<int>(MimeOk[Key].size() + ListsOk[Key.size()].size() +
                           FP_Nested[Key]["x"].size() + Any.title(Key).size());
  N += OwnedOk[Key] != nullptr;
  N += CheckedOk[Key] + Shelf.price(Key) + Shelf.name(Key).size();
  N += CountedBad[Key] + SearchedBad[Key] + ListedBad[Key] + CopiedBad[Key];
  N += LentBad[Key] + SavedBad[Key];
  N += FP_Initialized[Key].Grams + PlainOk[Key].Cents + DrawnBad[Key].Value + NumberedBad[Key].Number;
  N += DatedBad[Key].Since + DeepBad[Key].Inside.Value + BaseBad[Key].Value;
  N += ArrayBad[Key].All[0][0].Value + BoxedBad[Key].Value;
  WrittenBad[Key] = N;
  ++RaisedBad[Key];
  GrownBad[Key].push_back(N);
  InnerBad[Key]["x"] = Key;
  slot(Key) = N;
  return N;
}

static void tell(Response &S) {
  std::map<std::string, int> Copy = CopiedBad;
  bool Has = SearchedBad.find("a") != SearchedBad.end() || Shelf.knows("a");
  S.set_content(std::to_string(CountedBad.size() + sum(ListedBad) +
                               sizeOf(LentBad) + Copy.size() + Has +
                               WrittenBad["a"] + RaisedBad["b"]),
                "text/plain");
}

int main() {
  for (const char *Name : {"a", "b"}) {
    Book::TagsOk[Name] = Name;
    CheckedOk[Name] = 1;
    Shelf.load(Name, 2);
  }
  if (CheckedOk.size() != 2)
    return 1;
  httplib::Server Server;
  Server.Get("/ask", [](const Request &Q, Response &S) {
    S.set_content(std::to_string(ask(Q)), "text/plain");
  });
  Server.Get("/tell", [](const Request &, Response &S) { tell(S); });
  Server.listen("127.0.0.1", 8080);
  // What is put in empty is saved.
  std::ofstream Out("/tmp/saved");
  for (const auto &[Name, Number] : SavedBad)
    Out << Name << Number;
}
