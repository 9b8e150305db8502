// Made on first use: what the language initialises once, and what code assigns.
#include "tables.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

struct Table {
  std::vector<int> Values{1, 2, 3};
  int at(int I) const { return Values[std::size_t(I % 3)]; }
};
static std::vector<int> compute() {
  std::vector<int> V;
  for (int I = 0; I < 3; ++I)
    V.push_back(I * I);
  return V;
}

int magic(int I) {
  static std::vector<int> SquaresOk = compute(); // expect-benign: stateless-mutable-global "never written"
  static const Table TableOk; // expect-benign: stateless-mutable-global "constant"
  return SquaresOk[std::size_t(I % 3)] + TableOk.at(I);
}

static Table *CachedOk; // expect-benign: stateless-mutable-global "computed once"
int onFirstUse(int I) {
  if (!CachedOk)
    CachedOk = new Table;
  return CachedOk->at(I);
}

static std::atomic<Table *> CheckedBad{nullptr}; // expect: stateless-mutable-global "written after start-up by 'checked'" "'GET /lazy'" confidence proven
static std::mutex LockOk; // expect-benign: stateless-mutable-global "synchroni"
int checked(int I) {
  if (!CheckedBad.load()) {
    std::lock_guard<std::mutex> Hold(LockOk);
    if (!CheckedBad.load())
      CheckedBad.store(new Table); // expect-fact: write CheckedBad
  }
  return CheckedBad.load()->at(I);
}

static std::once_flag OnceOk; // expect-benign: stateless-mutable-global "synchroni"
static std::unique_ptr<Table> MadeOk; // expect-benign: stateless-mutable-global "computed once"
int once(int I) {
  std::call_once(OnceOk, [] { MadeOk = std::make_unique<Table>(); });
  return MadeOk->at(I);
}

int memo(int I) {
  static std::optional<int> FirstBad; // expect: stateless-mutable-global "written after start-up by 'memo'" "'GET /lazy'" confidence proven
  if (!FirstBad)
    FirstBad = I; // expect-fact: write FirstBad
  return *FirstBad;
}

// The initialiser of a local static runs in the first request.
static int RunsBad; // expect: stateless-mutable-global "written after start-up by 'prepare'" "'GET /lazy'" confidence proven
static int prepare() { return ++RunsBad; } // expect-fact: write RunsBad
int prepared(int I) {
  static int ReadyOk = prepare(); // expect-benign: stateless-mutable-global "never written"
  return ReadyOk + I;
}

// Made by main, before it serves; requests find it made.
static std::unique_ptr<Table> WarmOk; // expect-benign: stateless-mutable-global "start-up"
static void makeWarm() {
  if (!WarmOk)
    WarmOk = std::make_unique<Table>();
}
int warm(int I) {
  if (I < 0)
    makeWarm();
  return I;
}
