// args: -std=c++23
// Ways that an address takes which are easy to lose: through numbers, frames of
// coroutines, function objects, functors that libraries keep, objects that they
// make in place, algorithms that fill.
#include <algorithm>
#include <any>
#include <atomic>
#include <bit>
#include <coroutine>
#include <cstdint>
#include <functional>
#include <future>
#include <iterator>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <sys/socket.h>
#include <tuple>
#include <variant>
#include <vector>

// Through an explicit object parameter.
static int ExplicitBad; // expect: stateless-mutable-global "ExplicitBad"
struct Explicit {
  int *Counter;
  void count(this Explicit &Self) { ++*Self.Counter; }
};

// As a number, and back, by a union or std::bit_cast.
static int UnitedBad; // expect: stateless-mutable-global "UnitedBad"
static int CastBad;   // expect: stateless-mutable-global "CastBad"
union Number {
  int *Pointer;
  std::uintptr_t Value;
};

// In the frame of a coroutine that is resumed by its handle.
static int FrameBad; // expect: stateless-mutable-global "FrameBad"
struct Task {
  struct promise_type {
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<> Handle;
};
static Task bump(int *Counter) {
  for (;;) {
    ++*Counter;
    co_await std::suspend_always{};
  }
}

// By objects that are called, and views.
static std::vector<int> FilledBad(8); // expect: stateless-mutable-global "FilledBad"
static std::vector<int> ViewedBad(8); // expect: stateless-mutable-global "ViewedBad"

// By functors that a library's object keeps.
static int ComparedBad; // expect: stateless-mutable-global "ComparedBad"
static int DeletedBad;  // expect: stateless-mutable-global "DeletedBad"
struct Compare {
  int *Counter;
  bool operator()(int A, int B) const {
    ++*Counter;
    return A < B;
  }
};
struct Delete {
  int *Counter;
  void operator()(int *What) const {
    ++*Counter;
    delete What;
  }
};

// In what a library makes in place.
static int OptionalBad; // expect: stateless-mutable-global "OptionalBad"
static int VariantBad;  // expect: stateless-mutable-global "VariantBad"
static int OfTupleBad;  // expect: stateless-mutable-global "OfTupleBad"
struct Holder {
  int *Counter;
  explicit Holder(int *Given) : Counter(Given) {}
};

// By algorithms that fill containers.
static int CopiedBad;    // expect: stateless-mutable-global "CopiedBad"
static int GeneratedBad; // expect: stateless-mutable-global "GeneratedBad"

// By an iterator that was made before.
static std::vector<int> InsertedBad; // expect: stateless-mutable-global "InsertedBad"

// By a reference that is atomic.
static int AtomicBad; // expect: stateless-mutable-global "AtomicBad"

// As the result of what a std::function or a task returns.
static int ReturnedBad; // expect: stateless-mutable-global "ReturnedBad"
static int AwaitedBad;  // expect: stateless-mutable-global "AwaitedBad"

int main() {
  Explicit Self{&ExplicitBad};
  Number United;
  United.Pointer = &UnitedBad;
  std::uintptr_t Value = United.Value;
  auto Cast = std::bit_cast<std::uintptr_t>(&CastBad);
  std::coroutine_handle<> Frame = bump(&FrameBad).Handle;
  std::set<int, Compare> Sorted(Compare{&ComparedBad});
  std::unique_ptr<int, Delete> Deleted(new int, Delete{&DeletedBad});
  auto Optional = std::make_optional<Holder>(&OptionalBad);
  std::variant<int, Holder> Variant;
  Variant.emplace<1>(&VariantBad);
  Holder OfTuple = std::make_from_tuple<Holder>(std::tuple(&OfTupleBad));
  int *Source[] = {&CopiedBad};
  std::vector<int *> Copied(1);
  std::copy(Source, Source + 1, Copied.begin());
  int *Generated[1];
  std::generate(Generated, Generated + 1, [] { return &GeneratedBad; });
  auto Into = std::back_inserter(InsertedBad);
  std::atomic_ref<int> Atomic(AtomicBad);
  using Code = std::function<void(int)>;
  std::function<Code(int *)> Maker = [](int *Counter) {
    return [Counter](int By) { *Counter += By; };
  };
  Code Made = Maker(&ReturnedBad);
  int *Awaited = std::async([] { return &AwaitedBad; }).get();
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    Self.count();
    *reinterpret_cast<int *>(Value) = Client;
    *std::bit_cast<int *>(Cast) = Client;
    Frame.resume();
    std::ranges::fill(FilledBad, Client);
    for (int &Each : ViewedBad | std::views::take(2))
      Each = Client;
    Sorted.insert(Client);
    Deleted.reset(new int);
    *Optional->Counter = Client;
    *std::get<1>(Variant).Counter = Client;
    *OfTuple.Counter = Client;
    *Copied[0] = Client;
    *Generated[0] = Client;
    *Into = Client;
    Atomic = Client;
    Made(Client);
    *Awaited = Client;
  }
}
