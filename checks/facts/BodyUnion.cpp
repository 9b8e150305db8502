//===- BodyUnion.cpp - Many bodies of one function, united ----------------===//
//
// Calls name each other by index (a receiver is what call 3 returned), so two
// of them are alike only if what they name is alike too. That is decided as in
// the minimisation of automata: at first all are taken to be alike; then each
// round tells apart those that differ in content or in the class of what they
// name, until a round tells no more apart. It must not know what the accesses
// and calls mean.
//
//===----------------------------------------------------------------------===//
#include "facts/BodyUnion.h"

#include "facts/FactPool.h"
#include <algorithm>
#include <cassert>
#include <iterator>

namespace stateless {
namespace {

/// The class of each call and creation, numbered in order of first appearance.
struct Classes {
  std::vector<uint32_t> Calls, Creations;
  bool operator==(const Classes &) const = default;
};

/// Replaces indexes of calls and creations inside of \p V by their classes.
template <typename T> void renumber(T &V, const Classes &By) {
  forEach<Place>(V, [&](Place &P) {
    if (P.Root == RootKind::CallResult) {
      assert(P.Index < By.Calls.size());
      P.Index = By.Calls[P.Index];
    } else if (P.Root == RootKind::Created) {
      assert(P.Index < By.Creations.size());
      P.Index = By.Creations[P.Index];
    }
  });
}

template <typename T>
std::vector<uint32_t> classify(const std::vector<T> &List, const Classes &By,
                               FactPool<T> &Pool) {
  std::vector<uint32_t> Result;
  Result.reserve(List.size());
  for (T Item : List) {
    renumber(Item, By);
    Result.push_back(Pool.add(std::move(Item)));
  }
  return Result;
}

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
  forEach<Place>(From, [&](Place &P) {
    if (P.Root == RootKind::CallResult)
      P.Index += static_cast<uint32_t>(Into.Calls.size());
    else if (P.Root == RootKind::Created)
      P.Index += static_cast<uint32_t>(Into.Creations.size());
  });
  append(Into.ReturnedPlaces, std::move(From.ReturnedPlaces));
  append(Into.ReturnedValues, std::move(From.ReturnedValues));
  append(Into.Closures, std::move(From.Closures));
  append(Into.FieldValues, std::move(From.FieldValues));
  append(Into.Changes, std::move(From.Changes));
  appendControl(Into, From);
  append(Into.Registrations, std::move(From.Registrations));
  append(Into.Accesses, std::move(From.Accesses));
  append(Into.Calls, std::move(From.Calls));
  append(Into.Operations, std::move(From.Operations));
  append(Into.Creations, std::move(From.Creations));
  append(Into.FlowBodies, std::move(From.FlowBodies));
  return Into;
}

Function withoutDuplicates(Function F) {
  Classes Before{std::vector<uint32_t>(F.Calls.size()),
                 std::vector<uint32_t>(F.Creations.size())};
  for (;;) {
    FactPool<Call> Calls;
    FactPool<Creation> Creations;
    Classes Now{classify(F.Calls, Before, Calls),
                classify(F.Creations, Before, Creations)};
    // Equal numbering: the pools hold one of each class, and the indexes in
    // them, which are classes of the round before, are final positions.
    if (Now == Before) {
      F.Calls = Calls.take();
      F.Creations = Creations.take();
      break;
    }
    Before = std::move(Now);
  }
  renumber(F.ReturnedPlaces, Before);
  renumber(F.Accesses, Before);
  renumber(F.Registrations, Before);
  renumber(F.Closures, Before);
  renumber(F.FieldValues, Before);
  removeDuplicates(F.ReturnedPlaces);
  removeDuplicates(F.ReturnedValues);
  removeDuplicates(F.Closures);
  removeDuplicates(F.FieldValues);
  removeDuplicates(F.Changes);
  removeDuplicates(F.Control);
  removeDuplicates(F.Registrations);
  removeDuplicates(F.Accesses);
  removeDuplicates(F.Operations);
  removeDuplicates(F.FlowBodies);
  return F;
}

} // namespace stateless
