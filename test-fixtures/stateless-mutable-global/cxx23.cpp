// args: -std=c++23
// C++23: explicit object parameters, static call operators, if consteval, auto casts.
#include <string>
#include <utility>
#include <vector>

struct Gauge {
  int Level = 0;
  void raise(this Gauge &Self) { ++Self.Level; }
  template <typename T> void record(this T &&Self, int N) { Self.Level = N; }
  int peek(this const Gauge &Self) { return Self.Level; }
};
static Gauge RaisedBad; // expect: stateless-mutable-global "RaisedBad" "written by 'gauges'"
static Gauge RecordedBad; // expect: stateless-mutable-global "RecordedBad" "written by 'gauges'"
static Gauge PeekedOk; // expect-benign: stateless-mutable-global "never written"
int gauges() {
  RaisedBad.raise();     // expect-fact: write RaisedBad
  RecordedBad.record(2); // expect-fact: write RecordedBad
  return PeekedOk.peek();
}

static int CalledBad; // expect: stateless-mutable-global "CalledBad" "(increment)"
struct Functor {
  static int operator()(int N) { return CalledBad += N, ++CalledBad; } // expect-fact: write CalledBad
};

static int RuntimeBad; // expect: stateless-mutable-global "written by 'both' (assignment)"
constexpr int both(int N) {
  if consteval {
    return N;
  } else {
    RuntimeBad = N; // expect-fact: write RuntimeBad
    return N;
  }
}

// A static lambda, and a constant local of a constexpr function.
constexpr int table(int N) {
  static constexpr int StepsOk[] = {1, 2, 3}; // expect-benign: stateless-mutable-global "constant"
  return StepsOk[N % 3];
}
static std::vector<int> CopiedOk{1}; // expect-benign: stateless-mutable-global "never written"
static std::vector<int> MovedBad; // expect: stateless-mutable-global "MovedBad" "written by 'use'"
static std::string ForwardedBad; // expect: stateless-mutable-global "ForwardedBad" "written by 'use'"
int use() {
  auto Static = [](int N) static {
    static int RunsBad = 0; // expect: stateless-mutable-global "lambda in 'use'" "(increment)"
    return ++RunsBad + N;
  };
  std::vector<int> Copy = auto(CopiedOk);
  Copy.push_back(Static(1));
  std::vector<int> Taken(std::move(MovedBad)); // expect-fact: write MovedBad
  std::string Text = std::forward<std::string>(ForwardedBad); // expect-fact: write ForwardedBad
  return both(int(Taken.size())) + table(2) + Functor{}(3) + int(Copy.size() + Text.size());
}
