//===- BodyUnion.cpp - Many bodies of one function, united ----------------===//
#include "facts/BodyUnion.h"

#include "facts/FactPool.h"
#include <algorithm>
#include <cassert>
#include <iterator>

namespace stateless {
namespace {

template <typename T> void append(std::vector<T> &Into, std::vector<T> From) {
  Into.insert(Into.end(), std::make_move_iterator(From.begin()),
              std::make_move_iterator(From.end()));
}

/// Bodies share the loops that are alike; points name them by index.
void appendControl(Function &Into, Function &From) {
  std::vector<uint32_t> Place;
  auto Moved = [&](uint32_t Loop) {
    return Loop == NoLoop ? NoLoop : Place[Loop];
  };
  for (Loop &L : From.Loops) {
    assert(L.Parent == NoLoop || L.Parent < Place.size());
    L.Parent = Moved(L.Parent);
    auto It = std::find(Into.Loops.begin(), Into.Loops.end(), L);
    Place.push_back(static_cast<uint32_t>(It - Into.Loops.begin()));
    if (It == Into.Loops.end())
      Into.Loops.push_back(std::move(L));
  }
  for (ControlFlow &C : From.Control)
    for (ProgramPoint &P : C.Points)
      P.Loop = Moved(P.Loop);
  append(Into.Control, std::move(From.Control));
}

} // namespace

Function appendBody(Function Into, Function From) {
  append(Into.ReturnedValues, std::move(From.ReturnedValues));
  append(Into.StoredTexts, std::move(From.StoredTexts));
  append(Into.Changes, std::move(From.Changes));
  appendControl(Into, From);
  append(Into.Registrations, std::move(From.Registrations));
  append(Into.Calls, std::move(From.Calls));
  append(Into.Operations, std::move(From.Operations));
  append(Into.FlowBodies, std::move(From.FlowBodies));
  append(Into.Data, std::move(From.Data));
  return Into;
}

Function withoutDuplicates(Function F) {
  removeDuplicates(F.ReturnedValues);
  removeDuplicates(F.StoredTexts);
  removeDuplicates(F.Changes);
  removeDuplicates(F.Control);
  removeDuplicates(F.Registrations);
  removeDuplicates(F.Calls);
  removeDuplicates(F.Operations);
  removeDuplicates(F.FlowBodies);
  removeDuplicates(F.Data);
  return F;
}

} // namespace stateless
