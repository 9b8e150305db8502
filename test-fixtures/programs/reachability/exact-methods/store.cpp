#include "store.h"

static int StoreBad; // expect: stateless-mutable-global "StoreBad" "'PUT /own'" confidence proven
static int ClosedBad; // expect: stateless-mutable-global "ClosedBad" "'PUT /closed'" confidence proven
static int OpenBad; // expect: stateless-mutable-global "by 'Open::put', on 'PUT /any'" confidence proven

void Store::put() { ++StoreBad; } // expect-fact: write StoreBad
void Closed::put() { ++ClosedBad; } // expect-fact: write ClosedBad
void Open::put() { ++OpenBad; } // expect-fact: write OpenBad
std::unique_ptr<Store> openStore() { return std::make_unique<Open>(); }
