// Meyers singletons whose state is reached in roundabout ways.
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

// The field is a base's.
class Counted {
protected:
  int Count_ = 0;
};
class Inherits : public Counted {
public:
  static Inherits &instance() {
    static Inherits InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Count_'"
    return InstanceBad;
  }
  void hit() { ++Count_; }
};

// The class gives a reference to its field out; the caller writes.
class Open {
public:
  static Open &instance() {
    static Open InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Cell_'"
    return InstanceBad;
  }
  int &cell() { return Cell_; }

private:
  int Cell_ = 0;
};
void writeCell() { Open::instance().cell() = 3; }

// A lambda and a friend write.
class Friendly {
public:
  static Friendly &instance() {
    static Friendly InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Seen_'" "'Last_'"
    return InstanceBad;
  }
  void visit() {
    auto Add = [this](int N) { Seen_ += N; };
    Add(1);
  }
  friend void setLast(int N);

private:
  int Seen_ = 0;
  int Last_ = 0;
};
void setLast(int N) { Friendly::instance().Last_ = N; }

// The caller keeps a reference or a pointer to the instance.
struct Shown {
  int Value = 0;
  static Shown &instance() {
    static Shown InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Value'"
    return InstanceBad;
  }
};
void byReference() {
  auto &S = Shown::instance();
  S.Value = 4;
}

// A private method that other methods call; a field of a library type is filled.
class Layered {
public:
  static Layered &instance() {
    static Layered InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Items_'"
    return InstanceBad;
  }
  void add(int N) { store(N); }

private:
  void store(int N) { put(Items_, N); }
  static void put(std::vector<int> &Into, int N) { Into.push_back(N); }
  std::vector<int> Items_;
};

// A nested object of the project's own.
struct Inner {
  int Depth = 0;
  void deepen() { ++Depth; }
};
class Nested {
public:
  static Nested &instance() {
    static Nested InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance"
    return InstanceBad;
  }
  void deepen() { Inner_.deepen(); }

private:
  Inner Inner_;
};

// What the pointer in a field leads to.
class Behind {
public:
  static Behind &instance() {
    static Behind InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Data_'"
    return InstanceBad;
  }
  void set(int N) { Data_->Depth = N; }

private:
  Behind() : Data_(new Inner) {}
  Inner *Data_;
};

// A callback that anybody may replace.
class Hooks {
public:
  static Hooks &instance() {
    static Hooks InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'OnEvent_'"
    return InstanceBad;
  }
  void onEvent(std::function<void()> F) { OnEvent_ = std::move(F); }

private:
  std::function<void()> OnEvent_;
};

// The class is a template, its instance a member of a nested class.
template <typename T> class Slot {
public:
  static Slot &instance() {
    static Slot InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Value_'"
    return InstanceBad;
  }
  void set(T V) { Value_ = V; }

private:
  T Value_{};
};
void fillSlot() { Slot<int>::instance().set(1); }

struct Outer {
  class Engine {
  public:
    static Engine &instance() {
      static Engine InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Turns_'"
      return InstanceBad;
    }
    void turn() { Turns_ *= 2; }

  private:
    int Turns_ = 1;
  };
};

// A macro makes the accessor: the finding stands where the macro is used.
#define SINGLETON(Class, Name)                                                 \
  static Class &instance() {                                                   \
    static Class Name;                                                         \
    return Name;                                                               \
  }
class ByMacro {
public:
  SINGLETON(ByMacro, InstanceBad) // expect: stateless-stateful-singleton "singleton" "instance" "'Runs_'"
  void run() { ++Runs_; }

private:
  int Runs_ = 0;
};
class QuietByMacro {
public:
  SINGLETON(QuietByMacro, InstanceOk) // expect-benign: stateless-stateful-singleton "no mutable state"
  int runs() const { return Runs_; }

private:
  int Runs_ = 0;
};
