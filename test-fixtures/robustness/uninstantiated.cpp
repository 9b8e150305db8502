// Templates that nobody instantiates: lists in parentheses have no type there.
#include <map>
#include <memory>
#include <string>
#include <vector>

void take(const std::string &);
template <class T> void add(T Value) {
  std::string Text(Value);
  std::string Both(Value, 1);
  take(Text);
  take(std::string(Value));
}
template <class T> struct Base {
  Base(T);
  Base(T, int);
};
template <class T> struct OfBase : Base<T> {
  OfBase(T Value) : Base<T>(Value) {}
  OfBase(T Value, int More) : Base<T>(Value, More) {}
};
template <class T> struct OfMember {
  std::string Text;
  int *Pointer;
  std::vector<T> All;
  OfMember(T Value) : Text(Value), Pointer(&Value), All(1, Value) {}
  OfMember(T Value, long) : Text{Value}, Pointer{}, All{Value, Value} {}
};
template <class T> struct Delegates {
  Delegates(T Value) : Delegates(Value, 1) {}
  Delegates(T, int) {}
};
template <class... Ts> struct OfPack : Ts... {
  std::string Text;
  OfPack(Ts... Values) : Ts(Values)..., Text(Values...) {}
};
template <class T> struct Nested {
  struct Inner {
    T Value;
    explicit Inner(T Given) : Value(Given) {}
  };
  std::unique_ptr<Inner> Held;
  std::map<T, Inner> All;
  Nested(T Value) : Held(new Inner(Value)), All({{Value, Inner(Value)}}) {}
  auto both() const { return std::pair(Held->Value, All.size()); }
  static inline const T Shared = T(1, 2);
  T Made = T(3), Braced{4, 5};
};
template <class T> T make(T Value) {
  static T Kept(Value, Value);
  T *New = new T(Value, Value);
  T Local = T(Value, *New);
  throw T(Local, Kept);
}

static int CountedBad; // expect: stateless-mutable-global "CountedBad"
void count() { ++CountedBad; }
