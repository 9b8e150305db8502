//===- ControlFlow.cpp - What runs before what in a function --------------===//
#include "facts/ControlFlow.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

namespace stateless {

/// The points of \p C that stand for \p At.
static llvm::ArrayRef<ProgramPoint> pointsAt(const ControlFlow &C,
                                             const Location &At) {
  auto Key = [](const Location &L) { return std::tie(L.Line, L.Column); };
  auto Begin = llvm::lower_bound(C.Points, At,
                                 [&](const ProgramPoint &P, const Location &L) {
                                   return Key(P.Loc) < Key(L);
                                 });
  auto End = Begin;
  while (End != C.Points.end() && Key(End->Loc) == Key(At))
    ++End;
  auto Found = [&](const ProgramPoint &P) { return P.Loc.File == At.File; };
  while (Begin != End && !Found(*Begin))
    ++Begin;
  while (Begin != End && !Found(*std::prev(End)))
    --End;
  if (Begin != End)
    return {&*Begin, static_cast<size_t>(End - Begin)};
  while (Begin != C.Points.begin())
    if (Found(*--Begin))
      return *Begin;
  return {};
}

llvm::ArrayRef<ProgramPoint> pointsOf(const ControlFlow &C,
                                      const Location &At) {
  llvm::ArrayRef<ProgramPoint> Points = pointsAt(C, At);
  return !Points.empty() && Points.front().Loc == At
             ? Points
             : llvm::ArrayRef<ProgramPoint>();
}

static bool isWithin(const Function &F, uint32_t Inner, uint32_t Outer) {
  while (Inner != NoLoop && Inner != Outer)
    Inner = F.Loops[Inner].Parent;
  return Inner == Outer;
}

static uint32_t indexOf(const Function &F, const Loop &L) {
  return static_cast<uint32_t>(&L - F.Loops.data());
}

bool isInside(const Function &F, const Location &At, const Loop &L) {
  return llvm::any_of(F.Control, [&](const ControlFlow &C) {
    return llvm::any_of(pointsAt(C, At), [&](const ProgramPoint &P) {
      return isWithin(F, P.Loop, indexOf(F, L));
    });
  });
}

static bool isOfChild(const ControlFlow &C, const ProgramPoint &P) {
  return llvm::binary_search(C.OfChild, P.Block);
}

bool isOfChild(const Function &F, const Location &At) {
  bool Found = false;
  for (const ControlFlow &C : F.Control)
    for (const ProgramPoint &P : pointsAt(C, At)) {
      if (P.Loc != At || !isOfChild(C, P))
        return false;
      Found = true;
    }
  return Found;
}

bool isOfChild(const Function &F, const Loop &L) {
  bool Found = false;
  for (const ControlFlow &C : F.Control)
    for (const ProgramPoint &P : C.Points)
      if (isWithin(F, P.Loop, indexOf(F, L))) {
        if (!isOfChild(C, P))
          return false;
        Found = true;
      }
  return Found;
}

bool isInside(const ControlFlow &C, const Location &At, const LazyBlocks &L) {
  llvm::ArrayRef<ProgramPoint> Points = pointsAt(C, At);
  return !Points.empty() && llvm::all_of(Points, [&](const ProgramPoint &P) {
    return P.Loc == At && llvm::binary_search(L.Blocks, P.Block);
  });
}

std::vector<const GuardedBlocks *> guardsOf(const ControlFlow &C,
                                            const Location &At) {
  std::vector<const GuardedBlocks *> Result;
  if (C.Guarded.empty())
    return Result;
  llvm::ArrayRef<ProgramPoint> Points = pointsOf(C, At);
  for (const GuardedBlocks &G : C.Guarded)
    if (!Points.empty() && llvm::all_of(Points, [&](const ProgramPoint &P) {
          return llvm::binary_search(G.Blocks, P.Block);
        }))
      Result.push_back(&G);
  return Result;
}

bool isOnEachWay(const ControlFlow &C, const LazyBlocks &L,
                 llvm::function_ref<bool(const ProgramPoint &)> IsIt) {
  llvm::BitVector Seen(C.Edges.size() + 1);
  for (const ProgramPoint &P : C.Points)
    if (IsIt(P))
      Seen.set(P.Block); // Nobody passes there.
  std::vector<uint32_t> Work{L.Test};
  while (!Work.empty()) {
    uint32_t Block = Work.back();
    Work.pop_back();
    for (const BlockEdge &E : C.Edges) {
      bool Inside = llvm::binary_search(L.Blocks, E.To);
      if (E.From != Block || (Block == L.Test && !Inside))
        continue;
      if (!Inside)
        return false;
      if (!Seen[E.To]) {
        Seen.set(E.To);
        Work.push_back(E.To);
      }
    }
  }
  return true;
}

bool isBehindTest(const ControlFlow &C, const Location &At,
                  const LazyBlocks &L) {
  // The entry is block 0; what is reached without the test.
  llvm::BitVector Reached(C.Edges.size() + 1);
  std::vector<uint32_t> Work{0};
  while (!Work.empty()) {
    uint32_t Block = Work.back();
    Work.pop_back();
    if (Block == L.Test || Reached[Block])
      continue;
    Reached.set(Block);
    for (const BlockEdge &E : C.Edges)
      if (E.From == Block)
        Work.push_back(E.To);
  }
  llvm::ArrayRef<ProgramPoint> Points = pointsAt(C, At);
  return !Points.empty() && llvm::all_of(Points, [&](const ProgramPoint &P) {
    return P.Loc == At &&
           (At == L.At || (P.Block != L.Test && !Reached[P.Block]));
  });
}

using BlockLists = std::vector<std::vector<uint32_t>>;

/// Calls \p Visit(from, to) for the edges of \p Next that go back to a block
/// which control has come by.
template <typename Visitor>
static void forEachTurn(const BlockLists &Next, Visitor Visit) {
  enum : uint8_t { New, Open, Done };
  std::vector<uint8_t> State(Next.size(), New);
  std::vector<std::pair<uint32_t, size_t>> Way{{0, 0}};
  State[0] = Open;
  while (!Way.empty()) {
    auto &[At, I] = Way.back();
    if (I == Next[At].size()) {
      State[At] = Done;
      Way.pop_back();
      continue;
    }
    uint32_t To = Next[At][I++];
    if (State[To] == Open)
      Visit(At, To);
    if (State[To] == New) {
      State[To] = Open;
      Way.push_back({To, 0});
    }
  }
}

/// Adds \p Last, and what leads there without passing what is in \p Into.
static void addLeadingTo(const BlockLists &Next, uint32_t Last,
                         llvm::BitVector &Into) {
  std::vector<uint32_t> Work{Last};
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    if (Into[At])
      continue;
    Into.set(At);
    for (uint32_t From = 0; From < Next.size(); ++From)
      if (llvm::is_contained(Next[From], At))
        Work.push_back(From);
  }
}

std::vector<NaturalLoop> outermostLoops(const ControlFlow &C) {
  uint32_t Blocks = 1;
  for (const BlockEdge &E : C.Edges)
    Blocks = std::max({Blocks, E.From + 1, E.To + 1});
  BlockLists Next(Blocks);
  for (const BlockEdge &E : C.Edges)
    Next[E.From].push_back(E.To);
  std::vector<llvm::BitVector> Loops(Blocks);
  forEachTurn(Next, [&](uint32_t From, uint32_t Head) {
    Loops[Head].resize(Blocks);
    Loops[Head].set(Head);
    addLeadingTo(Next, From, Loops[Head]);
  });
  std::vector<NaturalLoop> Result;
  for (uint32_t Head = 0; Head < Blocks; ++Head) {
    bool Inner = false;
    for (uint32_t Other = 0; Other < Blocks; ++Other)
      Inner |= Other != Head && !Loops[Other].empty() && Loops[Other][Head];
    if (!Loops[Head].empty() && !Inner)
      Result.push_back({Head, Loops[Head]});
  }
  return Result;
}

const Loop *outermostLoop(const Function &F, const Location &At) {
  for (const ControlFlow &C : F.Control)
    for (const ProgramPoint &P : pointsAt(C, At)) {
      uint32_t Loop = P.Loop;
      while (Loop != NoLoop && F.Loops[Loop].Parent != NoLoop)
        Loop = F.Loops[Loop].Parent;
      if (Loop != NoLoop)
        return &F.Loops[Loop];
    }
  return nullptr;
}

Following Following::point(const Function &F, const Location &Start) {
  Following Result(F);
  for (size_t I = 0; I < F.Control.size(); ++I) {
    Result.Bodies[I].Starts = pointsAt(F.Control[I], Start).vec();
    Result.Anywhere &= Result.Bodies[I].Starts.empty();
    Result.close(I);
  }
  return Result;
}

Following Following::loop(const Function &F, const Loop &L) {
  Following Result(F);
  Result.Anywhere = false;
  for (size_t I = 0; I < F.Control.size(); ++I) {
    for (const ProgramPoint &P : F.Control[I].Points)
      if (isWithin(F, P.Loop, indexOf(F, L)))
        Result.Bodies[I].Starts.push_back(P);
    Result.close(I);
  }
  return Result;
}

void Following::close(size_t Body) {
  const ControlFlow &C = F->Control[Body];
  InBody &In = Bodies[Body];
  uint32_t Blocks = 0;
  for (const BlockEdge &E : C.Edges)
    Blocks = std::max({Blocks, E.From + 1, E.To + 1});
  In.Reached.resize(Blocks);
  std::vector<uint32_t> Work;
  for (const ProgramPoint &P : In.Starts)
    Work.push_back(P.Block);
  llvm::BitVector Left(Blocks);
  while (!Work.empty()) {
    uint32_t Block = Work.back();
    Work.pop_back();
    if (Block >= Blocks || Left.test(Block))
      continue;
    Left.set(Block);
    auto It = llvm::lower_bound(C.Edges, BlockEdge{Block, 0});
    for (; It != C.Edges.end() && It->From == Block; ++It) {
      In.Reached.set(It->To);
      Work.push_back(It->To);
    }
  }
}

bool Following::contains(const InBody &In, const ProgramPoint &P) {
  return (P.Block < In.Reached.size() && In.Reached.test(P.Block)) ||
         llvm::any_of(In.Starts, [&](const ProgramPoint &S) {
           return S.Block == P.Block && S.Index <= P.Index;
         });
}

bool Following::contains(const Location &At) const {
  bool Found = false;
  for (size_t I = 0; I < Bodies.size(); ++I)
    for (const ProgramPoint &P : pointsAt(F->Control[I], At)) {
      if (Anywhere || contains(Bodies[I], P))
        return true;
      Found = true;
    }
  return !Found;
}

bool Following::comesBack() const {
  return Anywhere || llvm::any_of(Bodies, [](const InBody &In) {
           return llvm::any_of(In.Starts, [&](const ProgramPoint &S) {
             return S.Block < In.Reached.size() && In.Reached.test(S.Block);
           });
         });
}

bool Following::entersLoop(const Loop &L) const {
  if (Anywhere)
    return true;
  for (size_t I = 0; I < Bodies.size(); ++I)
    for (const ProgramPoint &P : F->Control[I].Points)
      if (isWithin(*F, P.Loop, indexOf(*F, L)) && contains(Bodies[I], P))
        return true;
  return false;
}

} // namespace stateless
