// A constructor that is inherited gets the arguments, though nobody writes them
// down again. FN_: they are lost, and what is kept with them. FP_: so it is the
// holder that counts as written.
#include <sys/socket.h>

struct Kept {
  explicit Kept(int *P) : P(P) {}
  int *P;
};
struct Inherits : Kept {
  using Kept::Kept;
};
struct Again : Inherits {
  using Inherits::Inherits;
};
struct Delegates : Kept {
  explicit Delegates(int *P) : Kept(P) {}
};
static int FN_Inherited; // expect-missing: stateless-mutable-global
static int FN_Again;     // expect-missing: stateless-mutable-global
static int FN_Local;     // expect-missing: stateless-mutable-global
static int DelegatedBad; // expect: stateless-mutable-global "DelegatedBad" "request loop"
static int DirectBad;    // expect: stateless-mutable-global "DirectBad" "request loop"
static Inherits FP_First(&FN_Inherited); // expect: stateless-mutable-global "FP_First"
static Again FP_Second(&FN_Again); // expect: stateless-mutable-global "FP_Second"
static Delegates Third(&DelegatedBad);
static Kept Fourth(&DirectBad);

int main() {
  Inherits Local(&FN_Local);
  for (;;) {
    if (accept(3, nullptr, nullptr) < 0)
      return 0;
    *FP_First.P = *FP_Second.P = *Third.P = *Fourth.P = *Local.P = 1;
  }
}
