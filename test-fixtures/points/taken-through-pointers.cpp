// What waits for a request stands behind a pointer, an object and a closure.
#include <functional>
#include <sys/socket.h>

static int PointerBad; // expect: stateless-mutable-global "PointerBad" "request loop"
static int ObjectBad;  // expect: stateless-mutable-global "ObjectBad" "request loop"
static int ClosureBad; // expect: stateless-mutable-global "ClosureBad" "request loop"
static int BeforeOk;   // expect-benign: stateless-mutable-global "only at start-up"

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

int main() {
  ++BeforeOk;
  byPointer();
  Sockets All;
  byObject(All);
  byClosure([] { return accept(5, nullptr, nullptr); });
}
