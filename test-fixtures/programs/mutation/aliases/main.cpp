// args: -std=c++17 -isystem {fixtures}/include
// Local names for what another unit defines.
#include "state.h"
#include <httplib.h>

struct View {
  int *Target;
  int Width;
};

static void alias(const httplib::Request &Req, httplib::Response &) {
  int N = int(Req.body.size());
  int &R = ByReferenceBad;
  R = N; // expect-fact: write ByReferenceBad
  int &Again = BySecondBad;
  auto &&Third = Again;
  Third -= N; // expect-fact: write BySecondBad
  int *P = &ByPointerBad;
  ++*P; // expect-fact: write ByPointerBad
  int *D = &ByDoubleBad;
  int **PP = &D;
  **PP = N;
  int *Q = N > 1 ? &LeftBad : &RightBad;
  *Q = N; // expect-fact: write LeftBad expect-fact: write RightBad
  int *T = TableBad + 2;
  *(T + 1) = N; // expect-fact: write TableBad
  if (auto &&F = ForwardBad; N > 2)
    F = N; // expect-fact: write ForwardBad
  View V{&ViewedBad, N};
  *V.Target = V.Width;
  auto *H = reinterpret_cast<char *>(&HalfBad);
  H[0] = 'x'; // expect-fact: write HalfBad
  int *Walker = &FP_FirstTarget;
  Walker = &SecondTargetBad;
  *Walker = N;
}

static void look(const httplib::Request &, httplib::Response &Res) {
  const int &R = SeenOk;
  int Copy = CopiedOk;
  Copy += R;
  const int *P = &SeenPointerOk;
  int *Mine = &Copy;
  *Mine += *P;
  Res.set_content(std::to_string(Copy), "text/plain");
}

int main() {
  httplib::Server App;
  App.Post("/alias", alias);
  App.Get("/look", look);
  return !App.listen("0.0.0.0", 8080);
}
