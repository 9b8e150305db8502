// Coroutines: promise types, co_await, co_yield, state written from bodies.
#include <coroutine>
#include <utility>

int ResumedBad = 0; // expect: stateless-mutable-global "ResumedBad"

struct Generator {
  struct promise_type {
    int Current = 0;
    Generator get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int V) noexcept {
      Current = V;
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> Handle;
};

struct Awaiter {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept { ++ResumedBad; }
  int await_resume() noexcept { return 1; }
};

Generator numbers(int Last) {
  static int StartedBad; // expect: stateless-mutable-global "StartedBad"
  ++StartedBad;
  for (int I = 0; I < Last; ++I) {
    int Got = co_await Awaiter{};
    co_yield I + Got;
  }
  co_return;
}
