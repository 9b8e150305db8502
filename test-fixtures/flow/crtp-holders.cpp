// args: -std=c++20 -isystem {fixtures}/include
// One base that holds an instance of each class that derives from it: each holder
// is told by what its own instance keeps.
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>

template <class T> class ByReference {
public:
  static T &get() {
    static T Instance; // expect: stateless-stateful-singleton "of 'VisitsBad'"
    return Instance;
  }
};
template <class T> class ByPointer {
public:
  static T *get() {
    if (!Instance)
      Instance = new T;
    return Instance;
  }

private:
  static T *Instance;
};
template <class T> T *ByPointer<T>::Instance = nullptr; // expect: stateless-stateful-singleton "of 'LoginsBad'" "this is so in 'ByPointer<LoginsBad>'" "in 'ByPointer<SessionStoreBad>' it is no state: reported by stateless-session-map"
template <class T> class ByUnique {
public:
  static T &get() {
    std::call_once(Once, [] { Instance = std::make_unique<T>(); });
    return *Instance;
  }

private:
  static std::unique_ptr<T> Instance;
  static std::once_flag Once;
};
template <class T> std::unique_ptr<T> ByUnique<T>::Instance; // expect: stateless-stateful-singleton "of 'TotalsBad'"
template <class T> std::once_flag ByUnique<T>::Once;

class VisitsBad : public ByReference<VisitsBad> {
public:
  int hit() { return ++N; }

private:
  int N = 0;
};
class TextsOk : public ByReference<TextsOk> {
public:
  int size() const { return 3; }

private:
  int N = 3;
};
class LoginsBad : public ByPointer<LoginsBad> {
public:
  int hit() { return ++N; }

private:
  int N = 0;
};
class SessionStoreBad : public ByPointer<SessionStoreBad> {
public:
  void add(const std::string &S) { Sessions[S] = S; }

private:
  std::map<std::string, std::string> Sessions; // expect: stateless-session-map "SessionStoreBad::Sessions"
};
class TotalsBad : public ByUnique<TotalsBad> {
public:
  int hit() { return ++N; }

private:
  int N = 0;
};
class NamesOk : public ByUnique<NamesOk> {
public:
  NamesOk() { All["a"] = "b"; }
  bool has(const std::string &K) const { return All.count(K) != 0; }

private:
  std::map<std::string, std::string> All;
};

int main() {
  httplib::Server S;
  S.Post("/login", [](const httplib::Request &Q, httplib::Response &R) {
    SessionStoreBad::get()->add(Q.body);
    R.status = VisitsBad::get().hit() + LoginsBad::get()->hit() + TotalsBad::get().hit() + TextsOk::get().size() + NamesOk::get().has(Q.body);
  });
  S.listen("0.0.0.0", 80);
}
