#include "held.h"

static int MadeBad; // expect: stateless-mutable-global "written after start-up by 'Pooled::Pooled'" "'GET /held'"
static int GoneBad; // expect: stateless-mutable-global "written after start-up by 'Pooled::~Pooled'" "'GET /held'"
static int ItemsBad; // expect: stateless-mutable-global "written after start-up by 'Item::Item'" "'GET /held'"
// Comparisons and default values that only templates of the library ask for.
static int FN_Compared; // expect: stateless-mutable-global "written after start-up by 'operator<'" confidence likely
static int SharedBad; // expect: stateless-mutable-global "written after start-up by 'Shared::Shared'" "'GET /more'"
static int EntriesBad; // expect: stateless-mutable-global "written after start-up by 'Entry::Entry'" "'GET /more'"

Pooled::Pooled() { ++MadeBad; }  // expect-fact: write MadeBad
Pooled::~Pooled() { ++GoneBad; } // expect-fact: write GoneBad
Item::Item(int N) { ItemsBad += N; } // expect-fact: write ItemsBad
Shared::Shared() { ++SharedBad; } // expect-fact: write SharedBad
Entry::Entry() : Value(++EntriesBad) {} // expect-fact: write EntriesBad
bool operator<(const Key &A, const Key &B) {
  ++FN_Compared; // expect-fact: write FN_Compared
  return A.Value < B.Value;
}
