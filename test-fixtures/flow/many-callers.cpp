// One function that forty others hand an object to: which it is that it writes is
// not lost among them.
#include <functional>
#include <sys/socket.h>

static int HiddenBad; // expect: stateless-mutable-global "HiddenBad"
static int ClosedBad; // expect: stateless-mutable-global "ClosedBad"
static int ReadOk;    // expect-benign: stateless-mutable-global "never written"
static void run(const std::function<void()> &F) { F(); }
static void add(int &X) { ++X; }
static void addClosed(int &X) {
  run([&X] { ++X; });
}
static int get(const int &X) { return X; }
static void c0() { int T = 0; add(T); addClosed(T); get(T); }
static void c1() { int T = 0; add(T); addClosed(T); get(T); }
static void c2() { int T = 0; add(T); addClosed(T); get(T); }
static void c3() { int T = 0; add(T); addClosed(T); get(T); }
static void c4() { int T = 0; add(T); addClosed(T); get(T); }
static void c5() { int T = 0; add(T); addClosed(T); get(T); }
static void c6() { int T = 0; add(T); addClosed(T); get(T); }
static void c7() { int T = 0; add(T); addClosed(T); get(T); }
static void c8() { int T = 0; add(T); addClosed(T); get(T); }
static void c9() { int T = 0; add(T); addClosed(T); get(T); }
static void c10() { int T = 0; add(T); addClosed(T); get(T); }
static void c11() { int T = 0; add(T); addClosed(T); get(T); }
static void c12() { int T = 0; add(T); addClosed(T); get(T); }
static void c13() { int T = 0; add(T); addClosed(T); get(T); }
static void c14() { int T = 0; add(T); addClosed(T); get(T); }
static void c15() { int T = 0; add(T); addClosed(T); get(T); }
static void c16() { int T = 0; add(T); addClosed(T); get(T); }
static void c17() { int T = 0; add(T); addClosed(T); get(T); }
static void c18() { int T = 0; add(T); addClosed(T); get(T); }
static void c19() { int T = 0; add(T); addClosed(T); get(T); }
static void c20() { int T = 0; add(T); addClosed(T); get(T); }
static void c21() { int T = 0; add(T); addClosed(T); get(T); }
static void c22() { int T = 0; add(T); addClosed(T); get(T); }
static void c23() { int T = 0; add(T); addClosed(T); get(T); }
static void c24() { int T = 0; add(T); addClosed(T); get(T); }
static void c25() { int T = 0; add(T); addClosed(T); get(T); }
static void c26() { int T = 0; add(T); addClosed(T); get(T); }
static void c27() { int T = 0; add(T); addClosed(T); get(T); }
static void c28() { int T = 0; add(T); addClosed(T); get(T); }
static void c29() { int T = 0; add(T); addClosed(T); get(T); }
static void c30() { int T = 0; add(T); addClosed(T); get(T); }
static void c31() { int T = 0; add(T); addClosed(T); get(T); }
static void c32() { int T = 0; add(T); addClosed(T); get(T); }
static void c33() { int T = 0; add(T); addClosed(T); get(T); }
static void c34() { int T = 0; add(T); addClosed(T); get(T); }
static void c35() { int T = 0; add(T); addClosed(T); get(T); }
static void c36() { int T = 0; add(T); addClosed(T); get(T); }
static void c37() { int T = 0; add(T); addClosed(T); get(T); }
static void c38() { int T = 0; add(T); addClosed(T); get(T); }
static void c39() { int T = 0; add(T); addClosed(T); get(T); }

int main() {
  for (;;) {
    if (accept(3, nullptr, nullptr) < 0)
      return get(ReadOk);
    add(HiddenBad);
    addClosed(ClosedBad);
    c0(); c1(); c2(); c3(); c4(); c5(); c6(); c7(); c8(); c9();
    c10(); c11(); c12(); c13(); c14(); c15(); c16(); c17(); c18(); c19();
    c20(); c21(); c22(); c23(); c24(); c25(); c26(); c27(); c28(); c29();
    c30(); c31(); c32(); c33(); c34(); c35(); c36(); c37(); c38(); c39();
  }
}
