// Addresses that constructors and the initialisers of members store, in arrays
// and in what libraries make; the last overrider of a virtual base.
#include <memory>
#include <sys/socket.h>

static int StaticBad; // expect: stateless-mutable-global "StaticBad" "request loop"
static int LocalBad;  // expect: stateless-mutable-global "LocalBad" "request loop"
static int TwiceBad;  // expect: stateless-mutable-global "TwiceBad" "request loop"
static int UniqueBad; // expect: stateless-mutable-global "UniqueBad" "request loop"
static int SharedBad; // expect: stateless-mutable-global "SharedBad" "request loop"
static int ListedBad; // expect: stateless-mutable-global "ListedBad" "request loop"
static int DeepBad;   // expect: stateless-mutable-global "DeepBad" "request loop"
static int SiblingBad; // expect: stateless-mutable-global "SiblingBad" "request loop"
static int OtherBad;  // expect: stateless-mutable-global "OtherBad" "request loop"
// FP_: that a virtual method is overridden in every object is not asked.
static int FP_Hidden; // expect: stateless-mutable-global "FP_Hidden"

struct ByMember { int *Counter = &StaticBad; };
struct ByConstructor {
  int *Counter;
  ByConstructor() : Counter(&LocalBad) {}
};
struct Nested { int *Counter = &TwiceBad; };
struct ForUnique { int *Counter = &UniqueBad; };
struct ForShared { int *Counter = &SharedBad; };

struct Root {
  virtual void count() { ++FP_Hidden; }
  virtual ~Root() = default;
};
struct Left : virtual Root {};
struct Right : virtual Root {
  void count() override { ++SiblingBad; }
};
struct Both : Left, Right {};

static ByMember Members[2]; // expect-benign: stateless-mutable-global "never written"
static Both Joined;

int main() {
  ByConstructor Locals[2];
  Nested Grid[2][2];
  Nested *First = Grid[0];
  auto Unique = std::make_unique<ForUnique>();
  auto Shared = std::make_shared<ForShared>();
  int **Listed = new int *[2]{&ListedBad, &OtherBad};
  int ***Deep = new int **[1]{new int *(&DeepBad)};
  Root *Any = &Joined;
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    *Members[1].Counter = Client;
    *Locals[1].Counter = Client;
    *First->Counter = Client;
    *Unique->Counter = Client;
    *Shared->Counter = Client;
    *Listed[0] = Client;
    **Deep[0] = Client;
    Any->count();
  }
}
