// args: -std=c++20
// The address of a virtual method stands for whatever overrides it.
#include <functional>
extern "C" int accept(int, void *, void *);

struct Step {
  virtual void run(int By) = 0;
  virtual ~Step() {}
};
struct Add : Step {
  int Sum = 0;
  void run(int By) override { Sum += By; }
};
struct Skip : Step {
  void run(int) override {}
};
static Add ByPointerBad; // expect: stateless-mutable-global "written after start-up"
static Add BoundBad;     // expect: stateless-mutable-global "written after start-up"
static Add InvokedBad;   // expect: stateless-mutable-global "written after start-up"
static Add UnusedOk;     // expect-benign: stateless-mutable-global "never written"
static Skip NothingOk;   // expect-benign: stateless-mutable-global "holds no data"

static void apply(Step &S, void (Step::*How)(int), int By) { (S.*How)(By); }

int main() {
  std::function<void(int)> Kept = std::bind(&Step::run, static_cast<Step *>(&BoundBad), std::placeholders::_1);
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      break;
    apply(ByPointerBad, &Step::run, Client);
    apply(NothingOk, &Step::run, Client);
    Kept(Client);
    std::invoke(&Step::run, static_cast<Step &>(InvokedBad), Client);
  }
  return UnusedOk.Sum;
}
