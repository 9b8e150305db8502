// args: -std=c++20
// Of the objects that a virtual call may be made on, only those change whose
// own method changes them.
#include <memory>
#include <vector>
extern "C" int accept(int, void *, void *);

struct Handler {
  virtual ~Handler() = default;
  virtual void run(int) = 0;
  virtual void after(int) {}
  void both(int Client) { // Calls what the object's class has.
    run(Client);
    after(Client);
  }
};
struct Idle : Handler {
  int N = 0;
  void run(int) override {}
};
struct Reader : Handler {
  int N = 5;
  int *Out = nullptr;
  void run(int Client) override {
    if (N == Client)
      ++*Out;
  }
};
struct Counter : Handler {
  int N = 0;
  void run(int) override { ++N; }
};
struct Late : Idle {
  int Count = 0;
  void after(int Client) override { Count += Client; }
};
// The last overrider is a base's.
struct Quiet : Counter {
  void run(int) override {}
};
struct Loud : Counter {};
// Methods that call each other: first and second, each by way of the other.
struct Mutual : Handler {
  int N = 0;
  void run(int Client) override {
    if (Client > 1)
      second(Client - 1);
    third();
  }
  void second(int Client) {
    if (Client > 1)
      run(Client - 1);
  }
  void third() { ++N; }
};

static int SumBad;         // expect: stateless-mutable-global "SumBad" "request loop"
static Idle IdleOk;        // expect-benign: stateless-mutable-global "never written"
static Reader ReaderOk;    // expect-benign: stateless-mutable-global "only at start-up"
static Counter CounterBad; // expect: stateless-mutable-global "CounterBad" "request loop" confidence proven
static Handler *TableOk[] = {&IdleOk, &ReaderOk, &CounterBad}; // expect-benign: stateless-mutable-global "never written"
static std::vector<std::unique_ptr<Handler>> OwnedBad; // expect: stateless-mutable-global "OwnedBad"
static std::unique_ptr<Handler> OneOk; // expect-benign: stateless-mutable-global "only at start-up"
static Idle BothOk;        // expect-benign: stateless-mutable-global "never written"
static Late LateBad;       // expect: stateless-mutable-global "LateBad" "request loop"
static Quiet QuietOk;      // expect-benign: stateless-mutable-global "never written"
static Loud LoudBad;       // expect: stateless-mutable-global "LoudBad" "request loop"
static Mutual MutualBad;   // expect: stateless-mutable-global "MutualBad" "request loop"
static Mutual SecondBad;   // expect: stateless-mutable-global "SecondBad" "request loop"
static Handler *Pairs[] = {&BothOk, &LateBad, &QuietOk, &LoudBad};

int main() {
  ReaderOk.Out = &SumBad;
  OwnedBad.push_back(std::make_unique<Idle>());
  OwnedBad.push_back(std::make_unique<Counter>());
  OneOk = std::make_unique<Idle>();
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    TableOk[Client % 3]->run(Client);
    for (auto &Each : OwnedBad)
      Each->run(Client);
    OneOk->run(Client);
    Pairs[Client % 4]->both(Client);
    MutualBad.run(Client);
    SecondBad.second(Client);
  }
}
