// args: -std=c++20
// A thread or a task that the function which starts it awaits before anything
// serves is a part of start-up.
#include <future>
#include <sys/socket.h>
#include <thread>
#include <vector>

static int JoinedOk;    // expect-benign: stateless-mutable-global "written only at start-up"
static int TestedOk;    // expect-benign: stateless-mutable-global "written only at start-up"
static int AssignedOk;  // expect-benign: stateless-mutable-global "written only at start-up"
static int ElementsOk;  // expect-benign: stateless-mutable-global "written only at start-up"
static int EmplacedOk;  // expect-benign: stateless-mutable-global "written only at start-up"
static int PushedOk;    // expect-benign: stateless-mutable-global "written only at start-up"
static int CountedOk;   // expect-benign: stateless-mutable-global "written only at start-up"
static int ScopeOk;     // expect-benign: stateless-mutable-global "written only at start-up"
static int TaskOk;      // expect-benign: stateless-mutable-global "written only at start-up"
static int DeepOk;      // expect-benign: stateless-mutable-global "written only at start-up"
static int NestedOk;    // expect-benign: stateless-mutable-global "written only at start-up"
static int LateBad;     // expect: stateless-mutable-global "LateBad"
static int SomeWaysBad; // expect: stateless-mutable-global "SomeWaysBad"
static int DetachedBad; // expect: stateless-mutable-global "DetachedBad"
static int MovedBad;    // expect: stateless-mutable-global "MovedBad"
static int StopsBad;    // expect: stateless-mutable-global "StopsBad"
static int ScopeBad;    // expect: stateless-mutable-global "ScopeBad"
static int HandlerBad;  // expect: stateless-mutable-global "HandlerBad" "request loop"
static int AgainBad;    // expect: stateless-mutable-global "AgainBad"

static void deep() { ++DeepOk; }
static void work() { deep(); }
static void again() { ++AgainBad; }
static std::thread Kept;

static void load(int Count) {
  std::thread Joined([] { ++JoinedOk; work(); }); Joined.join();
  std::thread Tested([] { ++TestedOk; std::thread Inner([] { ++NestedOk; }); Inner.join(); });
  if (Tested.joinable()) { Tested.join(); }
  std::thread Assigned; Assigned = std::thread([] { ++AssignedOk; }); Assigned.join();
  std::vector<std::thread> All;
  All.reserve(8);
  for (int I = 0; I < 4; ++I) All.push_back(std::thread([] { ++ElementsOk; }));
  for (int I = 0; I < Count; ++I) All.push_back(std::thread([] { ++PushedOk; }));
  for (std::thread &One : All) if (One.joinable()) One.join();
  std::vector<std::thread> Made; Made.emplace_back([] { ++EmplacedOk; }); for (std::thread &One : Made) One.join();
  std::vector<std::thread> More;
  while (static_cast<int>(More.size()) < Count) More.push_back(std::thread([] { ++CountedOk; }));
  for (std::size_t I = 0; I < More.size(); ++I) More[I].join();
  { std::jthread Scope([] { ++ScopeOk; }); work(); }
  std::future<int> Task = std::async(std::launch::async, [] { return ++TaskOk; });
  Task.get();
}

static void unsure(int Count) {
  std::thread SomeWays([] { ++SomeWaysBad; });
  if (Count > 3) return;
  SomeWays.join();
  std::thread Detached([] { ++DetachedBad; });
  if (Count > 2) Detached.detach(); else Detached.join();
  std::thread Moved([] { ++MovedBad; });
  Kept = std::move(Moved);
  std::vector<std::thread> All;
  for (int I = 0; I < 4; ++I) All.push_back(std::thread([] { ++StopsBad; }));
  for (std::thread &One : All) { if (Count-- == 0) break; One.join(); }
}

int main(int Count, char **) {
  load(Count);
  unsure(Count);
  std::thread Again(again); Again.join();
  std::thread Late([] { ++LateBad; });
  std::jthread Scope([] { ++ScopeBad; });
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0) break;
    ++HandlerBad;
    std::thread Renewed(again); Renewed.join();
  }
  Late.join();
}
