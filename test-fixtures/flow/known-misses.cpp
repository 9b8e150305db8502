// args: -std=c++23
// FN_: what is written here while the program serves, and is not seen.
#include <algorithm>
#include <any>
#include <coroutine>
#include <cstddef>
#include <cstring>
#include <exception>
#include <expected>
#include <functional>
#include <future>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <ranges>
#include <span>
#include <string_view>
#include <thread>
#include <vector>
extern "C" int accept(int, void *, void *);

// Allocate shared allocator.
namespace case1 {
static int FN_AllocateSharedAllocator; // expect-benign: stateless-mutable-global "never written"
template <class T> struct Al {
  using value_type = T;
  int *n;
  explicit Al(int *n) : n(n) {}
  template <class U> Al(const Al<U> &o) : n(o.n) {}
  T *allocate(std::size_t k) {
    ++*n;
    return static_cast<T *>(::operator new(k * sizeof(T)));
  }
  void deallocate(T *p, std::size_t) { ::operator delete(p); }
  template <class U> bool operator==(const Al<U> &o) const { return n == o.n; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto p =
        std::allocate_shared<int>(Al<int>{&FN_AllocateSharedAllocator}, fd);
  }
}
} // namespace case1

// Allocator over static buffer.
namespace case2 {
static char FN_AllocatorOverStaticBuffer[64]; // expect-benign: stateless-mutable-global "never written"
template <class T> struct Al {
  using value_type = T;
  char *b;
  explicit Al(char *n) : b(n) {}
  template <class U> Al(const Al<U> &o) : b(o.b) {}
  T *allocate(std::size_t k) { return reinterpret_cast<T *>(b); }
  void deallocate(T *p, std::size_t) {}
  template <class U> bool operator==(const Al<U> &o) const { return b == o.b; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::vector<int, Al<int>> v(Al<int>{FN_AllocatorOverStaticBuffer});
    v.push_back(fd);
  }
}
} // namespace case2

// Allocator with pointer.
namespace case3 {
static int FN_AllocatorWithPointer; // expect-benign: stateless-mutable-global "never written"
template <class T> struct Al {
  using value_type = T;
  int *n;
  explicit Al(int *n) : n(n) {}
  template <class U> Al(const Al<U> &o) : n(o.n) {}
  T *allocate(std::size_t k) {
    ++*n;
    return static_cast<T *>(::operator new(k * sizeof(T)));
  }
  void deallocate(T *p, std::size_t) { ::operator delete(p); }
  template <class U> bool operator==(const Al<U> &o) const { return n == o.n; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::vector<int, Al<int>> v(Al<int>{&FN_AllocatorWithPointer});
    v.push_back(fd);
  }
}
} // namespace case3

// Any emplace reference wrapper.
namespace case4 {
static int FN_AnyEmplaceReferenceWrapper; // expect-benign: stateless-mutable-global "never written"
static void run() {
  std::any a;
  a.emplace<std::reference_wrapper<int>>(FN_AnyEmplaceReferenceWrapper);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::any_cast<std::reference_wrapper<int>>(a).get() += fd;
  }
}
} // namespace case4

// Bind data member.
namespace case5 {
struct A {
  int n = 0;
};
static A FN_BindDataMember; // expect-benign: stateless-mutable-global "never written"
static void run() {
  auto f = std::bind(&A::n, &FN_BindDataMember);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    f() += fd;
  }
}
} // namespace case5

// Const cast param.
namespace case6 {
static int FN_ConstCastParam; // expect-benign: stateless-mutable-global "never written"
static void f(const int *p) { ++*const_cast<int *>(p); }
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    f(&FN_ConstCastParam);
  }
}
} // namespace case6

// Const cast pointer.
namespace case7 {
static int FN_ConstCastPointer; // expect-benign: stateless-mutable-global "never written"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    const int *p = &FN_ConstCastPointer;
    ++*const_cast<int *>(p);
  }
}
} // namespace case7

// Const cast span.
namespace case8 {
static int FN_ConstCastSpan[2]; // expect-benign: stateless-mutable-global "never written"
static std::span<const int> sp = FN_ConstCastSpan; // expect: stateless-mutable-global "sp'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    ++const_cast<int &>(sp[0]);
  }
}
} // namespace case8

// Const cast string view.
namespace case9 {
static char FN_ConstCastStringView[8] = "abc"; // expect-benign: stateless-mutable-global "never written"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::string_view v = FN_ConstCastStringView;
    const_cast<char *>(v.data())[0]++;
  }
}
} // namespace case9

// Coro promise ctor param.
namespace case10 {
struct FT {
  struct promise_type {
    int *q;
    promise_type(int *q) : q(q) {}
    FT get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept {
      ++*q;
      return {};
    }
    void return_void() {}
    void unhandled_exception() {}
  };
};
static int FN_CoroPromiseCtorParam; // expect-benign: stateless-mutable-global "never written"
FT go(int *p) { co_return; }
static void run() {
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    go(&FN_CoroPromiseCtorParam);
    (void)fd;
  }
}
} // namespace case10

// Coro promise via awaiter.
namespace case11 {
struct P;
struct FT {
  using promise_type = P;
};
struct P {
  int *q = nullptr;
  FT get_return_object() { return {}; }
  std::suspend_never initial_suspend() { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void return_void() {}
  void unhandled_exception() {}
};
struct Aw {
  bool await_ready() { return false; }
  bool await_suspend(std::coroutine_handle<P> h) {
    ++*h.promise().q;
    return false;
  }
  void await_resume() {}
};
struct Set {
  int *v;
  bool await_ready() { return false; }
  bool await_suspend(std::coroutine_handle<P> h) {
    h.promise().q = v;
    return false;
  }
  void await_resume() {}
};
static int FN_CoroPromiseViaAwaiter; // expect-benign: stateless-mutable-global "never written"
FT go(int *p) {
  co_await Set{p};
  co_await Aw{};
}
static void run() {
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    go(&FN_CoroPromiseViaAwaiter);
    (void)fd;
  }
}
} // namespace case11

// Coro return pointer.
namespace case12 {
struct Task {
  struct promise_type {
    int *v = nullptr;
    Task get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(int *p) { v = p; }
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> h;
};
static int FN_CoroReturnPointer; // expect-benign: stateless-mutable-global "never written"
Task t() { co_return &FN_CoroReturnPointer; }
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *t().h.promise().v += fd;
  }
}
} // namespace case12

// Coro yield outparam.
namespace case13 {
struct Gen {
  struct promise_type {
    int **out;
    promise_type(int **o) : out(o) {}
    Gen get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    std::suspend_never yield_value(int *v) {
      *out = v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() {}
  };
};
static int FN_CoroYieldOutparam; // expect-benign: stateless-mutable-global "never written"
Gen g(int **) { co_yield &FN_CoroYieldOutparam; }
static void run() {
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int *o = nullptr;
    g(&o);
    *o += fd;
  }
}
} // namespace case13

// Coro yield ref.
namespace case14 {
struct Gen {
  struct promise_type {
    int *cur = nullptr;
    Gen get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int &v) {
      cur = &v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> h;
  int &next() {
    h.resume();
    return *h.promise().cur;
  }
};
static int FN_CoroYieldRef; // expect-benign: stateless-mutable-global "never written"
Gen g() { co_yield FN_CoroYieldRef; }
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    g().next() += fd;
  }
}
} // namespace case14

// Dtor lambda capture.
namespace case15 {
static int FN_DtorLambdaCapture; // expect-benign: stateless-mutable-global "never written"
struct D {
  int *r;
  D(int *r) : r(r) {}
  D(const D &) = default;
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto f = [d = D(&FN_DtorLambdaCapture)] {};
    (void)fd;
  }
}
} // namespace case15

// Expected value or.
namespace case16 {
static int FN_ExpectedValueOr; // expect-benign: stateless-mutable-global "never written"
static std::expected<int *, int> e = &FN_ExpectedValueOr; // expect: stateless-mutable-global "e'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *e.value_or(nullptr) += fd;
  }
}
} // namespace case16

// Lock guard user mutex.
namespace case17 {
struct Mx {
  int n = 0;
  void lock() { ++n; }
  void unlock() {}
};
static Mx FN_LockGuardUserMutex; // expect-benign: stateless-mutable-global "never written"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::lock_guard<Mx> g(FN_LockGuardUserMutex);
    (void)fd;
  }
}
} // namespace case17

// Lock scoped user mutex.
namespace case18 {
static int FN_LockScopedUserMutex; // expect-benign: stateless-mutable-global "never written"
struct Mx {
  int &n;
  void lock() { ++n; }
  bool try_lock() {
    ++n;
    return true;
  }
  void unlock() {}
};
static void run() {
  Mx m{FN_LockScopedUserMutex}, m2{FN_LockScopedUserMutex};
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    {
      std::scoped_lock g(m, m2);
    }
    (void)fd;
  }
}
} // namespace case18

// Make exception ptr.
namespace case19 {
static int FN_MakeExceptionPtr; // expect-benign: stateless-mutable-global "never written"
struct E {
  int *p;
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    try {
      std::rethrow_exception(std::make_exception_ptr(E{&FN_MakeExceptionPtr}));
    } catch (const E &e) {
      *e.p += fd;
    }
  }
}
} // namespace case19

// Make shared jthread.
namespace case20 {
static int FN_MakeSharedJthread; // expect-benign: stateless-mutable-global "never written"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto t =
        std::make_shared<std::jthread>([&r = FN_MakeSharedJthread] { ++r; });
  }
}
} // namespace case20

// Map emplace jthread.
namespace case21 {
static int FN_MapEmplaceJthread; // expect-benign: stateless-mutable-global "never written"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::map<int, std::jthread> t;
    t.emplace(fd, [&r = FN_MapEmplaceJthread] { ++r; });
  }
}
} // namespace case21

// Memcpy into char payload.
namespace case22 {
struct Msg {
  char pay[16];
};
static int FN_MemcpyIntoCharPayload; // expect-benign: stateless-mutable-global "never written"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int *z = &FN_MemcpyIntoCharPayload;
    Msg m;
    std::memcpy(m.pay, &z, 8);
    Msg m2 = m;
    int *w;
    std::memcpy(&w, m2.pay, 8);
    *w += fd;
  }
}
} // namespace case22

// Promise moved into callee.
namespace case23 {
static int FN_PromiseMovedIntoCallee; // expect-benign: stateless-mutable-global "never written"
static void th(std::promise<int *> p) {
  p.set_value(&FN_PromiseMovedIntoCallee);
}
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::promise<int *> p;
    auto f = p.get_future();
    th(std::move(p));
    *f.get() += fd;
  }
}
} // namespace case23

// Ranges min result.
namespace case24 {
struct S {
  int k;
  int *n;
};
static int FN_RangesMinResult; // expect-benign: stateless-mutable-global "never written"
static S s[1]{{1, &FN_RangesMinResult}};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *std::ranges::min(s, {}, &S::k).n += fd;
  }
}
} // namespace case24

// Ranges projection pointer member.
namespace case25 {
struct S {
  int *n;
};
static int FN_RangesProjectionPointerMember; // expect-benign: stateless-mutable-global "never written"
static S s[1]{{&FN_RangesProjectionPointerMember}}; // expect: stateless-mutable-global "s'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::ranges::for_each(s, [fd](int *p) { *p += fd; }, &S::n);
  }
}
} // namespace case25

// Std copy bytes of pointer.
namespace case26 {
static int FN_StdCopyBytesOfPointer; // expect-benign: stateless-mutable-global "never written"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int *z = &FN_StdCopyBytesOfPointer;
    char b[8];
    std::copy((char *)&z, (char *)&z + 8, b);
    int *w;
    std::memcpy(&w, b, 8);
    *w += fd;
  }
}
} // namespace case26

int main() {
  case1::run();
  case2::run();
  case3::run();
  case4::run();
  case5::run();
  case6::run();
  case7::run();
  case8::run();
  case9::run();
  case10::run();
  case11::run();
  case12::run();
  case13::run();
  case14::run();
  case15::run();
  case16::run();
  case17::run();
  case18::run();
  case19::run();
  case20::run();
  case21::run();
  case22::run();
  case23::run();
  case24::run();
  case25::run();
  case26::run();
}
