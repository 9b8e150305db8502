// What waits for a request stands behind a pointer, an object and a closure.
#include <functional>
#include <list>
#include <sys/socket.h>
#include <thread>

static int PointerBad; // expect: stateless-mutable-global "PointerBad" "request loop"
static int ObjectBad;  // expect: stateless-mutable-global "ObjectBad" "request loop"
static int ClosureBad; // expect: stateless-mutable-global "ClosureBad" "request loop"
// The first thread serves while the second is started.
static int StartedBad; // expect: stateless-mutable-global "StartedBad" "by 'startThreads'"
static int BeforeOk;   // expect-benign: stateless-mutable-global "only at start-up"

static bool takeNumber(int I) { return I < 4; }
static int takeOne(int Socket) { return accept(Socket, nullptr, nullptr); }

struct Source {
  int (*Take)(int);
};
struct Base {
  virtual ~Base() = default;
  virtual int take() = 0;
};
struct Sockets : Base {
  int take() override { return accept(4, nullptr, nullptr); }
};

static void byPointer() {
  Source From{&takeOne};
  while (From.Take(3) >= 0)
    ++PointerBad;
}
static void byObject(Base &From) {
  while (From.take() >= 0)
    ++ObjectBad;
}
static void byClosure(const std::function<int()> &Take) {
  while (Take() >= 0)
    ++ClosureBad;
}

// Each thread takes; the loop that starts them does not.
static void takeForever() {
  while (accept(6, nullptr, nullptr) >= 0)
    ;
}
static void startThreads(std::list<std::thread> &All) {
  for (int I = 0; takeNumber(I); ++I) {
    ++StartedBad;
    All.push_back(std::thread(takeForever));
  }
}

int main() {
  ++BeforeOk;
  byPointer();
  Sockets All;
  byObject(All);
  byClosure([] { return accept(5, nullptr, nullptr); });
}
