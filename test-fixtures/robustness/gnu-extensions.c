// args: -std=gnu89 -w
/* K&R definitions, GNU extensions, VLAs, attributes, inline assembly. */
static int CallsBad; /* expect: stateless-mutable-global "CallsBad" */

int add(a, b) int a, b; {
  ++CallsBad;
  return a + b;
}

implicit() { return add(1, 2); }

#define MAX(A, B)                                                              \
  ({                                                                           \
    __typeof__(A) First = (A);                                                 \
    __typeof__(B) Second = (B);                                                \
    First > Second ? First : Second;                                           \
  })

struct Point { int x, y; unsigned flag : 1, : 3, rest : 4; };
static const struct Point OriginOk = {.y = 1, .x = 2, .flag = 1};
static const int TableOk[256] = {[0 ... 9] = 1, [200] = 7, ['a'] = 3};
static int SlotsBad[4] = {[1 ... 2] = 5}; /* expect: stateless-mutable-global "SlotsBad" */

int vla(int n) {
  int buffer[n][n + 1];
  static void *const labels[] = {&&one, &&two};
  buffer[0][0] = sizeof buffer;
  goto *labels[n & 1];
one:
  return MAX(buffer[0][0], TableOk[1]);
two:
  SlotsBad[n & 3] = OriginOk.x ?: n;
  switch (n) {
  case 0 ... 5: return 1;
  default: return __extension__({ int v = n; v * 2; });
  }
}

__attribute__((noinline, cold, aligned(16), unused)) static int
soup(int v __attribute__((unused))) {
  int out;
  __asm__ volatile("" : "=r"(out) : "0"(v) : "memory");
  return out;
}

typedef int vector __attribute__((vector_size(16)));
vector lanesBad = {1, 2, 3, 4}; /* expect: stateless-mutable-global "lanesBad" */
void lane(int v) { lanesBad[0] = soup(v); }

union Overlay { int i; float f; char bytes[4]; };
int pun(float f) { return ((union Overlay){.f = f}).i; }
