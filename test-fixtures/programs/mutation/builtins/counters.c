#include "counters.h"

int sync_bad; /* expect: stateless-mutable-global "sync_bad" "written by 'count'" */
long fetched_bad; /* expect: stateless-mutable-global "fetched_bad" "written by 'count'" */
atomic_int c11_bad; /* expect: stateless-mutable-global "c11_bad" "written by 'count'" */
volatile int volatile_bad; /* expect: stateless-mutable-global "volatile_bad" "written by 'count'" confidence proven */
int assembled_bad; /* expect: stateless-mutable-global "assembled_bad" "written by 'count'" */
int overflow_bad; /* expect: stateless-mutable-global "overflow_bad" "written by 'count'" */
int loaded_ok = 4; /* expect-benign: stateless-mutable-global "never written" */
atomic_int c11_ok = 5; /* expect-benign: stateless-mutable-global "never written" */
