// A thread that ticks beside the requests.
#include "clock.h"

#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

static std::atomic<long> TicksBad; // expect: stateless-mutable-global "written after start-up by 'tick'" confidence likely
static std::string NowBad; // expect: stateless-mutable-global "written after start-up by 'tick'" confidence likely
static std::chrono::seconds PeriodOk; // expect-benign: stateless-mutable-global "start-up"
static long LoopsBad; // expect: stateless-mutable-global "written after start-up by 'keepTime'" confidence likely

void tick() {
  ++TicksBad; // expect-fact: write TicksBad
  NowBad = std::to_string(std::time(nullptr)); // expect-fact: write NowBad
}
static void keepTime() {
  for (;;) {
    ++LoopsBad; // expect-fact: write LoopsBad
    tick();
    std::this_thread::sleep_for(PeriodOk);
  }
}
void startClock() {
  PeriodOk = std::chrono::seconds(1);
  std::thread(keepTime).detach();
}
std::string clockText() { return NowBad + std::to_string(TicksBad); }
