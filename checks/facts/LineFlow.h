//===- LineFlow.h - Control flow by lines, for unit tests ------*- C++ -*-===//
//
// Facts that are written by hand have lines, not graphs: each line follows the
// one before, and a loop goes from its last line to its first. Nothing but
// FactBuilder may include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_LINEFLOW_H
#define STATELESS_FACTS_LINEFLOW_H

#include "facts/Facts.h"
#include <algorithm>
#include <set>

namespace stateless {

class LineFlow {
public:
  /// \p Places: beside those of the facts. \p LastLines are those of F.Loops,
  /// \p OfChild what only a child runs.
  LineFlow(Function &F, std::set<Location> Places,
           const std::vector<uint32_t> &LastLines,
           const std::set<uint32_t> &OfChild)
      : F(F), Places(std::move(Places)), LastLines(LastLines),
        OfChild(OfChild) {}

  void add() {
    ControlFlow C;
    Places.insert(F.Loc);
    auto Take = [&](const auto &List) {
      for (const auto &Fact : List)
        Places.insert(Fact.Loc);
    };
    Take(F.Calls);
    Take(F.Operations);
    Take(F.Registrations);
    Take(F.StoredTexts);
    for (size_t I = 0; I < F.Loops.size(); ++I) {
      F.Loops[I].Parent = innermost(F.Loops[I].Begin, /*Except=*/I);
      Places.insert(F.Loops[I].Begin);
      Places.insert({F.Loops[I].Begin.File, LastLines[I] + 1, 1});
    }
    for (const Location &At : Places)
      C.Points.push_back({At, static_cast<uint32_t>(C.Points.size()), 0,
                          innermost(At, NoLoop)});
    std::stable_sort(C.Points.begin(), C.Points.end(),
                     [](const ProgramPoint &A, const ProgramPoint &B) {
                       return std::tie(A.Loc.Line, A.Loc.Column) <
                              std::tie(B.Loc.Line, B.Loc.Column);
                     });
    for (uint32_t I = 0; I < C.Points.size(); ++I)
      C.Points[I].Block = I;
    for (const ProgramPoint &P : C.Points)
      if (OfChild.count(P.Loc.Line))
        C.OfChild.push_back(P.Block);
    for (uint32_t I = 0; I + 1 < C.Points.size(); ++I)
      C.Edges.push_back({I, I + 1});
    for (uint32_t Loop = 0; Loop < F.Loops.size(); ++Loop)
      addEdges(C, Loop);
    std::sort(C.Edges.begin(), C.Edges.end());
    F.Control.push_back(std::move(C));
  }

private:
  bool contains(size_t Loop, const Location &At) const {
    return At.File == F.Loops[Loop].Begin.File &&
           At.Line >= F.Loops[Loop].Begin.Line && At.Line <= LastLines[Loop];
  }

  /// The one that begins last.
  uint32_t innermost(const Location &At, size_t Except) const {
    uint32_t Found = NoLoop;
    for (uint32_t I = 0; I < F.Loops.size(); ++I)
      if (I != Except && contains(I, At) &&
          (Found == NoLoop || F.Loops[Found].Begin < F.Loops[I].Begin))
        Found = I;
    return Found;
  }

  void addEdges(ControlFlow &C, uint32_t Loop) const {
    uint32_t First = ~0U, Last = 0;
    for (uint32_t I = 0; I < C.Points.size(); ++I)
      if (contains(Loop, C.Points[I].Loc)) {
        First = std::min(First, I);
        Last = I;
      }
    C.Edges.push_back({Last, First});
    if (Last + 1 < C.Points.size())
      C.Edges.push_back({First, Last + 1});
  }

  Function &F;
  std::set<Location> Places;
  const std::vector<uint32_t> &LastLines;
  const std::set<uint32_t> &OfChild;
};

} // namespace stateless

#endif
