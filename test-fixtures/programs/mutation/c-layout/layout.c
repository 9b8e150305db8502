#include "layout.h"

union cell cell_bad; /* expect: stateless-mutable-global "cell_bad" "written by 'mark'" confidence proven */
struct flags flags_bad; /* expect: stateless-mutable-global "flags_bad" "written by 'mark'" confidence proven */
struct grid grid_bad; /* expect: stateless-mutable-global "grid_bad" "written by 'mark'" confidence proven */
union cell cells_bad[2]; /* expect: stateless-mutable-global "cells_bad" "written by 'mark'" confidence proven */
_Thread_local int depth_bad; /* expect: stateless-mutable-global "depth_bad" "written by 'mark'" confidence proven */
struct flags flags_ok = {.level = 2}; /* expect-benign: stateless-mutable-global "never written" */
struct grid grid_ok = {{{1, 2, 3}}, {.ready = 1}}; /* expect-benign: stateless-mutable-global "never written" */
union cell cell_ok = {.whole = 3}; /* expect-benign: stateless-mutable-global "never written" */
