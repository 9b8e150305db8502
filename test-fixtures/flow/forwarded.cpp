// args: -std=c++20
// What a library forwards to the constructor of an object that it makes.
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <vector>
extern "C" int accept(int, void *, void *);

static int UniqueBad;    // expect: stateless-mutable-global "UniqueBad" "request loop"
static int SharedBad;    // expect: stateless-mutable-global "SharedBad" "request loop"
static int AggregateBad; // expect: stateless-mutable-global "AggregateBad" "request loop"
static int BackBad;      // expect: stateless-mutable-global "BackBad" "request loop"
static int PlacedBad;    // expect: stateless-mutable-global "PlacedBad" "request loop"
static int MappedBad;    // expect: stateless-mutable-global "MappedBad" "request loop"
static int TriedBad;     // expect: stateless-mutable-global "TriedBad" "request loop"
static int HashedBad;    // expect: stateless-mutable-global "HashedBad" "request loop"
static int OptionalBad;  // expect: stateless-mutable-global "OptionalBad" "request loop"
static int ClosureBad;   // expect: stateless-mutable-global "ClosureBad" "request loop"
static int ThreadBad;    // expect: stateless-mutable-global "ThreadBad"
static int LvalueBad;    // expect: stateless-mutable-global "LvalueBad" "request loop"
static int ReferenceBad; // expect: stateless-mutable-global "ReferenceBad" "request loop"
static int ChosenBad;    // expect: stateless-mutable-global "ChosenBad" "request loop"
// A constructor that only a library instantiates.
static int MadeBad;      // expect: stateless-mutable-global "MadeBad" "request loop"
static int InheritedBad; // expect: stateless-mutable-global "InheritedBad"
static int PiecesBad;    // expect: stateless-mutable-global "PiecesBad"
static int StartOk;      // expect-benign: stateless-mutable-global "only at start-up"

struct Counter {
  int *N;
  explicit Counter(int *N) : N(N) {}
  void hit() { ++*N; }
};
struct Plain {
  int *N;
};
struct Referring {
  int &N;
  Referring(int &N, const std::string &) : N(N) {}
};
struct Hooked {
  std::function<void()> Run;
  explicit Hooked(std::function<void()> Run) : Run(std::move(Run)) {}
};
// Of several constructors.
struct Choice {
  int *N = nullptr;
  explicit Choice(int *N) : N(N) {}
  explicit Choice(int) {}
  explicit Choice(const std::string &) {}
};
struct Generic {
  int *N;
  template <class T> explicit Generic(T &&Given) : N(Given) {}
};
struct Heir : Counter {
  using Counter::Counter;
};
static void work(int *N) { ++*N; }

int main() {
  auto Unique = std::make_unique<Counter>(&UniqueBad);
  auto Shared = std::make_shared<Counter>(&SharedBad);
  auto Aggregate = std::make_unique<Plain>(&AggregateBad);
  std::vector<Counter> Back;
  Back.emplace_back(&BackBad);
  std::deque<Counter> Placed;
  Placed.emplace(Placed.begin(), &PlacedBad);
  std::map<int, Counter> Mapped, Tried;
  Mapped.emplace(1, &MappedBad);
  Tried.try_emplace(1, &TriedBad);
  std::unordered_map<std::string, Counter> Hashed;
  Hashed.emplace("a", &HashedBad);
  std::optional<Counter> Optional;
  Optional.emplace(&OptionalBad);
  int *Captured = &ClosureBad;
  auto Closure = std::make_unique<Hooked>([Captured] { ++*Captured; });
  int *Lvalue = &LvalueBad;
  auto ByLvalue = std::make_unique<Counter>(Lvalue);
  auto Reference = std::make_unique<Referring>(ReferenceBad, "name");
  auto Chosen = std::make_unique<Choice>(&ChosenBad);
  auto Made = std::make_shared<Generic>(&MadeBad);
  auto Inherited = std::make_unique<Heir>(&InheritedBad);
  std::map<int, Counter> Pieces;
  Pieces.emplace(std::piecewise_construct, std::forward_as_tuple(1), std::forward_as_tuple(&PiecesBad));
  std::list<std::thread> Threads; // expect: stateless-mutable-global "Threads"
  std::make_unique<Counter>(&StartOk)->hit();
  for (;;) {
    if (accept(3, nullptr, nullptr) < 0)
      return 0;
    Unique->hit();
    Shared->hit();
    ++*Aggregate->N;
    Back[0].hit();
    Placed.front().hit();
    Mapped.at(1).hit();
    Tried.at(1).hit();
    Hashed.at("a").hit();
    Optional->hit();
    Closure->Run();
    ByLvalue->hit();
    ++Reference->N;
    ++*Chosen->N;
    ++*Made->N;
    Inherited->hit();
    Pieces.at(1).hit();
    Threads.emplace_back(work, &ThreadBad);
  }
}
