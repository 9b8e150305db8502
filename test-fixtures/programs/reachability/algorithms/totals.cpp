#include "totals.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <numeric>

int ImmediateBad; // expect: stateless-mutable-global "ImmediateBad" "'GET /total'" confidence proven
int NamedBad; // expect: stateless-mutable-global "NamedBad" "'GET /total'" confidence proven
int NestedBad; // expect: stateless-mutable-global "NestedBad" "'GET /total'"
static int VisitedBad; // expect: stateless-mutable-global "lambda in 'total'" "'GET /total'"
static int ErasedBad; // expect: stateless-mutable-global "lambda in 'total'" "'GET /total'"
static int SummedBad; // expect: stateless-mutable-global "lambda in 'total'" "'GET /total'"
static int SetOnceOk; // expect-benign: stateless-mutable-global "computed once"
static int ComparedBad; // expect: stateless-mutable-global "written after start-up by 'less'" "'GET /order'"
static int MovedBad; // expect: stateless-mutable-global "lambda in 'order'" "'GET /order'"
static int TestedBad; // expect: stateless-mutable-global "written after start-up by 'Even::operator()'" "'GET /order'"
static std::once_flag OnceOk; // expect-benign: stateless-mutable-global "synchroni"

struct Even {
  bool operator()(int N) const { return ++TestedBad, N % 2 == 0; } // expect-fact: write TestedBad
};
static bool less(int A, int B) {
  ++ComparedBad; // expect-fact: write ComparedBad
  return A < B;
}
void eachErased(const std::vector<int> &List, const std::function<void(int)> &Fn) {
  for (int N : List)
    Fn(N);
}
int total(const std::vector<int> &List) {
  std::for_each(List.begin(), List.end(), [](int) { ++VisitedBad; }); // expect-fact: write VisitedBad
  eachErased(List, [](int N) { ErasedBad += N; }); // expect-fact: write ErasedBad
  std::call_once(OnceOk, [] { SetOnceOk = 1; });
  return std::accumulate(List.begin(), List.end(), 0, [](int A, int B) {
    ++SummedBad; // expect-fact: write SummedBad
    return A + B;
  });
}
int order(std::vector<int> List) {
  std::sort(List.begin(), List.end(), less);
  std::vector<int> Copy;
  std::transform(List.begin(), List.end(), std::back_inserter(Copy), [](int N) { return N + ++MovedBad; });
  return int(std::count_if(Copy.begin(), Copy.end(), Even()));
}
