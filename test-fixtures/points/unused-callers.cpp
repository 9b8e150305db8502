// Who calls a function at start-up, and who could: nothing calls setFromText.
#include <sys/socket.h>

// FP: what nothing calls does not run, but counts as a caller.
static int FP_Mode; // expect: stateless-mutable-global "FP_Mode"
static int HiddenOk; // expect-benign: stateless-mutable-global "only at start-up"

void setMode(int Mode) { FP_Mode = Mode; }
void setFromText(const char *Text) { setMode(Text[0]); }
static void setHidden(int N) { HiddenOk = N; }

int main(int Count, char **) {
  setMode(Count);
  setHidden(Count);
  for (;;)
    if (accept(3, nullptr, nullptr) < 0)
      return FP_Mode + HiddenOk;
}
