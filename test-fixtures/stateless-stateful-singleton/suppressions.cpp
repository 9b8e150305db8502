// Singletons that a comment or an annotation excuses.
#include <vector>

class Cache {
public:
  static Cache &instance() {
    [[clang::annotate("stateless: ephemeral-cache")]] static Cache InstanceBad; // expect-suppressed: stateless-stateful-singleton "'Entries_'"
    return InstanceBad;
  }
  void put(int N) { Entries_.push_back(N); }

private:
  std::vector<int> Entries_;
};

class Counter {
public:
  static Counter &instance() {
    static Counter InstanceBad; // NOLINT(stateless-stateful-singleton) expect-suppressed: stateless-stateful-singleton "'Hits_'"
    return InstanceBad;
  }
  static Counter &other() {
    // NOLINTNEXTLINE(stateless-mutable-global)
    static Counter OtherBad; // expect: stateless-stateful-singleton "singleton" "other" "'Hits_'"
    return OtherBad;
  }
  void hit() { ++Hits_; }

private:
  int Hits_ = 0;
};
