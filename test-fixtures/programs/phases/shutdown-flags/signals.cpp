#include "signals.h"

#include <signal.h>

volatile std::sig_atomic_t StopOk; // expect-benign: stateless-mutable-global "shutdown flag"
std::atomic<bool> QuitOk; // expect-benign: stateless-mutable-global "shutdown flag"
// Set by a signal, taken back by requests.
volatile std::sig_atomic_t ReloadBad; // expect: stateless-mutable-global "ReloadBad" "'GET /status'"
// A counter is no flag, whoever counts.
volatile std::sig_atomic_t CountBad; // expect: stateless-mutable-global "written after start-up by 'onHangUp'" confidence likely
static int AlarmsBad; // expect: stateless-mutable-global "AlarmsBad" confidence likely

static void onStop(int) { StopOk = 1; }
static void onHangUp(int) {
  ReloadBad = 1;           // expect-fact: write ReloadBad
  CountBad = CountBad + 1; // expect-fact: write CountBad
}
static void ring() { ++AlarmsBad; } // expect-fact: write AlarmsBad
extern "C" void onQuit(int, siginfo_t *, void *) { QuitOk.store(true); }

void installHandlers() {
  std::signal(SIGTERM, onStop);
  std::signal(SIGHUP, &onHangUp);
  std::signal(SIGALRM, [](int) { ring(); });
  struct sigaction Action = {};
  Action.sa_sigaction = onQuit;
  Action.sa_flags = SA_SIGINFO;
  sigaction(SIGQUIT, &Action, nullptr);
}
