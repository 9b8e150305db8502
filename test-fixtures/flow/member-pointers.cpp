// args: -std=c++17 -isystem {fixtures}/include
// Data members by pointer: .* and ->* name a part of the object.
#include <httplib.h>
#include <string>

struct Quota {
  int Used = 0;
  int Limit = 100;
};
static Quota DotStarBad;   // expect: stateless-mutable-global "'addTo'"
static Quota ArrowStarBad; // expect: stateless-mutable-global "'addToArrow'"
static Quota ReadOk;       // expect-benign: stateless-mutable-global "never written"

void addTo(int Quota::*F, int N) { (DotStarBad.*F) += N; }
void addToArrow(int Quota::*F, int N) {
  Quota *Q = &ArrowStarBad;
  Q->*F = N;
}
int get(int Quota::*F) { return ReadOk.*F; }

int main() {
  httplib::Server S;
  S.Get("/a", [](const httplib::Request &, httplib::Response &W) {
    addTo(&Quota::Used, 3);
    addToArrow(&Quota::Used, 3);
    W.set_content(std::to_string(get(&Quota::Limit)), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
