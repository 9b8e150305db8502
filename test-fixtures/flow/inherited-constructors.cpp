// A constructor that is inherited gets the arguments, though nobody writes them
// down again.
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
// With members of its own, and more arguments than one.
struct Named {
  Named(const char *Name, int *P) : Name(Name), P(P) {}
  const char *Name;
  int *P;
};
struct Also {
  int *Q = nullptr;
};
static int InMemberBad; // expect: stateless-mutable-global "InMemberBad" "request loop"
struct Wide : Also, Named {
  using Named::Named;
  int *Mine = &InMemberBad;
};
static int WideBad; // expect: stateless-mutable-global "WideBad" "request loop"
static int WideOk;  // expect-benign: stateless-mutable-global "never written"
static Wide Fifth("fifth", &WideBad);
static Wide Sixth("sixth", &WideOk);
// Of what a template makes.
template <class T> struct Box {
  explicit Box(T *P) : P(P) {}
  T *P;
};
template <class T> struct Boxed : Box<T> {
  using Box<T>::Box;
};
static int BoxedBad; // expect: stateless-mutable-global "BoxedBad" "request loop"
static Boxed<int> Seventh(&BoxedBad);
struct Delegates : Kept {
  explicit Delegates(int *P) : Kept(P) {}
};
static int InheritedBad; // expect: stateless-mutable-global "InheritedBad" "request loop"
static int AgainBad;     // expect: stateless-mutable-global "AgainBad" "request loop"
static int LocalBad;     // expect: stateless-mutable-global "LocalBad" "request loop"
static int DelegatedBad; // expect: stateless-mutable-global "DelegatedBad" "request loop"
static int DirectBad;    // expect: stateless-mutable-global "DirectBad" "request loop"
static Inherits First(&InheritedBad);
static Again Second(&AgainBad);
static Delegates Third(&DelegatedBad);
static Kept Fourth(&DirectBad);

int main() {
  Inherits Local(&LocalBad);
  for (;;) {
    if (accept(3, nullptr, nullptr) < 0)
      return 0;
    *First.P = *Second.P = *Third.P = *Fourth.P = *Local.P = *Fifth.P = *Fifth.Mine = *Seventh.P = 1 + *Sixth.P;
  }
}
