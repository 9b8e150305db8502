// args: -std=c++17 -isystem {fixtures}/include
// Algorithms and iterators: some write their range, some only look.
#include "lists.h"
#include <httplib.h>

static void rework(int N) {
  std::fill(FilledBad.begin(), FilledBad.end(), N); // expect-fact: write FilledBad
  std::transform(SourceOk.begin(), SourceOk.end(), TransformedBad.begin(), [](int E) { return 2 * E; }); // expect-fact: write TransformedBad
  std::sort(SortedBad.begin(), SortedBad.end()); // expect-fact: write SortedBad
  std::copy(SourceOk.begin(), SourceOk.end(), std::back_inserter(AppendedBad)); // expect-fact: write AppendedBad
  for (auto It = IteratedBad.begin(); It != IteratedBad.end(); ++It)
    *It = N; // expect-fact: write IteratedBad
  std::reverse(ReversedBad.begin(), ReversedBad.end()); // expect-fact: write ReversedBad
  std::iota(std::begin(NumberedBad), std::end(NumberedBad), N); // expect-fact: write NumberedBad
  ErasedBad.erase(std::remove(ErasedBad.begin(), ErasedBad.end(), N), ErasedBad.end()); // expect-fact: write ErasedBad
  std::for_each(VisitedBad.begin(), VisitedBad.end(), [N](int &E) { E += N; });
  std::copy_n(SourceOk.begin(), 2, std::inserter(InsertedBad, InsertedBad.begin())); // expect-fact: write InsertedBad
  std::generate_n(GeneratedBad.data(), 2, [N] { return N; }); // expect-fact: write GeneratedBad
  std::rotate(RotatedBad.begin(), RotatedBad.begin() + 1, RotatedBad.end()); // expect-fact: write RotatedBad
  if (auto It = FoundBad.find("a"); It != FoundBad.end())
    It->second = N; // expect-fact: write FoundBad
  std::list<int> Mine{N};
  Mine.splice(Mine.end(), SplicedBad); // expect-fact: write SplicedBad
}

static int look(int N) {
  int Sum = std::accumulate(SourceOk.begin(), SourceOk.end(), 0);
  std::for_each(VisitedOk.begin(), VisitedOk.end(), [&Sum](const int &E) { Sum += E; });
  std::vector<int> Mine(CopiedOk.begin(), CopiedOk.end());
  std::sort(Mine.begin(), Mine.end());
  std::fill_n(std::back_inserter(Mine), 2, N);
  if (std::find(SearchedOk.begin(), SearchedOk.end(), N) != SearchedOk.end() ||
      std::any_of(SearchedOk.begin(), SearchedOk.end(), [N](int E) { return E > N; }))
    ++Sum;
  for (auto It = SourceOk.begin(); It != SourceOk.end(); ++It)
    Sum += *It;
  auto It = LookedUpOk.find("a");
  return It == LookedUpOk.end() ? Sum : Sum + It->second;
}

int main() {
  httplib::Server App;
  App.Post("/rework", [](const httplib::Request &Req, httplib::Response &) { rework(int(Req.body.size())); });
  App.Get("/look", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = look(int(Req.body.size())); });
  return !App.listen("0.0.0.0", 8080);
}
