// Who calls a function at start-up, and who could: nothing calls setFromText,
// serveAnother and setIdle.
#include <sys/socket.h>

extern "C" void later(void (*Do)(int));

static int ModeOk; // expect-benign: stateless-mutable-global "only at start-up"
static int HiddenOk; // expect-benign: stateless-mutable-global "only at start-up"
static int LoopOk; // expect-benign: stateless-mutable-global "only at start-up"
static int KeptBad; // expect: stateless-mutable-global "written after start-up by 'keep'"
static int LeftOutOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int LinkedBad; // expect: stateless-mutable-global "written after start-up by 'linkedOnly'"
static int IdleOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"

void setMode(int Mode) { ModeOk = Mode; }
void setFromText(const char *Text) { setMode(Text[0]); }
void touch() { ++LoopOk; }
void serveAnother() {
  for (;;)
    if (accept(4, nullptr, nullptr) >= 0)
      touch();
}
void keep(int N) { KeptBad = N; }
void keepLater(int N) { keep(N); } // Somebody has its address.
// What is not compiled calls nothing.
void leftOut() { ++LeftOutOk; }
#if 0
void callsLeftOut() { leftOut(); }
#endif
#define LEFT_OUT leftOut()
extern "C" void linkedOnly() { ++LinkedBad; }
asm(".globl entry; entry: call linkedOnly");
void setIdle() { ++IdleOk; }
static void setHidden(int N) { HiddenOk = N; }

int main(int Count, char **) {
  setMode(Count);
  setHidden(Count);
  touch();
  keep(Count);
  later(keepLater);
  for (;;)
    if (accept(3, nullptr, nullptr) < 0)
      return ModeOk + HiddenOk + LoopOk + KeptBad + IdleOk + LeftOutOk +
             LinkedBad;
}
