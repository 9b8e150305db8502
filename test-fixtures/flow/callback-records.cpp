// args: -std=c++20
// Callbacks that carry their data, made by one helper and run by another: each
// runs with its own data, whoever else uses the helpers.
#include <cstdlib>
extern "C" int accept(int, void *, void *);

struct Job {
  int (*Run)(void *, int);
  void *Data;
};
struct Counter {
  int *Where;
};
static int bump(void *Data, int By) {
  *static_cast<Counter *>(Data)->Where += By;
  return By;
}
static Job make(int *Where) {
  auto *C = static_cast<Counter *>(std::malloc(sizeof(Counter)));
  Job J;
  C->Where = Where;
  J.Run = bump;
  J.Data = C;
  return J;
}
static int run(Job J, int By) { return J.Run(J.Data, By); }

static int ServedBad; // expect: stateless-mutable-global "written after start-up"
static int StartedOk; // expect-benign: stateless-mutable-global "written only at start-up"
static int EndedOk;   // expect-benign: stateless-mutable-global "written only when serving is over"
static int IdleOk;    // expect-benign: stateless-mutable-global "never written"
static Job Serving, Starting, Ending, Idle;

int main() {
  Serving = make(&ServedBad);
  Starting = make(&StartedOk);
  Ending = make(&EndedOk);
  Idle = make(&IdleOk);
  run(Starting, 1);
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      break;
    run(Serving, Client);
  }
  run(Ending, 1);
}
