// More targets than any list of fixed length holds: none of them is benign.
static int A; // expect: stateless-mutable-global "A"
static int B; // expect: stateless-mutable-global "B"
static int C; // expect: stateless-mutable-global "C"
static int D; // expect: stateless-mutable-global "D"
static int E; // expect: stateless-mutable-global "E"
static int F; // expect: stateless-mutable-global "F"

void pick(int Which) {
  int *P;
  switch (Which) {
  case 1: P = &A; break;
  case 2: P = &B; break;
  case 3: P = &C; break;
  case 4: P = &D; break;
  case 5: P = &E; break;
  default: P = &F;
  }
  *P = Which;
}

int main() {
  for (;;)
    pick(3);
}
