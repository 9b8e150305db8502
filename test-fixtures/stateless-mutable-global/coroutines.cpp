// Coroutines: what a body writes between its suspensions is written by it.
#include <coroutine>
#include <exception>
#include <utility>
#include <vector>

struct Task {
  struct promise_type {
    int Current = 0;
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int N) {
      Current = N;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> Handle;
};

static int StartedBad; // expect: stateless-mutable-global "written by 'produce' (increment)" confidence likely
static int YieldedBad; // expect: stateless-mutable-global "written by 'produce' (compound assignment)"
static std::vector<int> ResumedBad; // expect: stateless-mutable-global "written by 'produce' (call of '" "push_back'"
static int FinishedBad; // expect: stateless-mutable-global "written by 'produce' (assignment)"
static int LimitOk = 3; // expect-benign: stateless-mutable-global "never written"

Task produce() {
  ++StartedBad; // expect-fact: write StartedBad
  for (int I = 0; I < LimitOk; ++I) {
    co_yield (YieldedBad += I); // expect-fact: write YieldedBad
    ResumedBad.push_back(I); // expect-fact: write ResumedBad
  }
  co_await std::suspend_never{};
  FinishedBad = 1; // expect-fact: write FinishedBad
}

Task counted() {
  static int CallsBad = 0; // expect: stateless-mutable-global "written by 'counted' (increment)" confidence likely
  static const int MostOk = 4; // expect-benign: stateless-mutable-global "constant"
  ++CallsBad; // expect-fact: write CallsBad
  co_yield CallsBad + MostOk;
}

// A lambda that is a coroutine, and a handle that is kept.
static int LambdaBad; // expect: stateless-mutable-global "lambda in 'start'" "(assignment)"
static std::coroutine_handle<> WaitingBad; // expect: stateless-mutable-global "WaitingBad" "written by 'Suspend::await_suspend'"
struct Suspend {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> H) { WaitingBad = H; } // expect-fact: write WaitingBad
  void await_resume() const {}
};
Task start() {
  auto Inner = []() -> Task {
    LambdaBad = 1; // expect-fact: write LambdaBad
    co_await Suspend{};
  };
  return Inner();
}
