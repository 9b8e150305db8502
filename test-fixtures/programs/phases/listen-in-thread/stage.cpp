#include "stage.h"

int BeforeOk; // expect-benign: stateless-mutable-global "start-up"
// A request may already run: what starts the thread starts to serve.
int DuringBad; // expect: stateless-mutable-global "written after start-up by 'announce'" confidence likely
int AfterBad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence likely
int AdminBad; // expect: stateless-mutable-global "'GET /admin'" confidence proven

void announce(int N) { DuringBad = N; } // expect-fact: write DuringBad
