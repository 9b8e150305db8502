// CRTP: a template base gives its derived class the instance.
#include <memory>
#include <string>
#include <vector>

template <typename T> class Singleton {
public:
  static T &instance() {
    static T InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Hits_'"
    return InstanceBad;
  }
  Singleton(const Singleton &) = delete;

protected:
  Singleton() = default;
};
class Statistics : public Singleton<Statistics> {
  friend class Singleton<Statistics>;

public:
  void hit() { ++Hits_; }

private:
  int Hits_ = 0;
};
// A second derived class, without state, changes nothing about the first.
class Words : public Singleton<Words> {
  friend class Singleton<Words>;

public:
  int length() const { return Length_; }

private:
  int Length_ = 3;
};
void serve() {
  if (Words::instance().length() > 2)
    Statistics::instance().hit();
}

// A pointer in the base.
template <class Derived> class PointerBase {
public:
  static Derived *get() {
    if (!InstanceBad)
      InstanceBad = new Derived;
    return InstanceBad;
  }

private:
  static Derived *InstanceBad;
};
template <class Derived> Derived *PointerBase<Derived>::InstanceBad = nullptr; // expect: stateless-stateful-singleton "singleton" "get" "'Names_'"
class Directory : public PointerBase<Directory> {
public:
  void add(const std::string &Name) { Names_.push_back(Name); }

private:
  std::vector<std::string> Names_;
};
void serveToo() { Directory::get()->add("x"); }

// Every derived class keeps nothing.
template <typename T> struct QuietBase {
  static const T &instance() {
    static const T InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
};
class Rounding : public QuietBase<Rounding> {
public:
  Rounding() {}
  int round(int N) const { return N / Step_ * Step_; }

private:
  int Step_ = 10;
};
class Plain : public QuietBase<Plain> {
public:
  Plain() {}
  int same(int N) const { return N; }
};
int quiet() { return Rounding::instance().round(3) + Plain::instance().same(4); }

// A template with a holder in place of a base.
template <typename T> class Holder {
public:
  static T &get() {
    static T ValueBad; // expect: stateless-stateful-singleton "singleton" "get" "'Count_'"
    return ValueBad;
  }
};
class Tally {
public:
  void add() { Count_ += 1; }

private:
  int Count_ = 0;
};
void serveHolder() { Holder<Tally>::get().add(); }
