// Concepts, requires-clauses, abbreviated templates, constrained state.
#include <concepts>
#include <utility>

template <typename T>
concept Countable = requires(T V) {
  { ++V } -> std::same_as<T &>;
  requires sizeof(T) <= 8;
};

template <Countable T> struct Counter {
  static inline T TotalBad{}; // expect: stateless-mutable-global "TotalBad"
  static void hit() requires std::integral<T> { ++TotalBad; }
};

template <Countable T> T LevelBad = T(); // expect: stateless-mutable-global "LevelBad"

void raise(Countable auto By) { LevelBad<int> += static_cast<int>(By); }

template <typename T>
  requires(!std::is_const_v<T>)
T &remembered(T Value) {
  static T KeptBad = Value; // expect: stateless-mutable-global "KeptBad"
  return KeptBad = Value;
}

constexpr auto TwiceOk = [](std::integral auto V) { return V * 2; };

int use() {
  Counter<int>::hit();
  raise(2L);
  return remembered(4) + TwiceOk(3);
}
