// A parameter that is given the address of a pointer.
static int ABad; // expect: stateless-mutable-global "ABad"
static int BBad; // expect: stateless-mutable-global "BBad"
static int COk;  // expect-benign: stateless-mutable-global "never written"
static void pick(int **Out, bool C) { *Out = C ? &ABad : &BBad; }
int main(int Argc, char **) {
  for (;;) {
    int *P = nullptr;
    pick(&P, Argc > 1);
    ++*P;
    const int *Q = &COk;
    if (*Q)
      return 1;
  }
}
