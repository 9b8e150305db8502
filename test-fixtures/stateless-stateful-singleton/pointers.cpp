// Pointer, smart pointer and call_once: made on first use, kept in a static.
#include <memory>
#include <mutex>
#include <string>
#include <vector>

// The classic: a static member pointer, made on demand.
class Registry {
public:
  static Registry *getInstance() {
    if (!InstanceBad)
      InstanceBad = new Registry;
    return InstanceBad;
  }
  void add(int N) { Items_.push_back(N); }

private:
  Registry() = default;
  static Registry *InstanceBad;
  std::vector<int> Items_;
};
Registry *Registry::InstanceBad = nullptr; // expect: stateless-stateful-singleton "singleton" "Registry" "getInstance" "'Items_'" confidence likely

// Double-checked under a lock; the static is inline.
class Checked {
public:
  static Checked &instance() {
    if (!InstanceBad) {
      std::lock_guard<std::mutex> Hold(LockOk);
      if (!InstanceBad)
        InstanceBad = new Checked();
    }
    return *InstanceBad;
  }
  void touch() { ++Touched_; }

private:
  static inline Checked *InstanceBad = nullptr; // expect: stateless-stateful-singleton "singleton" "instance" "'Touched_'"
  static inline std::mutex LockOk;
  int Touched_ = 0;
};

// A pointer that is made at start, not on demand.
class Eager {
public:
  static Eager *instance() { return InstanceBad; }
  void name(const std::string &S) { Name_ = S; }

private:
  static Eager *const InstanceBad;
  std::string Name_;
};
Eager *const Eager::InstanceBad = new Eager; // expect: stateless-stateful-singleton "singleton" "instance" "'Name_'"

// unique_ptr and shared_ptr.
class Unique {
public:
  static Unique &instance() {
    if (!InstanceBad)
      InstanceBad.reset(new Unique);
    return *InstanceBad;
  }
  void set(int N) { Value_ = N; }

private:
  Unique() = default;
  static std::unique_ptr<Unique> InstanceBad;
  int Value_ = 0;
};
std::unique_ptr<Unique> Unique::InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Value_'"

class Shared {
public:
  static std::shared_ptr<Shared> instance() {
    static std::shared_ptr<Shared> InstanceBad = std::make_shared<Shared>(); // expect: stateless-stateful-singleton "singleton" "instance" "'Uses_'"
    return InstanceBad;
  }
  void use() { Uses_++; }

private:
  int Uses_ = 0;
};

// std::call_once: the once-flag is synchronisation, the instance is state.
class Once {
public:
  static Once &instance() {
    std::call_once(FlagOk, [] { InstanceBad.reset(new Once); });
    return *InstanceBad;
  }
  void log(const std::string &Line) { Lines_ += Line; }

private:
  Once() = default;
  static std::once_flag FlagOk;
  static std::unique_ptr<Once> InstanceBad;
  std::string Lines_;
};
std::once_flag Once::FlagOk; // expect-benign: stateless-mutable-global "synchroni"
std::unique_ptr<Once> Once::InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Lines_'"

// The same shapes without state.
class QuietPointer {
public:
  static QuietPointer *getInstance() {
    if (!InstanceOk)
      InstanceOk = new QuietPointer;
    return InstanceOk;
  }
  int twice(int N) const { return 2 * N; }

private:
  static QuietPointer *InstanceOk;
};
QuietPointer *QuietPointer::InstanceOk = nullptr; // expect-benign: stateless-stateful-singleton "no mutable state"

class QuietUnique {
public:
  static const QuietUnique &instance() {
    static const auto InstanceOk = std::make_unique<QuietUnique>(); // expect-benign: stateless-stateful-singleton "no mutable state"
    return *InstanceOk;
  }
  int limit() const { return Limit_; }

private:
  int Limit_ = 5;
};

class QuietOnce {
public:
  static QuietOnce &instance() {
    static std::once_flag FlagOk; // expect-benign: stateless-mutable-global "synchroni"
    std::call_once(FlagOk, [] { InstanceOk = new QuietOnce; });
    return *InstanceOk;
  }
  const std::string &prefix() const { return Prefix_; }

private:
  QuietOnce() : Prefix_("p") {}
  static QuietOnce *InstanceOk;
  std::string Prefix_;
};
QuietOnce *QuietOnce::InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
