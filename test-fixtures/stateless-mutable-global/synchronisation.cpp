// Synchronisation only: locks, once-flags, conditions, latches. Atomics are state.
#include <atomic>
#include <barrier>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <pthread.h>
#include <semaphore>
#include <shared_mutex>

std::mutex MutexOk; // expect-benign: stateless-mutable-global "synchroni"
static std::recursive_mutex RecursiveOk; // expect-benign: stateless-mutable-global "synchroni"
static std::shared_mutex SharedOk; // expect-benign: stateless-mutable-global "synchroni"
static std::once_flag OnceOk; // expect-benign: stateless-mutable-global "synchroni"
std::condition_variable ConditionOk; // expect-benign: stateless-mutable-global "synchroni"
static std::latch LatchOk(1); // expect-benign: stateless-mutable-global "synchroni"
static std::barrier<> BarrierOk(1); // expect-benign: stateless-mutable-global "synchroni"
static std::counting_semaphore<4> SemaphoreOk(4); // expect-benign: stateless-mutable-global "synchroni"
static pthread_mutex_t PosixOk = PTHREAD_MUTEX_INITIALIZER; // expect-benign: stateless-mutable-global "synchroni"
static pthread_cond_t PosixConditionOk = PTHREAD_COND_INITIALIZER; // expect-benign: stateless-mutable-global "synchroni"
static std::mutex StripesOk[8]; // expect-benign: stateless-mutable-global "synchroni"
using Lock = std::timed_mutex;
static Lock AliasOk; // expect-benign: stateless-mutable-global "synchroni"

struct Guarded {
  int Own = 0;
  static inline std::mutex MemberOk; // expect-benign: stateless-mutable-global "synchroni"
};

// What the lock guards is state.
static int GuardedBad; // expect: stateless-mutable-global "written by 'locked' (increment)" confidence likely

int locked(unsigned I) {
  static std::mutex LocalOk; // expect-benign: stateless-mutable-global "synchroni"
  std::lock_guard<std::mutex> Hold(MutexOk);
  std::scoped_lock All(LocalOk, RecursiveOk, StripesOk[I % 8], Guarded::MemberOk);
  std::shared_lock Reading(SharedOk);
  std::call_once(OnceOk, [] {});
  ConditionOk.notify_all();
  LatchOk.count_down();
  BarrierOk.arrive_and_wait();
  SemaphoreOk.acquire();
  pthread_mutex_lock(&PosixOk);
  pthread_cond_signal(&PosixConditionOk);
  pthread_mutex_unlock(&PosixOk);
  AliasOk.lock();
  AliasOk.unlock();
  return ++GuardedBad; // expect-fact: write GuardedBad
}

// Atomics hold values: they are state like any int.
static std::atomic<int> CountBad{0}; // expect: stateless-mutable-global "CountBad" "written by 'atomics'" confidence likely
std::atomic<long> AddedBad; // expect: stateless-mutable-global "written by 'atomics' (call of '" "fetch_add'"
static std::atomic<bool> FlagBad; // expect: stateless-mutable-global "written by 'atomics' (call of '" "store'"
static std::atomic<int *> HeadBad; // expect: stateless-mutable-global "HeadBad" "written by 'atomics'"
static std::atomic_int SwappedBad; // expect: stateless-mutable-global "written by 'atomics' (call of '" "compare_exchange_strong'"
static _Atomic(int) GnuBad; // expect: stateless-mutable-global "written by 'atomics'"
static std::atomic<int> LoadedOk{4}; // expect-benign: stateless-mutable-global "never written"
static const std::atomic<int> ConstOk{5}; // expect-benign: stateless-mutable-global "constant"
int atomics(int *Place, int Expected) {
  ++CountBad;            // expect-fact: write CountBad
  AddedBad.fetch_add(1); // expect-fact: write AddedBad
  FlagBad.store(true);   // expect-fact: write FlagBad
  HeadBad = Place;       // expect-fact: write HeadBad
  SwappedBad.compare_exchange_strong(Expected, 2); // expect-fact: write SwappedBad
  GnuBad = 3;            // expect-fact: write GnuBad
  return LoadedOk.load() + LoadedOk + ConstOk.load(std::memory_order_relaxed);
}
