#include "parts.h"

static int UsedBad; // expect: stateless-mutable-global "written after start-up by 'used'" "'GET /used'" confidence proven
// Written by code that no route, no thread and no start-up is known to reach:
// what calls it may be outside of what was analysed.
static int UnusedBad; // expect: stateless-mutable-global "written after start-up by 'unusedToo'" confidence likely
static int PluginsBad; // expect: stateless-mutable-global "written after start-up by 'Plugin::run'" confidence likely
static int StaticBad; // expect: stateless-mutable-global "written after start-up by 'lonely'" confidence likely
static int LambdaBad; // expect: stateless-mutable-global "LambdaBad" "lambda in 'used'" confidence likely
static int TemplateBad; // expect: stateless-mutable-global "written after start-up by 'never'" confidence likely
static int BothBad; // expect: stateless-mutable-global "'unused'" "'used'" "'GET /used'" confidence proven

static void lonely() { ++StaticBad; } // expect-fact: write StaticBad
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
void unusedToo() { ++UnusedBad; } // expect-fact: write UnusedBad
void Plugin::run() { ++PluginsBad; } // expect-fact: write PluginsBad
template <class T> void never(T) { ++TemplateBad; } // expect-fact: write TemplateBad
