// Unnamed and recursive types, bit-fields, packs, default-argument lambdas.
#include <initializer_list>
#include <tuple>
#include <utility>

struct {
  int Inner;
  union {
    int A;
    float B;
  };
} UnnamedBad; // expect: stateless-mutable-global "UnnamedBad"

struct Node {
  Node *Next;
  struct Leaf *Leaves;
  Node (*Make)(Node &);
} *HeadBad; // expect: stateless-mutable-global "HeadBad"

struct Flags {
  unsigned On : 1;
  unsigned : 0;
  unsigned Level : 5 = 3;
} FlagsBad; // expect: stateless-mutable-global "FlagsBad"

int LastBad; // expect: stateless-mutable-global "LastBad"

int defaulted(int Value = [] { return ++LastBad; }()) { return Value; }

template <typename... Ts> std::tuple<Ts...> PackBad{}; // expect: stateless-mutable-global "PackBad"

template <typename... Ts> void store(Ts... Values) {
  PackBad<Ts...> = std::tuple<Ts...>(Values...);
  (void)(... + Values);
  auto Each = [&](auto &&...Rest) { return (0 + ... + int(Rest)); };
  (void)Each(std::forward<Ts>(Values)...);
}

template <int N> struct Deep : Deep<N - 1> {
  static constexpr int ValueOk = N + Deep<N - 1>::ValueOk;
};
template <> struct Deep<0> {
  static constexpr int ValueOk = 0;
};
static_assert(Deep<200>::ValueOk == 20100);

[[maybe_unused, gnu::used]] [[gnu::aligned(32)]] alignas(64) static int AlignedBad [[gnu::visibility("hidden")]] = 1; // expect: stateless-mutable-global "AlignedBad"

void use(Node &N, int Value) {
  UnnamedBad.A = Value;
  HeadBad = &N;
  FlagsBad.Level = 2u;
  FlagsBad.On ^= 1;
  AlignedBad += defaulted();
  store(1, 2L, 'c');
  []<typename T>(T) -> decltype(auto) { return T(); }(1);
  if (auto [A, B] = std::pair(1, 2); A < B)
    asm volatile("" ::: "memory");
}

unsigned long nowhere() { return reinterpret_cast<unsigned long>(nullptr); }
