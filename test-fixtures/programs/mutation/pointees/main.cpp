// args: -std=c++17 -isystem {fixtures}/include
#include "boxes.h"
#include <httplib.h>

static void fill(int N) {
  RawBad->N = N; // expect-fact: write RawBad
  UniqueBad->put(N);
  std::shared_ptr<Box> Copy = SharedBad;
  Copy->put(N);
  ListBad.front()->N++; // expect-fact: write ListBad
  HandlesBad[0]->N = N; // expect-fact: write HandlesBad
  ReferredBad.N = N;    // expect-fact: write ReferredBad
  WrappedBad.get().put(N);
  DeepBad->Next = std::make_unique<Box>(); // expect-fact: write DeepBad
  DeepBad->Next->put(N);
  std::weak_ptr<Box> Weak = LockedBad;
  if (auto Locked = Weak.lock())
    Locked->put(N);
}

static int look() {
  Box Mine;
  Mine.put(RawOk->get());
  auto Fresh = std::make_shared<Box>();
  Fresh->N = UniqueOk->N + FrozenOk->get();
  std::shared_ptr<const Box> View = FrozenOk;
  return Mine.N + Fresh->get() + HandlesOk[0]->get() + ReferredOk.N + View->N;
}

int main() {
  httplib::Server App;
  App.Put("/box", [](const httplib::Request &Req, httplib::Response &) { fill(int(Req.body.size())); });
  App.Get("/box", [](const httplib::Request &, httplib::Response &Res) { Res.status = look(); });
  return !App.listen("0.0.0.0", 8080);
}
