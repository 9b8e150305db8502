// Records that a library gives out by value take along what they point to.
#include <any>
#include <future>
#include <optional>
#include <sys/socket.h>
#include <tuple>
#include <vector>

struct Job {
  int (*Run)(void *);
  void *Data;
};

static int CastBad;    // expect: stateless-mutable-global "CastBad" "request loop"
static int MovedBad;   // expect: stateless-mutable-global "MovedBad" "request loop"
static int ValueBad;   // expect: stateless-mutable-global "ValueBad" "request loop"
static int OtherBad;   // expect: stateless-mutable-global "OtherBad" "request loop"
static int FutureBad;  // expect: stateless-mutable-global "FutureBad" "request loop"
static int NotGivenOk; // expect-benign: stateless-mutable-global "never written"

static int raise(void *Data) { return ++*static_cast<int *>(Data); }
static Job jobFor(int *Counter) { return {raise, Counter}; }
static int run(Job J) { return J.Run(J.Data); }

static std::any Cast, Moved;             // expect-benign: stateless-mutable-global "only at start-up"
static std::optional<Job> Value, Absent; // expect-benign: stateless-mutable-global "only at start-up"
static std::promise<Job> Promise;        // expect: stateless-mutable-global "Promise"

int main() {
  Cast = jobFor(&CastBad);
  Moved = std::make_any<Job>(jobFor(&MovedBad));
  Value = jobFor(&ValueBad);
  Job Other = jobFor(&OtherBad);
  Promise.set_value(jobFor(&FutureBad));
  Job Unused = jobFor(&NotGivenOk);
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    run(std::any_cast<Job>(Cast));
    Job Mine = std::any_cast<Job>(std::move(Moved));
    run(Mine);
    run(Value.value_or(Other));
    run(Absent.value_or(Other));
    run(Promise.get_future().get());
    (void)Unused;
    (void)Client;
  }
}
