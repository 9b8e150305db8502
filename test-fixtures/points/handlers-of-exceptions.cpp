// What catches an exception of the loop runs when serving is over; what catches
// one inside of it runs for a request.
#include <stdexcept>
#include <sys/socket.h>

static int InsideBad;  // expect: stateless-mutable-global "InsideBad" "request loop"
static int OutsideOk;  // expect-benign: stateless-mutable-global "when serving is over"
static int BeforeOk;   // expect-benign: stateless-mutable-global "start-up"

static void handle(int C) {
  if (C == 7)
    throw std::runtime_error("seven");
}

int main() {
  try {
    BeforeOk = 1;
    for (;;) {
      int C = accept(3, nullptr, nullptr);
      if (C < 0)
        throw std::runtime_error("closed");
      try {
        handle(C);
      } catch (const std::exception &) {
        ++InsideBad;
      }
    }
  } catch (const std::exception &) {
    ++OutsideOk;
  }
  return InsideBad + OutsideOk + BeforeOk;
}
