//===- OnceRuns.h - What runs once, and the same everywhere ----*- C++ -*-===//
//
// Code that runs at most once in the process: what is given to a function that
// sees to that (call_once, pthread_once; POSIX.1-2017 pthread_once()), what
// only runs where a test finds unset what it then sets, and all that only such
// code calls. What it stores is no state if it is the same in every process:
// nothing of a request goes in, nothing that differs by process or time, and
// nobody can tell whether it has run. So is what is made anew wherever a test
// finds that the time has changed. It must not know any check.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_ONCERUNS_H
#define STATELESS_CHECKS_ONCERUNS_H

#include "analysis/Analyses.h"
#include "policy/CheckOptions.h"
#include "policy/Reason.h"

namespace stateless {

class OnceRuns {
public:
  /// What is given outlives this. Near-linear in the facts, and in what each
  /// piece of such code runs.
  OnceRuns(const Program &Prog, const Analyses &Known,
           const CheckOptions &Options);

  /// Why \p Writes, all that are made of \p Symbol while the program serves,
  /// put the same into every process: ComputedOnce or FollowsClock. None: they
  /// may not.
  Reason reason(SymbolId Symbol, llvm::ArrayRef<Write> Writes) const;

private:
  using Nodes = llvm::DenseSet<uint32_t>;

  /// What runs once: a node of the call graph, or lazy blocks of a function.
  struct Piece {
    uint32_t Node = 0;
    const LazyBlocks *Blocks = nullptr; ///< Null: all of the function.
    Nodes Reached; ///< What it runs, itself included if it is a function.
    bool Same = true;

    bool isKeyed() const { return Blocks && Blocks->Keyed; }
  };

  void findPieces(const CheckOptions &Options);
  void addLazy(const Function &F);
  bool mayBeSetBy(const Function &F, const LazyBlocks &L) const;
  void indexNames();
  void indexReads();
  void indexRunners();
  Nodes reachedFrom(llvm::ArrayRef<uint32_t> From) const;
  void keepOnlyOnce();
  bool isIn(const Piece &P, const Function &F, const Location &At) const;
  bool isIn(const Piece &P, SymbolId Symbol, const Write &W) const;
  bool isFreeOfItsCaller(const Function &F) const;
  bool isSetByItself(const Piece &P) const;
  bool isOutOfSight(const Function &F, uint32_t Call) const;
  bool varies(const Piece &P) const;
  bool isWrittenByOthers(SymbolId Symbol, const Piece &Than) const;
  bool isKeyOfClock(const Piece &P) const;
  bool isMadeOnEachWay(const Piece &P, llvm::ArrayRef<Write> Writes) const;
  bool leadsToWhatItMakes(const Piece &P) const;
  bool isReadBehind(const Piece &P, SymbolId Symbol) const;

  const Program &Prog;
  const Analyses &Known;
  std::vector<Piece> Pieces;
  /// Calls that run code once: of which node, and which of its function's.
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> OnceCalls;
  Nodes Once; ///< Nodes that only pieces run.
  llvm::DenseMap<uint32_t, std::vector<uint32_t>> LazyIn; ///< Pieces, by node.
  /// The functions that name a variable or field. Others only get to it by its
  /// address, which they have from those.
  llvm::DenseMap<SymbolId, llvm::DenseSet<const Function *>> NamedIn;
  struct Read {
    SymbolId Symbol;
    Location Loc;
  };
  llvm::DenseMap<uint32_t, std::vector<Read>> ReadsBy;    ///< By node.
  llvm::DenseMap<uint32_t, std::vector<SymbolId>> LentBy; ///< Likewise.
  Nodes Shared; ///< Nodes that several pieces run, perhaps with other values.
};

} // namespace stateless

#endif
