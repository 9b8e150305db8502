// Smart pointers, and containers of pointers, to data that changes or does not.
#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

struct Box {
  int N = 0;
  int Values[4] = {};
  void put(int V) { N = V; }
  int get() const { return N; }
};

// Smart pointers: const says that the pointer stays, not what it points to.
const std::unique_ptr<Box> OwnedBad = std::make_unique<Box>(); // expect: stateless-mutable-global "written by 'smart' (assignment)" confidence likely
const std::shared_ptr<Box> SharedBad = std::make_shared<Box>(); // expect: stateless-mutable-global "written by 'smart' (call of '" "put'"
const std::unique_ptr<int[]> BlockBad = std::make_unique<int[]>(4); // expect: stateless-mutable-global "written by 'smart' (assignment)"
const std::reference_wrapper<int> WrappedBad = *new int(1); // expect: stateless-mutable-global "written by 'smart' (assignment)"
static std::unique_ptr<Box> ReplacedBad; // expect: stateless-mutable-global "written by 'smart'" "ReplacedBad"
static std::shared_ptr<Box> ResetBad; // expect: stateless-mutable-global "written by 'smart' (call of '" "reset'"
static std::weak_ptr<Box> WeakBad; // expect: stateless-mutable-global "WeakBad" "written by 'smart'"
const std::unique_ptr<Box> IdleOk = std::make_unique<Box>(); // expect-benign: stateless-mutable-global "never written"
const std::shared_ptr<const Box> FrozenOk = std::make_shared<Box>(); // expect-benign: stateless-mutable-global "constant"
static std::unique_ptr<Box> UnusedOk = std::make_unique<Box>(); // expect-benign: stateless-mutable-global "never written"
int smart(int I) {
  OwnedBad->N = 1;                        // expect-fact: write OwnedBad
  SharedBad->put(2);                      // expect-fact: write SharedBad
  BlockBad[std::size_t(I)] = 3;           // expect-fact: write BlockBad
  WrappedBad.get() = 4;                   // expect-fact: write WrappedBad
  ReplacedBad = std::make_unique<Box>();  // expect-fact: write ReplacedBad
  ResetBad.reset();                       // expect-fact: write ResetBad
  WeakBad = ResetBad;                     // expect-fact: write WeakBad
  return IdleOk->get() + FrozenOk->N + UnusedOk->N + (*IdleOk).N;
}

// Containers of pointers that are constant, with mutable data behind them.
const std::vector<Box *> HandlesBad{new Box}; // expect: stateless-mutable-global "written by 'behind' (assignment)"
const std::array<std::shared_ptr<Box>, 1> PoolsBad{std::make_shared<Box>()}; // expect: stateless-mutable-global "written by 'behind' (call of '" "put'"
static int *const RowsBad[2] = {new int, new int}; // expect: stateless-mutable-global "written by 'behind' (increment)"
const std::vector<Box *> ListedOk{new Box}; // expect-benign: stateless-mutable-global "never written"
int behind() {
  HandlesBad[0]->N = 1; // expect-fact: write HandlesBad
  PoolsBad[0]->put(2);  // expect-fact: write PoolsBad
  ++*RowsBad[1];        // expect-fact: write RowsBad
  return ListedOk[0]->get();
}
