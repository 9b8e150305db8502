// C: static locals, and objects that other functions are given.
#include <ctype.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int next(void) {
  static int CounterBad; // expect: stateless-mutable-global "CounterBad" "written by 'next' (increment)" confidence likely
  return ++CounterBad; // expect-fact: write CounterBad
}

const char *format(int N) {
  static char BufferOk[32]; // expect-benign: stateless-mutable-global "scratch"
  snprintf(BufferOk, sizeof BufferOk, "%d", N);
  return BufferOk;
}

int lookUp(int N) {
  static int TableOk[] = {1, 2, 3}; // expect-benign: stateless-mutable-global "never written"
  static const int LimitOk = 3; // expect-benign: stateless-mutable-global "constant"
  static const char *const NamesOk[] = {"a"}; // expect-benign: stateless-mutable-global "constant"
  return N < LimitOk ? TableOk[N] : NamesOk[0][0];
}

int once(void) {
  static int *MadeOk; // expect-benign: stateless-mutable-global "computed once"
  if (!MadeOk)
    MadeOk = malloc(sizeof *MadeOk);
  return MadeOk != NULL;
}

// Functions that are given the object: their bodies decide.
struct Buffer {
  char Text[16];
  size_t Used;
};
static void fill(struct Buffer *B, char C) { B->Text[B->Used++] = C; }
static size_t measure(struct Buffer *B) { return B->Used; }
static void upper(char *Text) {
  for (; *Text; ++Text)
    *Text = (char)toupper(*Text);
}
void unknown(struct Buffer *B);
void unknownConst(const struct Buffer *B);

static struct Buffer FilledBad; // expect: stateless-mutable-global "written by 'pass' (passed to '" "fill'"
static struct Buffer UnknownBad; // expect: stateless-mutable-global "written by 'pass' (passed to '" "unknown'"
static struct Buffer MeasuredOk; // expect-benign: stateless-mutable-global "never written"
static struct Buffer ConstOk; // expect-benign: stateless-mutable-global "never written"
static char UpperBad[8]; // expect: stateless-mutable-global "written by 'pass' (passed to '" "upper'"
static pthread_mutex_t LockOk = PTHREAD_MUTEX_INITIALIZER; // expect-benign: stateless-mutable-global "synchroni"
static pthread_once_t OnceOk = PTHREAD_ONCE_INIT; // expect-benign: stateless-mutable-global "synchroni"
static struct Buffer AliasBad; // expect: stateless-mutable-global "written by 'pass' (assignment)"
static int NumbersBad[4]; // expect: stateless-mutable-global "written by 'pass' (passed to '" "qsort'"
static int compare(const void *A, const void *B) { return *(const int *)A - *(const int *)B; }
static void nothing(void) {}

size_t pass(void) {
  pthread_once(&OnceOk, nothing);
  pthread_mutex_lock(&LockOk);
  fill(&FilledBad, 'x');  // expect-fact: write FilledBad
  unknown(&UnknownBad);   // expect-fact: write UnknownBad
  unknownConst(&ConstOk);
  upper(UpperBad);        // expect-fact: write UpperBad
  struct Buffer *Alias = &AliasBad;
  Alias->Used = 0;        // expect-fact: write AliasBad
  qsort(NumbersBad, 4, sizeof *NumbersBad, compare); // expect-fact: write NumbersBad
  pthread_mutex_unlock(&LockOk);
  return measure(&MeasuredOk);
}

// Through a macro, and in a block.
#define STATIC_COUNTER(Name) static unsigned long Name
unsigned long blocks(int Flag) {
  if (Flag) {
    STATIC_COUNTER(BlockBad); // expect: stateless-mutable-global "BlockBad" "written by 'blocks' (increment)"
    return BlockBad++;
  }
  STATIC_COUNTER(BlockOk); // expect-benign: stateless-mutable-global "never written"
  return BlockOk;
}
