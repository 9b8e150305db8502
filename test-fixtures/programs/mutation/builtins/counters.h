#ifndef COUNTERS_H
#define COUNTERS_H

#include <stdatomic.h>

extern int sync_bad;
extern long fetched_bad;
extern atomic_int c11_bad;
extern volatile int volatile_bad;
extern int assembled_bad;
extern int overflow_bad;
extern int loaded_ok;
extern atomic_int c11_ok;

void count(int n);
int look(void);

#endif
