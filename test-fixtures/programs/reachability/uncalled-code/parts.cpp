#include "parts.h"

static int UsedBad; // expect: stateless-mutable-global "written after start-up by 'used'" "'GET /used'" confidence proven
// Written by code that no route, no thread and no start-up is known to reach. In
// a whole program that does not run, unless something that is not seen may ask
// for it: a virtual table, an instantiation, a lambda of a function that runs.
static int UnusedOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int PluginsBad; // expect: stateless-mutable-global "written after start-up by 'Plugin::run'" confidence likely
static int StaticOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int LambdaBad; // expect: stateless-mutable-global "LambdaBad" "lambda in 'used'" confidence likely
static int TemplateBad; // expect: stateless-mutable-global "written after start-up by 'never'" confidence likely
static int BothBad; // expect: stateless-mutable-global "written after start-up by 'used'" "'GET /used'" confidence proven

static void lonely() { ++StaticOk; }
void used() {
  ++UsedBad; // expect-fact: write UsedBad
  BothBad = UsedBad;
  // Made, but neither called nor kept.
  auto Later = [] { ++LambdaBad; }; // expect-fact: write LambdaBad
  (void)Later;
}
void unused() {
  BothBad = 0;
  unusedToo();
}
void unusedToo() { ++UnusedOk; }
void Plugin::run() { ++PluginsBad; } // expect-fact: write PluginsBad
template <class T> void never(T) { ++TemplateBad; } // expect-fact: write TemplateBad
