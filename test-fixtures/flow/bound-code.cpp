// args: -std=c++20
// Code that is bound to other code as its argument, and given out by it.
#include <functional>
#include <utility>
#include <vector>
extern "C" int accept(int, void *, void *);

using Hook = std::function<void(int)>;
static void add(int *Sum, int N) { *Sum += N; }
static Hook make(int *Sum) { return std::bind_front(&add, Sum); }
static Hook same(Hook H) { return H; }
static Hook sameOf(const Hook &H) { return H; }
using Plain = void (*)(int);
static Plain samePlain(Plain P) { return P; }

static int ByValueBad;     // expect: stateless-mutable-global "ByValueBad" "request loop"
static int ByReferenceBad; // expect: stateless-mutable-global "ByReferenceBad" "request loop"
static int ByPointerBad;   // expect: stateless-mutable-global "ByPointerBad" "request loop"
static int ByClosureBad;   // expect: stateless-mutable-global "ByClosureBad" "request loop"
static int StartOk;        // expect-benign: stateless-mutable-global "only at start-up"
static std::function<Hook()> ByValue, ByReference, ByClosure, AtStart;
static std::function<Plain()> ByPointer;
static std::vector<Hook> Hooks;

static void setUp() {
  ByValue = std::bind(&same, make(&ByValueBad));
  ByReference = std::bind(&sameOf, make(&ByReferenceBad));
  ByPointer = std::bind(&samePlain, [](int N) { ByPointerBad += N; });
  ByClosure = std::bind(&same, Hook([Sum = &ByClosureBad](int N) { *Sum += N; }));
  AtStart = std::bind(&same, make(&StartOk));
  AtStart()(1);
  Hooks.push_back(ByValue());
  Hooks.push_back(ByReference());
  Hooks.push_back(ByPointer());
  Hooks.push_back(ByClosure());
}
int main() {
  setUp();
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      break;
    for (Hook &H : Hooks)
      H(Client);
  }
}
