// args: -std=gnu17 -D_GNU_SOURCE
// Ways that an address takes in C, one to a function: each loop writes
// through it.
#include <pthread.h>
#include <search.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>
extern int accept(int, void *, void *);

// Atomic cas expected static.
static atomic_int v_1 = 3;
static int AtomicCasExpectedStaticBad; // expect: stateless-mutable-global "AtomicCasExpectedStaticBad"
static void turn_1(void) {
  atomic_store(&v_1, 100);
  for (;;) {
    int fd = accept(3, 0, 0);
    atomic_int w = fd;
    atomic_compare_exchange_strong(&w, &AtomicCasExpectedStaticBad, 3);
  }
}

// Atomic load generic.
static int AtomicLoadGenericBad; // expect: stateless-mutable-global "AtomicLoadGenericBad"
static int *p_2 = &AtomicLoadGenericBad;
static void turn_2(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    int *q;
    __atomic_load(&p_2, &q, 0);
    *q += fd;
  }
}

// Cast first member to outer.
struct L_3 {
  int q;
};
struct M_3 {
  struct L_3 l;
  int *p;
};
static int CastFirstMemberToOuterBad; // expect: stateless-mutable-global "CastFirstMemberToOuterBad"
static struct M_3 m_3 = {{0}, &CastFirstMemberToOuterBad};
static void turn_3(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    struct L_3 *l = &m_3.l;
    struct M_3 *b = (struct M_3 *)l;
    *b->p += fd;
  }
}

// Cleanup attribute.
static int CleanupAttributeBad; // expect: stateless-mutable-global "CleanupAttributeBad"
static void cl_4(int **p_4) { ++**p_4; }
static void turn_4(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    __attribute__((cleanup(cl_4))) int *x = &CleanupAttributeBad;
    (void)x;
  }
}

// Container of sibling pointer.
struct L_5 {
  int q;
};
struct M_5 {
  int *p;
  struct L_5 l;
};
static int ContainerOfSiblingPointerBad; // expect: stateless-mutable-global "ContainerOfSiblingPointerBad"
static struct M_5 m_5 = {&ContainerOfSiblingPointerBad, {0}};
static void turn_5(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    struct L_5 *l = &m_5.l;
    struct M_5 *b = (struct M_5 *)((char *)l - offsetof(struct M_5, l));
    *b->p += fd;
  }
}

// Fopencookie.
static int FopencookieBad; // expect: stateless-mutable-global "FopencookieBad"
static ssize_t w_6(void *u_6, const char *b, size_t n_6) {
  ++*(int *)u_6;
  return n_6;
}
static void turn_6(void) {
  cookie_io_functions_t io = {.write = w_6};
  FILE *f = fopencookie(&FopencookieBad, "w_6", io);
  for (;;) {
    int fd = accept(3, 0, 0);
    fprintf(f, "%d", fd);
    fflush(f);
  }
}

// Index result.
static char IndexResultBad[8] = "ab"; // expect: stateless-mutable-global "IndexResultBad"
static void turn_7(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char *t = index(IndexResultBad, 97);
    if (t)
      t[1] += fd;
  }
}

// Insque.
struct q {
  struct q *n, *p_8;
  int v;
};
static struct q InsqueBad; // expect: stateless-mutable-global "InsqueBad"
static struct q HeadBad;   // expect: stateless-mutable-global "HeadBad"
static void turn_8(void) {
  insque(&InsqueBad, &HeadBad);
  for (;;) {
    int fd = accept(3, 0, 0);
    HeadBad.n->v += fd;
  }
}

// Pthread join result.
static int PthreadJoinResultBad; // expect: stateless-mutable-global "PthreadJoinResultBad"
static void *th_9(void *u) { return &PthreadJoinResultBad; }
static void turn_9(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    pthread_t t;
    void *r;
    pthread_create(&t, 0, th_9, 0);
    pthread_join(t, &r);
    *(int *)r += fd;
  }
}

// Strcasestr result.
static char StrcasestrResultBad[8] = "ab"; // expect: stateless-mutable-global "StrcasestrResultBad"
static void turn_10(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char *t = strcasestr(StrcasestrResultBad, "A");
    if (t)
      t[1] += fd;
  }
}

// Strchr result.
static char StrchrResultBad[] = "k_11=v"; // expect: stateless-mutable-global "StrchrResultBad"
static void turn_11(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char *p = strchr(StrchrResultBad, 61);
    if (p)
      p[1]++;
  }
}

// Strchrnul result.
static char StrchrnulResultBad[8] = "ab"; // expect: stateless-mutable-global "StrchrnulResultBad"
static void turn_12(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char *t = strchrnul(StrchrnulResultBad, 1);
    t[-1] += fd;
  }
}

// Strsep result.
static char StrsepResultBad[8] = "ab,cd"; // expect: stateless-mutable-global "StrsepResultBad"
static void turn_13(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char *s = StrsepResultBad;
    char *t = strsep(&s, ",");
    t[0] += 1;
    (void)fd;
  }
}

// Strstr result.
static char StrstrResultBad[] = "k_14=v"; // expect: stateless-mutable-global "StrstrResultBad"
static void turn_14(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char *p = strstr(StrstrResultBad, "=");
    if (p)
      p[1]++;
  }
}

// Strtol endptr.
static char StrtolEndptrBad[] = "12x"; // expect: stateless-mutable-global "StrtolEndptrBad"
static void turn_15(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    char *e;
    strtol(StrtolEndptrBad, &e, 10);
    (*e)++;
  }
}

// Struct pun through void.
struct A_16 {
  int *p;
};
struct B_16 {
  int *q;
};
static int StructPunThroughVoidBad; // expect: stateless-mutable-global "StructPunThroughVoidBad"
static void th_16(void *u_16) {
  struct B_16 *s = u_16;
  ++*s->q;
}
static void turn_16(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    struct A_16 a = {&StructPunThroughVoidBad};
    th_16(&a);
  }
}

// Wcschr result.
static wchar_t WcschrResultBad[4] = L"ab"; // expect: stateless-mutable-global "WcschrResultBad"
static void turn_17(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    wchar_t *t = wcschr(WcschrResultBad, 97);
    if (t)
      t[1] += fd;
  }
}

// Wcstol endptr.
static wchar_t WcstolEndptrBad[4] = L"1b"; // expect: stateless-mutable-global "WcstolEndptrBad"
static void turn_18(void) {

  for (;;) {
    int fd = accept(3, 0, 0);
    wchar_t *t;
    wcstol(WcstolEndptrBad, &t, 10);
    *t += fd;
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
  turn_10();
  turn_11();
  turn_12();
  turn_13();
  turn_14();
  turn_15();
  turn_16();
  turn_17();
  turn_18();
}
