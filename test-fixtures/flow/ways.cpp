// args: -std=c++23
// Ways that an address takes, one to a namespace: each loop writes through it.
#include <algorithm>
#include <any>
#include <array>
#include <atomic>
#include <bitset>
#include <cstring>
#include <functional>
#include <future>
#include <iostream>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <new>
#include <numeric>
#include <optional>
#include <ostream>
#include <ranges>
#include <spanstream>
#include <sstream>
#include <streambuf>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <valarray>
#include <variant>
#include <vector>
extern "C" int accept(int, void *, void *);

// Accumulate result pointer.
namespace case1 {
static int AccumulateResultPointerBad; // expect: stateless-mutable-global "AccumulateResultPointerBad"
static int *FP_Held[]{&AccumulateResultPointerBad}; // expect: stateless-mutable-global "FP_Held'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int *p = std::accumulate(FP_Held, FP_Held + 1, (int *)nullptr,
                             [](int *a, int *b) { return a ? a : b; });
    *p += fd;
  }
}
} // namespace case1

// Agg default member init from member.
namespace case2 {
static int AggDefaultMemberInitFromMemberBad; // expect: stateless-mutable-global "AggDefaultMemberInitFromMemberBad"
struct D {
  int *k;
  int *r = k;
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    D o{&AggDefaultMemberInitFromMemberBad};
    *o.r += fd;
  }
}
} // namespace case2

// Agg paren init.
namespace case3 {
static int AggParenInitBad; // expect: stateless-mutable-global "AggParenInitBad"
struct D {
  int *r;
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    D v(&AggParenInitBad);
    *v.r += fd;
  }
}
} // namespace case3

// Anon struct ctor mem init.
namespace case4 {
static int AnonStructCtorMemInitBad; // expect: stateless-mutable-global "AnonStructCtorMemInitBad"
struct D {
  struct {
    int *r;
  };
  D(int *p) : r(p) {}
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    D o(&AnonStructCtorMemInitBad);
    *o.r += fd;
  }
}
} // namespace case4

// Anon union ctor mem init.
namespace case5 {
static int AnonUnionCtorMemInitBad; // expect: stateless-mutable-global "AnonUnionCtorMemInitBad"
struct St {
  union {
    char e;
    int *v;
  };
  St(int *a) : v(a) {}
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    St s(&AnonUnionCtorMemInitBad);
    *s.v += fd;
  }
}
} // namespace case5

// Anon union default member init.
namespace case6 {
static int AnonUnionDefaultMemberInitBad; // expect: stateless-mutable-global "AnonUnionDefaultMemberInitBad"
struct D {
  union {
    int *r = &AnonUnionDefaultMemberInitBad;
    long l;
  };
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    D o;
    *o.r += fd;
  }
}
} // namespace case6

// Any reference wrapper.
namespace case7 {
static int AnyReferenceWrapperBad; // expect: stateless-mutable-global "AnyReferenceWrapperBad"
static void run() {
  std::any a = std::ref(AnyReferenceWrapperBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::any_cast<std::reference_wrapper<int>>(a).get()++;
  }
}
} // namespace case7

// Atomic cas expected out.
namespace case8 {
static int AtomicCasExpectedOutBad; // expect: stateless-mutable-global "AtomicCasExpectedOutBad"
static std::atomic<int *> a{&AtomicCasExpectedOutBad}; // expect: stateless-mutable-global "a'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int *e = nullptr;
    a.compare_exchange_strong(e, nullptr);
    *e += fd;
  }
}
} // namespace case8

// Bitset reference.
namespace case9 {
static std::bitset<8> BitsetReferenceBad; // expect: stateless-mutable-global "BitsetReferenceBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto r = BitsetReferenceBad[1];
    r = fd % 2;
  }
}
} // namespace case9

// Clog rdbuf.
namespace case10 {
static std::stringbuf ClogRdbufBad; // expect: stateless-mutable-global "ClogRdbufBad"
static void run() {
  std::clog.rdbuf(&ClogRdbufBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::clog << fd;
  }
}
} // namespace case10

// Dtor array elements.
namespace case11 {
static int DtorArrayElementsBad; // expect: stateless-mutable-global "DtorArrayElementsBad"
struct D {
  int *r = &DtorArrayElementsBad;
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    D d[2];
    (void)fd;
  }
}
} // namespace case11

// Dtor list value.
namespace case12 {
static int DtorListValueBad; // expect: stateless-mutable-global "DtorListValueBad"
struct D {
  int *r;
  D(int *r) : r(r) {}
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::list<D> v;
    v.emplace_back(&DtorListValueBad);
    (void)fd;
  }
}
} // namespace case12

// Dtor map value.
namespace case13 {
static int DtorMapValueBad; // expect: stateless-mutable-global "DtorMapValueBad"
struct D {
  int *r;
  D(int *r) : r(r) {}
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::map<int, D> v;
    v.emplace(1, &DtorMapValueBad);
    (void)fd;
  }
}
} // namespace case13

// Dtor optional value.
namespace case14 {
static int DtorOptionalValueBad; // expect: stateless-mutable-global "DtorOptionalValueBad"
struct D {
  int *r;
  D(int *r) : r(r) {}
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::optional<D> v(&DtorOptionalValueBad);
    (void)fd;
  }
}
} // namespace case14

// Dtor tuple value.
namespace case15 {
static int DtorTupleValueBad; // expect: stateless-mutable-global "DtorTupleValueBad"
struct D {
  int *r;
  D(int *r) : r(r) {}
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::tuple<D, int> v(&DtorTupleValueBad, 1);
    (void)fd;
  }
}
} // namespace case15

// Dtor variant value.
namespace case16 {
static int DtorVariantValueBad; // expect: stateless-mutable-global "DtorVariantValueBad"
struct D {
  int *r;
  D(int *r) : r(r) {}
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::variant<int, D> v(std::in_place_index<1>, &DtorVariantValueBad);
    (void)fd;
  }
}
} // namespace case16

// Dtor vector element.
namespace case17 {
static int DtorVectorElementBad; // expect: stateless-mutable-global "DtorVectorElementBad"
struct D {
  int *r;
  D(int *r) : r(r) {}
  ~D() { ++*r; }
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::vector<D> v;
    v.emplace_back(&DtorVectorElementBad);
    (void)fd;
  }
}
} // namespace case17

// Emplace pair of ref.
namespace case18 {
static int EmplacePairOfRefBad; // expect: stateless-mutable-global "EmplacePairOfRefBad"
static std::vector<std::pair<int &, int>> v; // expect: stateless-mutable-global "v'"
static void run() {
  v.emplace_back(EmplacePairOfRefBad, 1);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    v[0].first += fd;
  }
}
} // namespace case18

// Emplace reference wrapper.
namespace case19 {
static int EmplaceReferenceWrapperBad; // expect: stateless-mutable-global "EmplaceReferenceWrapperBad"
static void run() {
  std::vector<std::reference_wrapper<int>> o;
  o.emplace_back(EmplaceReferenceWrapperBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    o[0].get()++;
  }
}
} // namespace case19

// Emplace tuple of ref.
namespace case20 {
static int EmplaceTupleOfRefBad; // expect: stateless-mutable-global "EmplaceTupleOfRefBad"
static std::vector<std::tuple<int &>> v; // expect: stateless-mutable-global "v'"
static void run() {
  v.emplace_back(EmplaceTupleOfRefBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::get<0>(v[0]) += fd;
  }
}
} // namespace case20

// Function of data member.
namespace case21 {
struct A {
  int n = 0;
};
static A FunctionOfDataMemberBad; // expect: stateless-mutable-global "FunctionOfDataMemberBad"
static std::function<int &(A &)> f = &A::n;
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    f(FunctionOfDataMemberBad) += fd;
  }
}
} // namespace case21

// Hand variant.
namespace case22 {
static int HandVariantBad; // expect: stateless-mutable-global "HandVariantBad"
template <class A, class B> struct V {
  union {
    A a;
    B b;
  };
  bool f;
  V(A x) : a(x), f(true) {}
  V(B x) : b(x), f(false) {}
};
static void run() {
  V<int, int *> v(&HandVariantBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *v.b += fd;
  }
}
} // namespace case22

// Invoke data member pointer.
namespace case23 {
struct S {
  int *n;
};
static int InvokeDataMemberPointerBad; // expect: stateless-mutable-global "InvokeDataMemberPointerBad"
static S s{&InvokeDataMemberPointerBad};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *std::invoke(&S::n, &s) += fd;
  }
}
} // namespace case23

// Make unique thread.
namespace case24 {
static int MakeUniqueThreadBad; // expect: stateless-mutable-global "MakeUniqueThreadBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto t =
        std::make_unique<std::thread>([p = &MakeUniqueThreadBad] { ++*p; });
    t->join();
  }
}
} // namespace case24

// Map from array range.
namespace case25 {
static int MapFromArrayRangeBad; // expect: stateless-mutable-global "MapFromArrayRangeBad"
static std::pair<const int, int *> s[1]{{1, &MapFromArrayRangeBad}};
static void run() {
  std::map<int, int *> n(s, s + 1);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *n.at(1) += fd;
  }
}
} // namespace case25

// Map init converting value.
namespace case26 {
static int MapInitConvertingValueBad; // expect: stateless-mutable-global "MapInitConvertingValueBad"
static void run() {
  std::map<int, std::reference_wrapper<int>> m{{1, MapInitConvertingValueBad}};
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    m.at(1).get() += fd;
  }
}
} // namespace case26

// Mem fn data member.
namespace case27 {
struct S {
  int n = 0;
};
static S MemFnDataMemberBad; // expect: stateless-mutable-global "MemFnDataMemberBad"
static void run() {
  auto b = std::mem_fn(&S::n);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    b(MemFnDataMemberBad) += fd;
    b(&MemFnDataMemberBad) += fd;
  }
}
} // namespace case27

// Move iterator.
namespace case28 {
static std::vector<std::string> MoveIteratorBad(9, std::string(40, 97)); // expect: stateless-mutable-global "MoveIteratorBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto i = std::make_move_iterator(MoveIteratorBad.begin() + fd - 4);
    std::vector<std::string> l(i, i + 1);
  }
}
} // namespace case28

// Multimap equal range binding.
namespace case29 {
static std::multimap<int, int> MultimapEqualRangeBindingBad{{1, 1}}; // expect: stateless-mutable-global "MultimapEqualRangeBindingBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto [a, b] = MultimapEqualRangeBindingBad.equal_range(1);
    for (; a != b; ++a)
      a->second += fd;
  }
}
} // namespace case29

// Optional converting ctor.
namespace case30 {
static int OptionalConvertingCtorBad; // expect: stateless-mutable-global "OptionalConvertingCtorBad"
struct S {
  int &r;
  S(int &r) : r(r) {}
};
static void run() {
  std::optional<S> s = OptionalConvertingCtorBad;
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    s->r += fd;
  }
}
} // namespace case30

// Optional or else result.
namespace case31 {
static int OptionalOrElseResultBad; // expect: stateless-mutable-global "OptionalOrElseResultBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::optional<int *> o;
    auto q = o.or_else(
        []() -> std::optional<int *> { return &OptionalOrElseResultBad; });
    **q += fd;
  }
}
} // namespace case31

// Optional reference wrapper.
namespace case32 {
static int OptionalReferenceWrapperBad; // expect: stateless-mutable-global "OptionalReferenceWrapperBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::optional<std::reference_wrapper<int>> o;
    o = OptionalReferenceWrapperBad;
    o->get()++;
  }
}
} // namespace case32

// Optional transform result.
namespace case33 {
static int OptionalTransformResultBad; // expect: stateless-mutable-global "OptionalTransformResultBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::optional<int> o = 1;
    auto q = o.transform([](int) { return &OptionalTransformResultBad; });
    **q += fd;
  }
}
} // namespace case33

// Ospanstream before loop.
namespace case34 {
static char OspanstreamBeforeLoopBad[64]; // expect: stateless-mutable-global "OspanstreamBeforeLoopBad"
static void run() {
  std::ospanstream o{std::span<char>(OspanstreamBeforeLoopBad)};
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    o << fd;
  }
}
} // namespace case34

// Ostream over static stringbuf.
namespace case35 {
static std::stringbuf OstreamOverStaticStringbufBad; // expect: stateless-mutable-global "OstreamOverStaticStringbufBad"
static void run() {
  std::ostream o(&OstreamOverStaticStringbufBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    o << fd;
  }
}
} // namespace case35

// Packaged task result.
namespace case36 {
static int PackagedTaskResultBad; // expect: stateless-mutable-global "PackagedTaskResultBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::packaged_task<int *()> t([] { return &PackagedTaskResultBad; });
    auto f = t.get_future();
    t();
    *f.get() += fd;
  }
}
} // namespace case36

// Pair converting ctor.
namespace case37 {
static int PairConvertingCtorBad; // expect: stateless-mutable-global "PairConvertingCtorBad"
struct S {
  int *p;
  S(int &r) : p(&r) {}
};
static void run() {
  std::pair<S, int> s(PairConvertingCtorBad, 1);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *s.first.p += fd;
  }
}
} // namespace case37

// Pmr resource before loop.
namespace case38 {
static char PmrResourceBeforeLoopBad[4096]; // expect: stateless-mutable-global "PmrResourceBeforeLoopBad"
static void run() {
  std::pmr::monotonic_buffer_resource m(PmrResourceBeforeLoopBad,
                                        sizeof PmrResourceBeforeLoopBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::pmr::vector<int> v(&m);
    v.push_back(fd);
  }
}
} // namespace case38

// Pmr static resource.
namespace case39 {
static char PmrStaticResourceBad[4096]; // expect: stateless-mutable-global "PmrStaticResourceBad"
static std::pmr::monotonic_buffer_resource c_m(PmrStaticResourceBad, // expect-benign: stateless-mutable-global "exempt type: allocator"
                                               sizeof PmrStaticResourceBad);
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    std::pmr::vector<int> v(&c_m);
    v.push_back(fd);
  }
}
} // namespace case39

// Pointer bytes in string.
namespace case40 {
static int PointerBytesInStringBad; // expect: stateless-mutable-global "PointerBytesInStringBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    int *z = &PointerBytesInStringBad;
    std::string s((char *)&z, 8);
    int *w;
    std::memcpy(&w, s.data(), 8);
    *w += fd;
  }
}
} // namespace case40

// Ranges copy if pointers.
namespace case41 {
static int RangesCopyIfPointersBad; // expect: stateless-mutable-global "RangesCopyIfPointersBad"
static int *FP_Held[]{&RangesCopyIfPointersBad}; // expect: stateless-mutable-global "FP_Held'"
static void run() {
  std::vector<int *> n;
  std::ranges::copy_if(FP_Held, std::back_inserter(n), [](int *p) { return p; });
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *n[0] += fd;
  }
}
} // namespace case41

// Ranges copy pointers.
namespace case42 {
static int RangesCopyPointersBad; // expect: stateless-mutable-global "RangesCopyPointersBad"
static int *s[]{&RangesCopyPointersBad};
static void run() {
  std::vector<int *> n;
  std::ranges::copy(s, std::back_inserter(n));
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *n[0] += fd;
  }
}
} // namespace case42

// Ranges copy pointers vector.
namespace case43 {
static int RangesCopyPointersVectorBad; // expect: stateless-mutable-global "RangesCopyPointersVectorBad"
static std::vector<int *> s{&RangesCopyPointersVectorBad};
static void run() {
  std::vector<int *> n;
  std::ranges::copy(s, std::back_inserter(n));
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *n[0] += fd;
  }
}
} // namespace case43

// Shared ptr void cast.
namespace case44 {
static int SharedPtrVoidCastBad; // expect: stateless-mutable-global "SharedPtrVoidCastBad"
static std::shared_ptr<void> p; // expect: stateless-mutable-global "p'"
static void run() {
  p = std::make_shared<int *>(&SharedPtrVoidCastBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    **std::static_pointer_cast<int *>(p) += fd;
  }
}
} // namespace case44

// Static pointer cast down.
namespace case45 {
struct B {
  virtual ~B() = default;
};
struct D : B {
  int *q;
  D(int *q) : q(q) {}
};
static int StaticPointerCastDownBad; // expect: stateless-mutable-global "StaticPointerCastDownBad"
static std::shared_ptr<B> p = std::make_shared<D>(&StaticPointerCastDownBad);
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *std::static_pointer_cast<D>(p)->q += fd;
  }
}
} // namespace case45

// Std fill pointer.
namespace case46 {
static int StdFillPointerBad; // expect: stateless-mutable-global "StdFillPointerBad"
static void run() {
  std::vector<int *> n(2);
  std::fill(n.begin(), n.end(), &StdFillPointerBad);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *n[0] += fd;
  }
}
} // namespace case46

// Streambuf setp before loop.
namespace case47 {
static char StreambufSetpBeforeLoopBad[64]; // expect: stateless-mutable-global "StreambufSetpBeforeLoopBad"
struct SB : std::streambuf {
  SB(char *b, std::size_t n) { setp(b, b + n); }
};
static void run() {
  SB sb(StreambufSetpBeforeLoopBad, 64);
  std::ostream o(&sb);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    o << fd;
  }
}
} // namespace case47

// Tuple converting ctor.
namespace case48 {
static int TupleConvertingCtorBad; // expect: stateless-mutable-global "TupleConvertingCtorBad"
struct S {
  int *p;
  S(int &r) : p(&r) {}
};
static void run() {
  std::tuple<S, int> s(TupleConvertingCtorBad, 1);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *std::get<0>(s).p += fd;
  }
}
} // namespace case48

// Union ctor mem init.
namespace case49 {
static int UnionCtorMemInitBad; // expect: stateless-mutable-global "UnionCtorMemInitBad"
union St {
  char e;
  int *v;
  St(int *a) : v(a) {}
};
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    St s(&UnionCtorMemInitBad);
    *s.v += fd;
  }
}
} // namespace case49

// Unordered map equal range.
namespace case50 {
static std::unordered_map<int, int> UnorderedMapEqualRangeBad{{1, 1}}; // expect: stateless-mutable-global "UnorderedMapEqualRangeBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    auto r = UnorderedMapEqualRangeBad.equal_range(1);
    r.first->second += fd;
  }
}
} // namespace case50

// Valarray indirect.
namespace case51 {
static std::valarray<int> ValarrayIndirectBad{1, 2, 3, 4}; // expect: stateless-mutable-global "ValarrayIndirectBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    ValarrayIndirectBad[std::valarray<size_t>{1}] = fd;
  }
}
} // namespace case51

// Valarray mask.
namespace case52 {
static std::valarray<int> ValarrayMaskBad{1, 2, 3, 4}; // expect: stateless-mutable-global "ValarrayMaskBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    ValarrayMaskBad[ValarrayMaskBad > 1] = fd;
  }
}
} // namespace case52

// Valarray slice.
namespace case53 {
static std::valarray<int> ValarraySliceBad{1, 2, 3, 4}; // expect: stateless-mutable-global "ValarraySliceBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    ValarraySliceBad[std::slice(0, 2, 2)] += std::valarray<int>{fd, 1};
  }
}
} // namespace case53

// Variant converting ctor.
namespace case54 {
static int VariantConvertingCtorBad; // expect: stateless-mutable-global "VariantConvertingCtorBad"
struct S {
  int *p;
  S(int &r) : p(&r) {}
};
static void run() {
  std::variant<long *, S> s{VariantConvertingCtorBad};
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *std::get<1>(s).p += fd;
  }
}
} // namespace case54

// Vector bool iterator.
namespace case55 {
static std::vector<bool> VectorBoolIteratorBad(8); // expect: stateless-mutable-global "VectorBoolIteratorBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *VectorBoolIteratorBad.begin() = fd % 2;
  }
}
} // namespace case55

// Vector bool range for.
namespace case56 {
static std::vector<bool> VectorBoolRangeForBad(8); // expect: stateless-mutable-global "VectorBoolRangeForBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    for (auto &&r : VectorBoolRangeForBad)
      r = fd % 2;
  }
}
} // namespace case56

// Vector from array range.
namespace case57 {
static int VectorFromArrayRangeBad; // expect: stateless-mutable-global "VectorFromArrayRangeBad"
static int *s[]{&VectorFromArrayRangeBad};
static void run() {
  std::vector<int *> n(s, s + 1);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *n[0] += fd;
  }
}
} // namespace case57

// Vector insert array range.
namespace case58 {
static int VectorInsertArrayRangeBad; // expect: stateless-mutable-global "VectorInsertArrayRangeBad"
static std::vector<int *> n; // expect: stateless-mutable-global "n'"
static void run() {
  int *a[] = {&VectorInsertArrayRangeBad};
  n.insert(n.end(), a, a + 1);
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    *n.front() += fd;
  }
}
} // namespace case58

// View filter before loop.
namespace case59 {
static int ViewFilterBeforeLoopBad; // expect: stateless-mutable-global "ViewFilterBeforeLoopBad"
static const int t[2] = {1, 2};
static void run() {
  auto v =
      t | std::views::filter([](int) { return ++ViewFilterBeforeLoopBad > 0; });
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    for (int r : v)
      fd += r;
  }
}
} // namespace case59

// View takewhile before loop.
namespace case60 {
static int ViewTakewhileBeforeLoopBad; // expect: stateless-mutable-global "ViewTakewhileBeforeLoopBad"
static const int t[2] = {1, 2};
static void run() {
  auto v = t | std::views::take_while(
                   [](int) { return ++ViewTakewhileBeforeLoopBad > 0; });
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    for (int r : v)
      fd += r;
  }
}
} // namespace case60

// View transform before loop.
namespace case61 {
static int ViewTransformBeforeLoopBad; // expect: stateless-mutable-global "ViewTransformBeforeLoopBad"
static const int t[2] = {1, 2};
static void run() {
  auto v = t | std::views::transform(
                   [](int i) { return i + ++ViewTransformBeforeLoopBad; });
  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    for (int r : v)
      fd += r;
  }
}
} // namespace case61

// View transform deref pointer.
namespace case62 {
static int ViewTransformDerefPointerBad; // expect: stateless-mutable-global "ViewTransformDerefPointerBad"
static std::vector<int *> FP_Held{&ViewTransformDerefPointerBad}; // expect: stateless-mutable-global "FP_Held'"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    for (int &p : FP_Held | std::views::transform([](int *p) -> int & { return *p; }))
      p += fd;
  }
}
} // namespace case62

// View transform returns pointer.
namespace case63 {
static int ViewTransformReturnsPointerBad; // expect: stateless-mutable-global "ViewTransformReturnsPointerBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    for (int *r : std::array{0} | std::views::transform([](int) {
                    return &ViewTransformReturnsPointerBad;
                  }))
      *r += fd;
  }
}
} // namespace case63

// View transform returns ref.
namespace case64 {
static int ViewTransformReturnsRefBad[2]; // expect: stateless-mutable-global "ViewTransformReturnsRefBad"
static void run() {

  for (;;) {
    int fd = accept(3, nullptr, nullptr);
    for (int &r :
         std::views::iota(0, 2) | std::views::transform([](int i) -> int & {
           return ViewTransformReturnsRefBad[i];
         }))
      r += fd;
  }
}
} // namespace case64

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
  case27::run();
  case28::run();
  case29::run();
  case30::run();
  case31::run();
  case32::run();
  case33::run();
  case34::run();
  case35::run();
  case36::run();
  case37::run();
  case38::run();
  case39::run();
  case40::run();
  case41::run();
  case42::run();
  case43::run();
  case44::run();
  case45::run();
  case46::run();
  case47::run();
  case48::run();
  case49::run();
  case50::run();
  case51::run();
  case52::run();
  case53::run();
  case54::run();
  case55::run();
  case56::run();
  case57::run();
  case58::run();
  case59::run();
  case60::run();
  case61::run();
  case62::run();
  case63::run();
  case64::run();
}
