#include "collector.h"

#include <chrono>
#include <thread>

void Collector::run() {
  for (;;) {
    ++Rounds;
    sleepLong();
  }
}
void Beat::run() {
  for (;;) {
    Beats.fetch_add(1);
    spin(3);
  }
}
void sleepLong() { std::this_thread::sleep_for(std::chrono::seconds(10)); }
// What a thread has on its own stack is nobody else's.
void spin(int Times) {
  int TurnsOk = 0;
  while (TurnsOk < Times) {
    ++TurnsOk;
    sleepLong();
  }
}
