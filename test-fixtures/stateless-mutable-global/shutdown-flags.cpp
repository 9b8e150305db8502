// Flags that only a signal handler sets ask the process to stop.
#include <atomic>
#include <csignal>
#include <signal.h>

static volatile std::sig_atomic_t StopOk = 0; // expect-benign: stateless-mutable-global "shutdown flag"
static std::atomic<bool> QuitOk{false}; // expect-benign: stateless-mutable-global "shutdown flag"
static std::atomic_bool ActionOk; // expect-benign: stateless-mutable-global "shutdown flag"
static volatile sig_atomic_t LambdaOk; // expect-benign: stateless-mutable-global "shutdown flag"
namespace {
volatile std::sig_atomic_t HiddenOk; // expect-benign: stateless-mutable-global "shutdown flag"
}

static volatile std::sig_atomic_t SharedOk; // expect-benign: stateless-mutable-global "signal flag"
static volatile std::sig_atomic_t SharedBad; // expect: stateless-mutable-global "written by 'reload' (assignment)"
// Start-up puts in something else than what requests put back.
static volatile std::sig_atomic_t StartedBad; // expect: stateless-mutable-global "written by 'reload' (assignment)"
static volatile std::sig_atomic_t PointedBad; // expect: stateless-mutable-global "written by 'onPointed' (assignment)"
static void (*volatile Pointed)(int) = nullptr; // expect-benign: stateless-mutable-global "written only at start-up"
static volatile std::sig_atomic_t CalledBad; // expect: stateless-mutable-global "written by 'onCalled' (assignment)"
static std::atomic<bool> NoHandlerBad; // expect: stateless-mutable-global "NoHandlerBad" "written by 'reload'"
static int CountBad; // expect: stateless-mutable-global "written by 'onStop' (increment)"
static volatile int PlainVolatileBad; // expect: stateless-mutable-global "written by 'reload' (assignment)"

static void onStop(int) {
  StopOk = 1;
  QuitOk = true;
  SharedOk = 1;
  StartedBad = 1; // expect-fact: write StartedBad
  SharedBad = 1; // expect-fact: write SharedBad
  ++CountBad; // expect-fact: write CountBad
}
static void onPointed(int) { PointedBad = 1; } // expect-fact: write PointedBad
static void onCalled(int) { CalledBad = 1; } // expect-fact: write CalledBad
extern "C" void onAction(int, siginfo_t *, void *) { ActionOk.store(true); }
static void onSecond(int Signal) { HiddenOk = Signal; }

void reload() {
  SharedOk = 0;
  StartedBad = 0; // expect-fact: write StartedBad
  Pointed(2);
  SharedBad = 2;        // expect-fact: write SharedBad
  if (CalledBad != 1)
    onCalled(0);
  NoHandlerBad = true;  // expect-fact: write NoHandlerBad
  PlainVolatileBad = 2; // expect-fact: write PlainVolatileBad
}

int main() {
  std::signal(SIGTERM, onStop);
  signal(SIGUSR1, &onSecond);
  signal(SIGUSR2, &onCalled);
  signal(SIGWINCH, &onPointed);
  Pointed = onPointed;
  StartedBad = 5;
  std::signal(SIGINT, [](int) { LambdaOk = 1; });
  struct sigaction Action {};
  Action.sa_sigaction = onAction;
  Action.sa_flags = SA_SIGINFO;
  sigaction(SIGHUP, &Action, nullptr);
  while (!StopOk && !QuitOk && !ActionOk && !LambdaOk && !HiddenOk)
    reload();
  return PlainVolatileBad;
}
