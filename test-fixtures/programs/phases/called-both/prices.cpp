// One writer, two callers: main before it serves, and a request or an exit.
#include "prices.h"

#include <vector>

static std::vector<int> PricesBad; // expect: stateless-mutable-global "written after start-up by 'reload'" "'POST /reload'" confidence proven
static int VersionBad; // expect: stateless-mutable-global "written after start-up by 'reload'" "'POST /reload'" confidence proven
static int StageOk; // expect-benign: stateless-mutable-global "when serving is over"
static int LastBad; // expect: stateless-mutable-global "LastBad" "'GET /price'" confidence proven
static int FirstOk = remember(1); // expect-benign: stateless-mutable-global "never written"
static int BegunOk; // expect-benign: stateless-mutable-global "start-up"

void reload(const std::string &Text) {
  PricesBad.assign(4, int(Text.size())); // expect-fact: write PricesBad
  ++VersionBad; // expect-fact: write VersionBad
}
static void stage(int N) { StageOk = N; }
void begin() {
  BegunOk = 1;
  stage(1);
}
void finish() { stage(2); }
// Called by an initialiser and by requests.
int remember(int N) { return LastBad = N; } // expect-fact: write LastBad
int price(int I) { return PricesBad.empty() ? FirstOk + BegunOk : PricesBad[std::size_t(I % 4)]; }
