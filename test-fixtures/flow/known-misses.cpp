// args: -std=c++23
// FN_: what is written here while the program serves, and is not seen. Each is
// a way that an address takes which nothing follows yet.
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
static int FN_Explicit; // expect-benign: stateless-mutable-global "never written"
struct Explicit {
  int *Counter;
  void count(this Explicit &Self) { ++*Self.Counter; }
};

// As a number, and back, by a union or std::bit_cast.
static int FN_United; // expect-benign: stateless-mutable-global "never written"
static int FN_Cast;   // expect-benign: stateless-mutable-global "never written"
union Number {
  int *Pointer;
  std::uintptr_t Value;
};

// In the frame of a coroutine that is resumed by its handle.
static int FN_Frame; // expect-benign: stateless-mutable-global "only at start-up"
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
static std::vector<int> FN_Filled(8); // expect-benign: stateless-mutable-global "never written"
static std::vector<int> FN_Viewed(8); // expect-benign: stateless-mutable-global "never written"

// By functors that a library's object keeps.
static int FN_Compared; // expect-benign: stateless-mutable-global "never written"
static int FN_Deleted;  // expect-benign: stateless-mutable-global "never written"
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
static int FN_Optional; // expect-benign: stateless-mutable-global "never written"
static int FN_Variant;  // expect-benign: stateless-mutable-global "never written"
static int FN_OfTuple;  // expect-benign: stateless-mutable-global "never written"
struct Holder {
  int *Counter;
  explicit Holder(int *Given) : Counter(Given) {}
};

// By algorithms that fill containers.
static int FN_Copied;    // expect-benign: stateless-mutable-global "never written"
static int FN_Generated; // expect-benign: stateless-mutable-global "never written"

// By an iterator that was made before.
static std::vector<int> FN_Inserted; // expect-benign: stateless-mutable-global "only at start-up"

// By a reference that is atomic.
static int FN_Atomic; // expect-benign: stateless-mutable-global "only at start-up"

// As the result of what a std::function or a task returns.
static int FN_Returned; // expect-benign: stateless-mutable-global "never written"
static int FN_Awaited;  // expect-benign: stateless-mutable-global "never written"

int main() {
  Explicit Self{&FN_Explicit};
  Number United;
  United.Pointer = &FN_United;
  std::uintptr_t Value = United.Value;
  auto Cast = std::bit_cast<std::uintptr_t>(&FN_Cast);
  std::coroutine_handle<> Frame = bump(&FN_Frame).Handle;
  std::set<int, Compare> Sorted(Compare{&FN_Compared});
  std::unique_ptr<int, Delete> Deleted(new int, Delete{&FN_Deleted});
  auto Optional = std::make_optional<Holder>(&FN_Optional);
  // FP_: what leads there is told as written in their place.
  std::variant<int, Holder> FP_Variant; // expect: stateless-mutable-global "FP_Variant"
  FP_Variant.emplace<1>(&FN_Variant);
  Holder OfTuple = std::make_from_tuple<Holder>(std::tuple(&FN_OfTuple));
  int *Source[] = {&FN_Copied};
  std::vector<int *> FP_Copied(1); // expect: stateless-mutable-global "FP_Copied"
  std::copy(Source, Source + 1, FP_Copied.begin());
  int *FP_Generated[1]; // expect: stateless-mutable-global "FP_Generated"
  std::generate(FP_Generated, FP_Generated + 1, [] { return &FN_Generated; });
  auto FP_Into = std::back_inserter(FN_Inserted); // expect: stateless-mutable-global "FP_Into"
  std::atomic_ref<int> Atomic(FN_Atomic);
  using Code = std::function<void(int)>;
  std::function<Code(int *)> Maker = [](int *Counter) {
    return [Counter](int By) { *Counter += By; };
  };
  Code Made = Maker(&FN_Returned);
  int *Awaited = std::async([] { return &FN_Awaited; }).get();
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    Self.count();
    *reinterpret_cast<int *>(Value) = Client;
    *std::bit_cast<int *>(Cast) = Client;
    Frame.resume();
    std::ranges::fill(FN_Filled, Client);
    for (int &Each : FN_Viewed | std::views::take(2))
      Each = Client;
    Sorted.insert(Client);
    Deleted.reset(new int);
    *Optional->Counter = Client;
    *std::get<1>(FP_Variant).Counter = Client;
    *OfTuple.Counter = Client;
    *FP_Copied[0] = Client;
    *FP_Generated[0] = Client;
    *FP_Into = Client;
    Atomic = Client;
    Made(Client);
    *Awaited = Client;
  }
}
