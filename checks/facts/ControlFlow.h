//===- ControlFlow.h - What runs before what in a function -----*- C++ -*-===//
//
// Questions to the control-flow graphs that facts carry. Places are named by
// their location, as other facts have it; a location that no point has stands
// for the nearest point before it in the text. Where a function has several
// bodies (instantiations of a template), what holds in one of them counts; that
// a child process runs something holds in all of them. It must not know what
// stands at a point.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_CONTROLFLOW_H
#define STATELESS_FACTS_CONTROLFLOW_H

#include "facts/Facts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace stateless {

/// The points that stand for \p At itself; empty: there is none.
llvm::ArrayRef<ProgramPoint> pointsOf(const ControlFlow &C, const Location &At);

/// True if \p At is written in \p L, one of the loops of \p F, or in a loop in
/// it; what initialises a loop is not.
bool isInside(const Function &F, const Location &At, const Loop &L);

/// True if only a child process that ends itself runs \p At.
bool isOfChild(const Function &F, const Location &At);

/// True if \p At is known to stand in \p L, lazy blocks of \p C, only.
bool isInside(const ControlFlow &C, const Location &At, const LazyBlocks &L);

/// The tests of parameters that whoever comes to \p At in \p C has passed.
/// Empty if it is not known where that is.
std::vector<const GuardedBlocks *> guardsOf(const ControlFlow &C,
                                            const Location &At);

/// True if each way through \p L, lazy blocks of \p C, comes by a point that
/// \p IsIt accepts before it leaves them.
bool isOnEachWay(const ControlFlow &C, const LazyBlocks &L,
                 llvm::function_ref<bool(const ProgramPoint &)> IsIt);

/// True if whoever comes to \p At in \p C has come by the test of \p L, or
/// reads there for it.
bool isBehindTest(const ControlFlow &C, const Location &At,
                  const LazyBlocks &L);

/// True if only such a process runs \p L, one of the loops of \p F.
bool isOfChild(const Function &F, const Loop &L);

/// A loop of a control-flow graph, by its blocks: those that lead back to its
/// head without leaving it (Aho, Lam, Sethi and Ullman, Compilers, 9.6.6).
struct NaturalLoop {
  uint32_t Head = 0;
  llvm::BitVector Blocks;
};
/// Those that are in no other one, by their heads.
std::vector<NaturalLoop> outermostLoops(const ControlFlow &C);

/// The outermost loop of \p F around \p At; null: there is none.
const Loop *outermostLoop(const Function &F, const Location &At);

/// The places that control may get to from a start, in one run of the function;
/// the start is one of them. A place, or a start, of which nothing is known may
/// follow, or be followed by, anything.
class Following {
public:
  static Following point(const Function &F, const Location &Start);
  /// From any place in \p L, one of the loops of \p F.
  static Following loop(const Function &F, const Loop &L);

  bool contains(const Location &At) const;
  /// True if it contains a place in \p L.
  bool entersLoop(const Loop &L) const;
  /// True if control may come back to the start.
  bool comesBack() const;

private:
  /// The same for one body.
  struct InBody {
    llvm::BitVector Reached;          ///< Blocks that are run from their start.
    std::vector<ProgramPoint> Starts; ///< What is behind them in their blocks.
  };
  explicit Following(const Function &F) : F(&F), Bodies(F.Control.size()) {}
  void close(size_t Body);
  static bool contains(const InBody &In, const ProgramPoint &P);

  const Function *F;
  bool Anywhere = true;       ///< No body has the start.
  std::vector<InBody> Bodies; ///< As F.Control.
};

} // namespace stateless

#endif
