// What another branch does, is not done after serving has begun.
#include <sys/socket.h>

static int ModeBad;   // expect: stateless-mutable-global "ModeBad" "request loop"
static int OtherOk;   // expect-benign: stateless-mutable-global "start-up"
static int EarlierOk; // expect-benign: stateless-mutable-global "start-up"
static int SwitchOk;  // expect-benign: stateless-mutable-global "start-up"

static void serve() {
  for (;;) {
    int C = accept(3, nullptr, nullptr);
    if (C < 0)
      break;
    ModeBad += C;
  }
}

int main(int Argc, char **) {
  switch (Argc) {
  case 1:
    serve();
    return 0;
  case 2:
    SwitchOk = Argc;
    break;
  default:
    // The serving branch stands further down in the text.
    if (Argc == 3)
      goto Begin;
    OtherOk = 5;
    return OtherOk;
  }
  EarlierOk = 1;
  return EarlierOk + SwitchOk + ModeBad;
Begin:
  serve();
  return 0;
}
