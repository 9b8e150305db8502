// What a thread runs goes on beside the requests, and no step to it is sure.
#include "jobs.h"

#include <chrono>
#include <pthread.h>
#include <thread>

static int SweptBad; // expect: stateless-mutable-global "written after start-up by 'sweep'" confidence likely
static int PosixBad; // expect: stateless-mutable-global "written after start-up by 'tick'" confidence likely
static int ReportedBad; // expect: stateless-mutable-global "written after start-up by 'report'" "'POST /report'" confidence likely
static int MeasuredBad; // expect: stateless-mutable-global "written after start-up by 'measure'" "'POST /measure'" confidence likely
static int PrintedBad; // expect: stateless-mutable-global "written after start-up by 'print'" "'POST /report'" confidence likely
static int SentBad; // expect: stateless-mutable-global "written after start-up by 'Mailer::run'" "'POST /mail'" confidence likely
static int DirectBad; // expect: stateless-mutable-global "written after start-up by 'directly'" "'POST /measure'" confidence proven
static int PeriodOk; // expect-benign: stateless-mutable-global "start-up"

static void sweep() {
  for (;;) {
    ++SweptBad; // expect-fact: write SweptBad
    std::this_thread::sleep_for(std::chrono::seconds(PeriodOk));
  }
}
static void *tick(void *) {
  ++PosixBad; // expect-fact: write PosixBad
  return nullptr;
}
void startSweeper() {
  PeriodOk = 10;
  std::thread(sweep).detach();
  pthread_t Id;
  if (pthread_create(&Id, nullptr, tick, nullptr) == 0)
    pthread_detach(Id);
}
void report(const std::string &Text) { ReportedBad += int(Text.size()); } // expect-fact: write ReportedBad
int measure(const std::string &Text) { return MeasuredBad += int(Text.size()); } // expect-fact: write MeasuredBad
void print(const std::string &) { ++PrintedBad; } // expect-fact: write PrintedBad
void Mailer::run(const std::string &Text) const { SentBad += int(Text.size()); } // expect-fact: write SentBad
int directly(const std::string &) { return ++DirectBad; } // expect-fact: write DirectBad
