// args: -std=c++17 -isystem {fixtures}/include
#include "steps.h"
#include <httplib.h>

static int OnceBad; // expect: stateless-mutable-global "OnceBad" "'GET /pass'" confidence proven
static int TwiceBad; // expect: stateless-mutable-global "TwiceBad" "'GET /pass'" confidence proven
static int DeepBad; // expect: stateless-mutable-global "DeepBad" "'GET /pass'" confidence proven
static int MutualBad; // expect: stateless-mutable-global "MutualBad" "'GET /pass'" confidence proven
static int ParsedBad; // expect: stateless-mutable-global "ParsedBad" "'GET /pass'" confidence proven
static int NumbersBad[3]; // expect: stateless-mutable-global "NumbersBad" "'GET /pass'" confidence proven
static std::string TakenBad; // expect: stateless-mutable-global "TakenBad" "'GET /pass'"
static std::vector<int> ListBad; // expect: stateless-mutable-global "ListBad" "'GET /pass'" confidence proven
static int SameBad; // expect: stateless-mutable-global "SameBad" "'GET /pass'" confidence proven

static int PeekedOk = 1; // expect-benign: stateless-mutable-global "never written"
static int DeepPeekedOk = 2; // expect-benign: stateless-mutable-global "never written"
static int ValueOk = 3; // expect-benign: stateless-mutable-global "never written"
static std::string TextOk = "text"; // expect-benign: stateless-mutable-global "never written"

static int pass(const std::string &Text) {
  bump(OnceBad);
  bumpTwice(&TwiceBad);
  countDown(DeepBad, 3);
  odd(MutualBad, 2);
  zero(NumbersBad, 3);
  take(std::move(TakenBad));
  extend(ListBad, byValue(ValueOk));
  same(SameBad) = 4;
  // The same callees at work on what one request owns.
  int Mine = peek(PeekedOk) + peekTwice(&DeepPeekedOk);
  bumpTwice(&Mine);
  same(Mine) += int(measure(TextOk));
  take(std::string(TextOk));
  return parse(Text, &ParsedBad) && parse(Text, &Mine) ? Mine : 0;
}

int main() {
  httplib::Server App;
  App.Get("/pass", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.set_content(std::to_string(pass(Req.body)), "text/plain");
  });
  return !App.listen("0.0.0.0", 8080);
}
