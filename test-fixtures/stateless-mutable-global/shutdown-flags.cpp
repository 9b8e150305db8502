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

static volatile std::sig_atomic_t SharedBad; // expect: stateless-mutable-global "written by 'reload' (assignment)"
static std::atomic<bool> NoHandlerBad; // expect: stateless-mutable-global "NoHandlerBad" "written by 'reload'"
static int CountBad; // expect: stateless-mutable-global "written by 'onStop' (increment)"
static volatile int PlainVolatileBad; // expect: stateless-mutable-global "written by 'reload' (assignment)"

static void onStop(int) {
  StopOk = 1;
  QuitOk = true;
  SharedBad = 1;
  ++CountBad; // expect-fact: write CountBad
}
extern "C" void onAction(int, siginfo_t *, void *) { ActionOk.store(true); }
static void onSecond(int Signal) { HiddenOk = Signal; }

void reload() {
  SharedBad = 0;        // expect-fact: write SharedBad
  NoHandlerBad = true;  // expect-fact: write NoHandlerBad
  PlainVolatileBad = 2; // expect-fact: write PlainVolatileBad
}

int main() {
  std::signal(SIGTERM, onStop);
  signal(SIGUSR1, &onSecond);
  std::signal(SIGINT, [](int) { LambdaOk = 1; });
  struct sigaction Action {};
  Action.sa_sigaction = onAction;
  Action.sa_flags = SA_SIGINFO;
  sigaction(SIGHUP, &Action, nullptr);
  while (!StopOk && !QuitOk && !ActionOk && !LambdaOk && !HiddenOk)
    reload();
  return PlainVolatileBad;
}
