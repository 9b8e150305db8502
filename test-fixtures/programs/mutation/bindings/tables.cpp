// Structured bindings, std::tie, range-for: by reference, by value.
#include "tables.h"

#include <tuple>

void bind(const std::string &Text) {
  int N = int(Text.size());
  auto &[A, B] = PairBad;
  A = B + N; // expect-fact: write PairBad
  auto &[X, Y] = PointBad;
  Y += X; // expect-fact: write PointBad
  auto &[Zeroth, First] = ArrayBad;
  Zeroth = First; // expect-fact: write ArrayBad
  for (Point &P : PointsBad)
    P.X = N; // expect-fact: write PointsBad
  for (auto &[Key, Value] : ValuesBad)
    Value = int(Key.size()); // expect-fact: write ValuesBad
  auto [It, New] = InsertedBad.emplace(Text, Point()); // expect-fact: write InsertedBad
  It->second.X = New; // expect-fact: write InsertedBad
  for (auto &&Row : RowsBad)
    for (int &Cell : Row)
      ++Cell; // expect-fact: write RowsBad
  std::tie(FirstBad, SecondBad) = std::make_tuple(N, N); // expect-fact: write FirstBad expect-fact: write SecondBad
}

int look() {
  auto [A, B] = CopiedOk;
  A = B;
  const auto &[X, Y] = SeenOk;
  int Sum = A + X + Y;
  for (Point P : WalkedOk)
    Sum += ++P.X;
  for (auto [Key, Value] : ListedOk) {
    Value += int(Key.size());
    Sum += Value;
  }
  int Mine = 0;
  std::tie(Mine, std::ignore) = CopiedOk;
  return Sum + Mine;
}
