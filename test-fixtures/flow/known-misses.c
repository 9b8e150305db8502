// args: -std=gnu17 -D_GNU_SOURCE
// FN_: what is written here while the program serves, and is not seen.
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
extern int accept(int, void *, void *);

// Bytewise copy function.
static int FN_BytewiseCopyFunction; // expect-benign: stateless-mutable-global "never written"
static void cp_1(void *x_1, const void *y_1, size_t n) {
  char *p_1 = x_1;
  const char *q = y_1;
  while (n--)
    *p_1++ = *q++;
}
static int *a, *b_1 = &FN_BytewiseCopyFunction;
static void turn_1(void) {
  cp_1(&a, &b_1, sizeof a);
  for (;;) {
    int fd = accept(3, 0, 0);
    *a += fd;
  }
}

// Bytewise copy loop.
static int FN_BytewiseCopyLoop; // expect-benign: stateless-mutable-global "never written"
static void turn_2(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    int *z = &FN_BytewiseCopyLoop;
    char b[8];
    for (int i = 0; i < 8; i++)
      b[i] = ((char *)&z)[i];
    int *w;
    for (int i = 0; i < 8; i++)
      ((char *)&w)[i] = b[i];
    *w += fd;
  }
}

// Bytewise swap.
static int FN_BytewiseSwap; // expect-benign: stateless-mutable-global "never written"
static int *a; // expect: stateless-mutable-global "'a'"
static int *b_3 = &FN_BytewiseSwap; // expect: stateless-mutable-global "'b_3'"
static void sw_3(void *x, void *y_3, size_t n) {
  char *p_3 = x, *q = y_3;
  while (n--) {
    char t_3 = *p_3;
    *p_3++ = *q;
    *q++ = t_3;
  }
}
static void turn_3(void) {
  sw_3(&a, &b_3, sizeof a);
  for (;;) {
    int fd = accept(3, 0, 0);
    *a += fd;
  }
}

// Const cast c.
static int FN_ConstCastC; // expect-benign: stateless-mutable-global "never written"
static const int *p_4 = &FN_ConstCastC;
static void turn_4(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    ++*(int *)p_4;
  }
}

// Linker section table.
struct ent_5 {
  int *c;
};
static int FN_LinkerSectionTable; // expect-benign: stateless-mutable-global "never written"
__attribute__((used, section("ents"))) static struct ent_5 e1_5 = {
    &FN_LinkerSectionTable};
extern struct ent_5 __start_ents[], __stop_ents_5[];
static void turn_5(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    for (struct ent_5 *p = __start_ents; p < __stop_ents_5; p++)
      *p->c += fd;
  }
}

// Memcpy via long.
struct P_6 {
  int *p;
};
static int FN_MemcpyViaLong; // expect-benign: stateless-mutable-global "never written"
static void turn_6(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    struct P_6 a = {&FN_MemcpyViaLong}, b;
    long t;
    memcpy(&t, &a, 8);
    memcpy(&b, &t, 8);
    *b.p += fd;
  }
}

// Pointer printed and parsed.
static int FN_PointerPrintedAndParsed; // expect-benign: stateless-mutable-global "never written"
static char b_7[32]; // expect: stateless-mutable-global "b_7'"
static void turn_7(void) {
  snprintf(b_7, 32, "%p", (void *)&FN_PointerPrintedAndParsed);
  for (;;) {
    int fd = accept(3, 0, 0);
    void *p;
    sscanf(b_7, "%p", &p);
    *(int *)p += fd;
  }
}

// Printf percent n.
static int FN_PrintfPercentN; // expect-benign: stateless-mutable-global "never written"
static void turn_8(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char b[64];
    char s[16] = {97, 97, 97, 97, 97, 97, 97, 97};
    s[fd] = 0;
    snprintf(b, 64, "%s%n", s, &FN_PrintfPercentN);
  }
}

// Pthread anon struct arg.
static int FN_PthreadAnonStructArg; // expect-benign: stateless-mutable-global "never written"
static void *th_9(void *u_9) {
  struct {
    int *p;
  } *s = u_9;
  ++*s->p;
  return 0;
}
static void turn_9(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    struct {
      int *p;
    } a = {&FN_PthreadAnonStructArg};
    pthread_t t;
    pthread_create(&t, 0, th_9, &a);
    pthread_join(t, 0);
  }
}

// Sync cas stores pointer.
static int FN_SyncCasStoresPointer; // expect-benign: stateless-mutable-global "never written"
static int *p_11; // expect: stateless-mutable-global "p_11'"
static void turn_11(void) {
  __sync_bool_compare_and_swap(&p_11, (int *)0, &FN_SyncCasStoresPointer);
  for (;;) {
    int fd = accept(3, 0, 0);
    *p_11 += fd;
  }
}

// Union raw bytes copy.
union U_12 {
  struct {
    long a;
    int *p;
  } s;
  char raw[16];
};
static int FN_UnionRawBytesCopy; // expect-benign: stateless-mutable-global "never written"
static union U_12 u_12; // expect: stateless-mutable-global "u_12'"
static void turn_12(void) {
  u_12.s.p = &FN_UnionRawBytesCopy;
  for (;;) {
    int fd = accept(3, 0, 0);
    union U_12 v;
    for (int i = 0; i < 16; i++)
      v.raw[i] = u_12.raw[i];
    *v.s.p += fd;
  }
}

int main(void) {
  turn_1();
  turn_2();
  turn_3();
  turn_4();
  turn_5();
  turn_6();
  turn_7();
  turn_8();
  turn_9();
  turn_11();
  turn_12();
}
