// args: -std=c++17 -isystem {fixtures}/programs/reachability/timers/include
// Timers run as long as the process does, and are ways in like requests.
#include "clock.h"
#include <glib.h>

static int CountedBad; // expect: stateless-mutable-global "CountedBad"
static int IdleBad; // expect: stateless-mutable-global "lambda in 'main'" "the timer of 'g_idle_add'" confidence proven

int main() {
  GMainLoop *Loop = g_main_loop_new(nullptr, FALSE);
  g_timeout_add(1000, tick, nullptr);
  g_timeout_add_seconds(
      60,
      [](gpointer) -> gboolean {
        advance(1);
        return TRUE;
      },
      nullptr);
  g_timeout_add(10, count, &CountedBad);
  g_idle_add([](gpointer) -> gboolean { return ++IdleBad < 3; }, nullptr); // expect-fact: write IdleBad
  g_main_loop_run(Loop);
}
