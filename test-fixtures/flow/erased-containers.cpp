// What a container of records takes along when a library forgets its type, and
// what a library's object cannot hold.
#include <any>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <sys/socket.h>
#include <tuple>
#include <vector>

struct Job {
  int *Counter;
};

static int AnyVectorBad; // expect: stateless-mutable-global "AnyVectorBad" "request loop"
static int AnyMapBad;    // expect: stateless-mutable-global "AnyMapBad" "request loop"
static int TupleBad;     // expect: stateless-mutable-global "TupleBad" "request loop"
static int NodeBad;      // expect: stateless-mutable-global "NodeBad" "request loop"
static int NestedBad;    // expect: stateless-mutable-global "NestedBad" "request loop"
static int DequeBad;     // expect: stateless-mutable-global "DequeBad" "request loop"
static int InvokedBad;   // expect: stateless-mutable-global "InvokedBad" "request loop"
static int OwnerBad;     // expect: stateless-mutable-global "OwnerBad" "request loop"
static int KeptOk;       // expect-benign: stateless-mutable-global "never written"

static std::any Vector, Map;                           // expect-benign: stateless-mutable-global "only at start-up"
static std::tuple<int, Job> Tuple;                     // expect-benign: stateless-mutable-global "only at start-up"
static std::map<int, Job>::node_type Node;             // expect-benign: stateless-mutable-global "only at start-up"
static std::vector<std::pair<int, std::list<Job>>> Nested; // expect-benign: stateless-mutable-global "only at start-up"
static std::any Deque;                                 // expect-benign: stateless-mutable-global "only at start-up"

static int raise(int *Counter, int By) { return *Counter += By; }
struct Slot {
  std::function<int(int)> Code;
  std::function<int(int)> code() const { return Code; }
};
static Slot Invoked; // expect-benign: stateless-mutable-global "only at start-up"

// The base that leads to the whole object comes from a library.
struct Owner : std::enable_shared_from_this<Owner> {
  int *Counter = nullptr;
  void count() { ++*Counter; }
};
static std::shared_ptr<Owner> Owned; // expect-benign: stateless-mutable-global "only at start-up"

int main() {
  Vector = std::vector<Job>{Job{&AnyVectorBad}};
  Map = std::map<int, Job>{{1, Job{&AnyMapBad}}};
  std::get<Job>(Tuple) = Job{&TupleBad};
  std::map<int, Job> Source;
  Source[1] = Job{&NodeBad};
  Node = Source.extract(1);
  Nested.push_back({1, {Job{&NestedBad}}});
  Deque = std::make_any<std::deque<Job>>(std::deque<Job>{Job{&DequeBad}});
  Invoked.Code = std::bind_front(raise, &InvokedBad);
  Owned = std::make_shared<Owner>();
  Owned->Counter = &OwnerBad;
  Job Kept{&KeptOk};
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    ++*std::any_cast<std::vector<Job>>(Vector).front().Counter;
    for (auto &[Key, Each] : std::any_cast<std::map<int, Job> &>(Map))
      ++*Each.Counter;
    ++*std::get<1>(Tuple).Counter;
    ++*Node.mapped().Counter;
    ++*Nested.front().second.front().Counter;
    ++*std::any_cast<std::deque<Job>>(&Deque)->front().Counter;
    std::invoke(&Slot::code, Invoked)(Client);
    Owned->shared_from_this()->count();
    (void)Kept;
  }
}
