#include "signals.h"

#include <signal.h>

volatile std::sig_atomic_t StopOk; // expect-benign: stateless-mutable-global "shutdown flag"
std::atomic<bool> QuitOk; // expect-benign: stateless-mutable-global "shutdown flag"
// Set by a signal, taken back by requests.
volatile std::sig_atomic_t ReloadOk; // expect-benign: stateless-mutable-global "signal flag"
static bool RotateOk; // expect-benign: stateless-mutable-global "signal flag"
// What requests put in is not what it starts with.
volatile std::sig_atomic_t DumpBad; // expect: stateless-mutable-global "DumpBad" "'GET /status'"
static int LevelBad = 2; // expect: stateless-mutable-global "LevelBad"
// Requests set it as well.
volatile std::sig_atomic_t AskedBad; // expect: stateless-mutable-global "AskedBad" "'GET /status'"
// A counter is no flag, whoever counts.
volatile std::sig_atomic_t CountBad; // expect: stateless-mutable-global "written after start-up by 'onHangUp'" confidence likely
static int AlarmsBad; // expect: stateless-mutable-global "AlarmsBad" confidence likely

// Only a signal's handler calls it.
static void rotate() {
  RotateOk = true;
  LevelBad = 0; // expect-fact: write LevelBad
}
bool rotated() {
  bool Was = RotateOk && LevelBad;
  RotateOk = false;
  LevelBad = 1; // expect-fact: write LevelBad
  return Was;
}

static void onStop(int) { StopOk = 1; }
static void onHangUp(int) {
  ReloadOk = 1;
  DumpBad = 1;             // expect-fact: write DumpBad
  AskedBad = 1;            // expect-fact: write AskedBad
  rotate();
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
