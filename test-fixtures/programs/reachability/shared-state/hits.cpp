#include "hits.h"

static int HitsBad; // expect: stateless-mutable-global "written after start-up by" "'hit'" "'reset'" "'DELETE /hits'" "'POST /hits'" "read by 'show'" confidence proven
static int OneWriterBad; // expect: stateless-mutable-global "written after start-up by 'raise'" "and 'PUT /raise'" confidence proven
static int ManyWritersBad; // expect: stateless-mutable-global "written after start-up by" "and 2 more" confidence proven
static int ShownOk = 1; // expect-benign: stateless-mutable-global "never written"

int hit() {
  ++ManyWritersBad;
  return ++HitsBad; // expect-fact: write HitsBad
}
int reset() {
  ManyWritersBad = 0;
  return HitsBad = 0; // expect-fact: write HitsBad
}
int raise() {
  ManyWritersBad += 2;
  return ++OneWriterBad; // expect-fact: write OneWriterBad
}
int lower() { return --ManyWritersBad; }
int show() { return ShownOk + HitsBad + OneWriterBad + ManyWritersBad; } // expect-fact: read HitsBad
