// `T Name(Expression)` in templates, where the initialiser has no type yet.
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

struct Job {
  virtual ~Job() = default;
  virtual void run() = 0;
};
template <class F> struct JobOf : Job {
  F Call;
  explicit JobOf(F Call) : Call(std::move(Call)) {}
  void run() override { Call(); }
};

static std::vector<std::unique_ptr<Job>> JobsBad; // expect: stateless-mutable-global "JobsBad" "written by 'add'"
template <class F> void add(F Call) {
  std::unique_ptr<Job> Handler(new JobOf<F>(std::move(Call)));
  JobsBad.push_back(std::move(Handler));
}
void start() {
  add([] {});
}

struct Pool {
  std::size_t Refs = 1;
  Pool &share() {
    ++Refs;
    return *this;
  }
};
template <class T> struct Allocator {
  Pool *P;
  template <class U> Allocator(const Allocator<U> &Other) : P(&Other.P->share()) {}
};
template <class T> struct Counter {
  int *P;
  explicit Counter(T &Value) : P(&Value.Number) {}
  void hit() { ++*P; }
};
struct Numbered {
  int Number = 0;
};
static Numbered CountedBad; // expect: stateless-mutable-global "CountedBad"
void hit() {
  Counter<Numbered> C(CountedBad);
  C.hit();
}
