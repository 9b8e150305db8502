// args: -std=c++17 -isystem {fixtures}/include
// What only tells threads apart, kept by the thread, is as good in any other.
#include <cstdio>
#include <cstring>
#include <httplib.h>
#include <pthread.h>
#include <sstream>
#include <string>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

static thread_local int NumberOk; // expect-benign: stateless-mutable-global "follows the thread"
static thread_local int ByCallOk; // expect-benign: stateless-mutable-global "follows the thread"
static thread_local int LengthOk; // expect-benign: stateless-mutable-global "follows the thread"
static __thread char TextOk[32]; // expect-benign: stateless-mutable-global "follows the thread"
static thread_local int ForkedOk; // expect-benign: stateless-mutable-global "follows the thread"
static thread_local pthread_t HandleOk; // expect-benign: stateless-mutable-global "exempt type: thread"
static thread_local std::thread::id IdOk; // expect-benign: stateless-mutable-global "follows the thread"

// Others get it, too.
static int SharedBad; // expect: stateless-mutable-global "differs by replica, made of 'gettid'"
// A request decides.
static thread_local int MixedBad; // expect: stateless-mutable-global "MixedBad"
static thread_local int RequestBad; // expect: stateless-mutable-global "remembers 'Request::body'"
static thread_local int FlagBad; // expect: stateless-mutable-global "FlagBad"
static thread_local int ResetBad; // expect: stateless-mutable-global "ResetBad"
// It is made of one that is none.
static thread_local int SumBad; // expect: stateless-mutable-global "SumBad"
// It builds on the last.
static thread_local long CountBad; // expect: stateless-mutable-global "each change builds on the last"
static thread_local int DrawnBad; // expect: stateless-mutable-global "differs by replica"
// That it is set tells that a request has asked for it.
static thread_local int FN_Marked; // expect-benign: stateless-mutable-global "follows the thread"
// Another call of the system.
static thread_local long OtherBad; // expect: stateless-mutable-global "OtherBad"

static int tid() { return static_cast<int>(::syscall(SYS_gettid)); }

static int number() {
  if (NumberOk == 0)
    NumberOk = gettid();
  return NumberOk;
}
static int cached() {
  if (ByCallOk == 0) {
    ByCallOk = tid();
    LengthOk = snprintf(TextOk, sizeof TextOk, "%5d ", ByCallOk);
  }
  return ByCallOk;
}
static void afterFork() { ForkedOk = 0; }
static int forked() {
  if (ForkedOk == 0)
    ForkedOk = gettid();
  return ForkedOk;
}
static int handle() {
  HandleOk = pthread_self();
  if (IdOk == std::thread::id())
    IdOk = std::this_thread::get_id();
  return HandleOk == pthread_self() && IdOk == std::this_thread::get_id();
}

int main() {
  pthread_atfork(nullptr, nullptr, afterFork);
  httplib::Server S;
  S.Get("/ok", [](const httplib::Request &, httplib::Response &R) {
    R.status = number() + cached() + LengthOk + forked() + handle();
    R.set_content(TextOk, "text/plain");
  });
  S.Get("/bad", [](const httplib::Request &Q, httplib::Response &R) {
    R.status = SharedBad + MixedBad + RequestBad + FlagBad + ResetBad + SumBad +
               int(CountBad) + DrawnBad + int(OtherBad);
    if (Q.body == "admin")
      FN_Marked = gettid();
    R.status += FN_Marked != 0;
    SharedBad = gettid();
    MixedBad = gettid();
    if (Q.body.empty())
      MixedBad = 7;
    RequestBad = gettid() + int(Q.body.size());
    FlagBad = 1;
    ResetBad = gettid();
    ResetBad = 0;
    SumBad = gettid() + FlagBad;
    CountBad += gettid();
    DrawnBad = gettid() + getpid();
    OtherBad = ::syscall(SYS_getrandom, nullptr, 0, 0);
  });
  S.listen("0.0.0.0", 80);
}
