#include "task.h"

int LambdaBad; // expect: stateless-mutable-global "LambdaBad" "'GET /lambda'" confidence proven
static int StartedBad; // expect: stateless-mutable-global "written after start-up by 'serve'" "'POST /serve'" confidence proven
static int FinishedBad; // expect: stateless-mutable-global "written after start-up by 'serve'" "'POST /serve'" confidence proven
static int StoredBad; // expect: stateless-mutable-global "written after start-up by 'store'" "'POST /serve'" confidence proven
static int ResumedBad; // expect: stateless-mutable-global "written after start-up by 'Task::await_resume'" "'POST /serve'" confidence proven
static int DrainedBad; // expect: stateless-mutable-global "written after start-up by 'drain'" confidence likely
static int LongestOk = 80; // expect-benign: stateless-mutable-global "never written"

void Task::await_resume() const noexcept { ++ResumedBad; } // expect-fact: write ResumedBad

Task store(const std::string &Text) {
  StoredBad += int(Text.size()); // expect-fact: write StoredBad
  co_return;
}
Task serve(std::string Text) {
  ++StartedBad; // expect-fact: write StartedBad
  if (int(Text.size()) < LongestOk)
    co_await store(Text);
  ++FinishedBad; // expect-fact: write FinishedBad
}
// A coroutine that nobody starts.
Task drain() {
  DrainedBad = 0; // expect-fact: write DrainedBad
  co_return;
}
