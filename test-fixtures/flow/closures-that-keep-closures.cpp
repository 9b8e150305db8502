// What is called by way of several closures has its writes told, and is no
// scratch: where such a call stands is not always known.
#include <functional>
#include <sys/socket.h>

static int SumBad; // expect: stateless-mutable-global "SumBad"
static std::function<std::function<int(int)>()> Kept;

static std::function<int(int)> adder(int &Into) {
  return [&Into](int N) {
    int *P = &Into;
    *P = *P + N;
    return N;
  };
}

int main() {
  std::function<std::function<int(int)>()> First = [F = adder(SumBad)] { return F; };
  Kept = [F = First()] { return F; };
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    auto Run = [&](int N) { Kept()(N); };
    Run(Client);
  }
}
