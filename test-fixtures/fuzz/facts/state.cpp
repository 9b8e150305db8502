// Variables, writes from functions, a singleton, a session map.
# 1 "/usr/include/library.h" 1 3
namespace std {
template <typename K, typename V> struct map {
  V &operator[](const K &);
  unsigned long size() const;
  V *begin();
  const V *begin() const;
};
template <typename T> struct unique_ptr {
  explicit unique_ptr(T *);
  T *operator->() const;
};
struct mutex { void lock(); void unlock(); };
} // namespace std
# 18 "state.cpp" 2

int Counter;
static const int Limit = 3;
thread_local int PerThread = 1;

namespace app {
struct Session { int User = 0; mutable int Uses = 0; };
class Store {
public:
  static Store &instance() {
    static Store Only;
    return Only;
  }
  Session &open(int Id) { return Sessions[Id]; }
  int uses() const { return Sessions.size(); }

private:
  Store() = default;
  std::map<int, Session> Sessions;
  std::mutex Lock;
};
template <typename T> T &shared() {
  static T Value{};
  return Value;
}
} // namespace app

void hit(int *P) { ++*P; }
int handle(int Id) {
  hit(&Counter); // NOLINT(stateless-*)
  app::Session &S = app::Store::instance().open(Id);
  ++S.User;
  app::shared<int>() += Id;
  auto Add = [&S, Id] { S.User += Id; };
  Add();
  return Counter > Limit ? PerThread++ : 0;
}
int main(int Count, char **) {
  Counter = Count;
  while (true)
    handle(Count);
}
