// Written before the program serves: in main() itself or in an initialiser.
#include <string>
#include <thread>
#include <vector>

static int PortOk = 80; // expect-benign: stateless-mutable-global "start-up"
static std::string NameOk; // expect-benign: stateless-mutable-global "start-up"
static std::vector<std::string> ArgumentsOk; // expect-benign: stateless-mutable-global "start-up"
int WorkersBad = 1; // expect-unsettled: stateless-mutable-global "WorkersBad" confidence possible

// A static initialiser runs before main.
static std::vector<int> TableOk; // expect-benign: stateless-mutable-global "start-up"
static const bool FilledOk = (TableOk.push_back(1), true); // expect-benign: stateless-mutable-global "constant"
namespace {
int SeedOk = 0; // expect-benign: stateless-mutable-global "start-up"
int CopyOk = (SeedOk = 5); // expect-benign: stateless-mutable-global "never written"
} // namespace

// Both main and another function: that is not start-up alone.
static int BothBad; // expect: stateless-mutable-global "written by 'later' (increment)" confidence likely
static int LaterBad; // expect: stateless-mutable-global "written by 'later' (assignment)" confidence likely
void later() {
  ++BothBad;           // expect-fact: write BothBad
  LaterBad = PortOk + CopyOk;
}

// A lambda in main is a function of its own: a handler, a thread.
static int ServedBad; // expect: stateless-mutable-global "lambda in 'main'" "(increment)" confidence likely

struct Tool {
  int main(int N);
};
static int MethodBad; // expect: stateless-mutable-global "written by 'Tool::main' (assignment)" confidence likely
int Tool::main(int N) { return MethodBad = N; }

int main(int Count, char **Values) {
  PortOk = Count;
  NameOk = Values[0];
  ArgumentsOk.assign(Values, Values + Count);
  WorkersBad = 2;
  BothBad = 3;
  static int LocalOk = 0; // expect-benign: stateless-mutable-global "start-up"
  LocalOk = Count;
  auto Handler = [] { ++ServedBad; };
  std::thread(Handler).join();
  later();
  return LocalOk + FilledOk + int(NameOk.size() + ArgumentsOk.size());
}
