#include "visit.h"

#include <mutex>
#include <utility>

static std::mutex LockOk; // expect-benign: stateless-mutable-global "synchroni"

void Numbers::each(const std::function<void(int &)> &Do) {
  for (int &N : List)
    Do(N);
}
void Words::each(const std::function<void(const int &)> &Do) const {
  for (const int &N : List)
    Do(N);
}
void locked(const std::function<void()> &Do) {
  std::lock_guard<std::mutex> Hold(LockOk);
  Do();
}
void apply(void (*Do)(int *), int *To) { Do(To); }

// Work that is kept is state too, and what it writes when it runs.
static std::vector<std::function<void()>> WorkBad; // expect: stateless-mutable-global "WorkBad" "'GET /visit'" confidence proven
void later(std::function<void()> Do) { WorkBad.push_back(std::move(Do)); } // expect-fact: write WorkBad
void runLater() {
  for (auto &Do : WorkBad)
    Do();
}
