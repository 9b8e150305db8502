// args: -std=c++20 -isystem {fixtures}/include
// Pointers that containers, arrays and fields of elements keep: what is written
// through them at the end is state, not the container.
#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

static int ByArrayBad;   // expect: stateless-mutable-global "written after start-up"
static int BySlotBad;    // expect: stateless-mutable-global "written after start-up"
static int ByMapBad;     // expect: stateless-mutable-global "written after start-up"
static int ByVectorBad;  // expect: stateless-mutable-global "written after start-up"
static int ByElementBad; // expect: stateless-mutable-global "written after start-up"
static int *SlotOk;      // expect-benign: stateless-mutable-global "only at start-up"
static std::map<std::string, int *> TableOk; // expect-benign: stateless-mutable-global "only at start-up"
static std::vector<int *> CellsOk;           // expect-benign: stateless-mutable-global "only at start-up"
struct Node {
  int *P;
};
static std::vector<Node> NodesOk; // expect-benign: stateless-mutable-global "only at start-up"
struct Counter {
  int N = 0;
  void hit() { ++N; }
};
static Counter TotalBad; // expect: stateless-mutable-global "written after start-up"
class Registry {
  std::vector<Counter *> All;

public:
  void add(Counter *C) { All.push_back(C); }
  void hitAll() {
    for (Counter *C : All)
      C->hit();
  }
};

int main() {
  TableOk["x"] = &ByMapBad;
  SlotOk = &BySlotBad;
  int *Local[2] = {&ByArrayBad, nullptr};
  CellsOk.push_back(&ByVectorBad);
  NodesOk.push_back({&ByElementBad});
  Registry R;
  R.add(&TotalBad);
  httplib::Server S;
  S.Get("/", [&](const httplib::Request &, httplib::Response &) {
    ++*Local[0];
    ++*SlotOk;
    ++*TableOk.at("x");
    *CellsOk[0] += 1;
    *NodesOk[0].P += 1;
    R.hitAll();
  });
  S.listen("0.0.0.0", 80);
}
