// C: a module keeps one struct and gives its address out.
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct Journal {
  int Lines;
  char Last[16];
};
static struct Journal JournalBad; // expect: stateless-stateful-singleton "singleton" "journal_get" "'Lines'"
struct Journal *journal_get(void) { return &JournalBad; }
void journal_add(void) { journal_get()->Lines++; }

// The struct is local to the accessor.
struct Meter {
  long Level;
};
struct Meter *meter(void) {
  static struct Meter MeterBad; // expect: stateless-stateful-singleton "singleton" "meter" "'Level'"
  return &MeterBad;
}
void meter_raise(long N) { meter()->Level += N; }

// Allocated on demand; the caller holds the pointer in a variable.
typedef struct {
  int Depth;
  int Limit;
} Stack;
static Stack *StackBad; // expect: stateless-stateful-singleton "singleton" "stack_instance" "'Depth'"
Stack *stack_instance(void) {
  if (!StackBad)
    StackBad = calloc(1, sizeof *StackBad);
  return StackBad;
}
void stack_push(void) {
  Stack *S = stack_instance();
  S->Depth = S->Depth + 1;
}

// The module's own functions write the struct by its name.
static struct {
  pthread_mutex_t Lock;
  int Ticks;
} ClockBad; // expect: stateless-stateful-singleton "singleton" "clock_state" "'Ticks'"
void *clock_state(void) { return &ClockBad; }
void clock_tick(void) {
  pthread_mutex_lock(&ClockBad.Lock);
  ++ClockBad.Ticks;
  pthread_mutex_unlock(&ClockBad.Lock);
}

// Without state: a constant, and a struct that can only be read.
struct Table {
  int First;
  int Last;
};
static const struct Table TableOk = {1, 9}; // expect-benign: stateless-mutable-global "constant"
const struct Table *table(void) { return &TableOk; }
static struct Table RangeOk = {2, 8};
const struct Table *range(void) { return &RangeOk; }
int width(void) { return table()->Last - table()->First + range()->First; }

// No accessor: a global; no shared object: nothing.
static struct Table KeptBad; // expect: stateless-mutable-global "KeptBad" "written by 'keep' (assignment)"
void keep(int N) { KeptBad.First = N; }
struct Table *fresh(void) { return calloc(1, sizeof(struct Table)); }
struct Table *same(struct Table *T) {
  T->Last = 3;
  return T;
}
