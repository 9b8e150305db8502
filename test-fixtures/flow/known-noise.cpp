// args: -std=c++23
// FP_: what only leads to state is told in its place, or what stands beside it.
#include <algorithm>
#include <any>
#include <array>
#include <functional>
#include <iterator>
#include <memory>
#include <numeric>
#include <ranges>
#include <tuple>
#include <utility>
#include <vector>
extern "C" int accept(int, void *, void *);

// Any holding pointer.
namespace case1 {
static int c_y; // expect: stateless-mutable-global "c_y'"
static std::any FP_AnyHoldingPointer{&c_y}; // expect: stateless-mutable-global "FP_AnyHoldingPointer'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    ++*std::any_cast<int *>(FP_AnyHoldingPointer);
    (void)r;
  }
}
} // namespace case1

// Any holding reference wrapper.
namespace case2 {
static int c_y; // expect: stateless-mutable-global "c_y'"
static std::any FP_AnyHoldingReferenceWrapper{std::ref(c_y)}; // expect: stateless-mutable-global "FP_AnyHoldingReferenceWrapper'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    std::any_cast<std::reference_wrapper<int>>(FP_AnyHoldingReferenceWrapper)
        .get()++;
    (void)r;
  }
}
} // namespace case2

// Handler table mixed user data.
namespace case3 {
static int c_y; // expect: stateless-mutable-global "c_y'"
static int c_z; // expect: stateless-mutable-global "c_z'"
struct U {
  int *n;
  int pad;
};
static U FP_HandlerTableMixedUserData{&c_y, 0}; // expect: stateless-mutable-global "FP_HandlerTableMixedUserData'"
static void w(void *u, int k) { *((U *)u)->n += k; }
static void v(void *u, int k) { *(int *)u += k; }
struct H {
  void (*cb)(void *, int);
  void *ud;
};
static const H t[] = {{w, &FP_HandlerTableMixedUserData}, {v, &c_z}};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    for (auto &h : t)
      h.cb(h.ud, fd);
    (void)r;
  }
}
} // namespace case3

// Handler table user data.
namespace case4 {
static int c_y; // expect: stateless-mutable-global "c_y'"
static int FP_HandlerTableUserData = 1; // expect: stateless-mutable-global "FP_HandlerTableUserData'"
static void w(void *u, int k) { *(int *)u += k; }
static int rd(void *u) { return *(int *)u; }
struct H {
  void (*cb)(void *, int);
  int (*rd)(void *);
  void *ud;
};
static const H t[] = {{w, nullptr, &c_y},
                      {nullptr, rd, &FP_HandlerTableUserData}};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    t[0].cb(t[0].ud, fd);
    r = t[1].rd(t[1].ud);
    (void)r;
  }
}
} // namespace case4

// Pair of two pointers.
namespace case5 {
static int FP_PairOfTwoPointers = 1; // expect: stateless-mutable-global "FP_PairOfTwoPointers'"
static int c_y; // expect: stateless-mutable-global "c_y'"
static std::pair<int *, int *> p{&c_y, &FP_PairOfTwoPointers};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    *p.first = fd;
    r = *p.second;
    (void)r;
  }
}
} // namespace case5

// Shared ptr to static.
namespace case6 {
static int c_y; // expect: stateless-mutable-global "c_y'"
static std::shared_ptr<int> FP_SharedPtrToStatic(&c_y, [](int *) {}); // expect: stateless-mutable-global "FP_SharedPtrToStatic'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    ++*FP_SharedPtrToStatic;
    (void)r;
  }
}
} // namespace case6

// Tuple of reference.
namespace case7 {
static int c_y; // expect: stateless-mutable-global "c_y'"
static std::tuple<int, int &> FP_TupleOfReference{1, c_y}; // expect: stateless-mutable-global "FP_TupleOfReference'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    std::get<1>(FP_TupleOfReference)++;
    (void)r;
  }
}
} // namespace case7

// Tuple of two pointers.
namespace case8 {
static int FP_TupleOfTwoPointers = 1; // expect: stateless-mutable-global "FP_TupleOfTwoPointers'"
static int c_y; // expect: stateless-mutable-global "c_y'"
static std::tuple<int *, int *> p{&c_y, &FP_TupleOfTwoPointers};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int r = 0;
    *std::get<0>(p) = fd;
    r = *std::get<1>(p);
    (void)r;
  }
}
} // namespace case8

int main() {
  case1::run();
  case2::run();
  case3::run();
  case4::run();
  case5::run();
  case6::run();
  case7::run();
  case8::run();
}
