//===- ExposedReads.h - What may be read before it is set ------*- C++ -*-===//
//
// Upward-exposed uses (Aho, Lam, Sethi and Ullman, Compilers, 2006, 9.2.5) of
// variables and fields, over the calls of a whole program. An activation is one
// run of a handler, or one turn of a loop that serves: what each one overwrites
// before it reads it, none has from another. It must not know checks or policy.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_EXPOSEDREADS_H
#define STATELESS_ANALYSIS_EXPOSEDREADS_H

#include "analysis/PlaceBody.h"

namespace stateless {

class ExposedReads {
public:
  /// What is given must outlive this.
  ExposedReads(const Program &Prog, const CallGraph &Graph,
               const DeadCode &Dead, const Phases &Times, const Lifetime &Lives,
               const Mutation &Writes);

  /// True if activations read \p V, but none before it has overwritten it.
  /// Takes time in the functions that name \p V, in callers that read or set it
  /// by them.
  bool isSetBeforeRead(const Variable &V);
  /// The same of a field of which there is one in the process. Of any other,
  /// where methods reach it by `this` alone: none that others call reads the
  /// field before it, or what it calls on its object, has overwritten it.
  bool isSetBeforeRead(const Field &F);

private:
  using Functions = PlaceUses::Functions;
  using Bodies = std::map<PlaceIn, PlaceBody>;
  /// Functions that call each other, as far as they are to be looked at.
  struct Component {
    std::set<PlaceIn> All;
    bool Reads = false; ///< Perhaps; else they are looked at for what they set.

    /// \p Reading: components that read, perhaps.
    void add(const PlaceIn &N, bool MayRead, size_t &Reading) {
      All.insert(N);
      Reading += MayRead && !Reads;
      Reads |= MayRead;
    }
  };
  using CallersAgain = llvm::function_ref<void(const PlaceIn &, bool Reads,
                                               std::vector<PlaceIn> &Again)>;

  const PlaceBody *known(const PlaceIn &N) const;
  PlaceBody &bodyOf(const PlaceIn &N);
  PlaceBody make(const PlaceIn &N);
  void solveGiven(const PlaceBody &From);
  bool hasTurns(const Function &F) const;

  template <typename Action> void forCallers(const PlaceIn &N, Action Do) const;
  bool isOverwritten();
  bool isReadFirst();
  bool isReadFirstIn(Component &Now, CallersAgain Call);
  bool isUsed();
  bool begins(const PlaceIn &N);
  bool mayBegin(const Function &F);
  bool isScratch(UsedPlace What);
  bool areOwn(SymbolId Field);
  bool isCalledOnOthers(const Function &Method);

  const Program &Prog;
  const CallGraph &Graph;
  const DeadCode &Dead;
  const Phases &Times;
  const Mutation &Writes;
  PlaceUses Uses;
  Functions Handlers;
  Functions Taking;    ///< A loop of theirs takes requests, or perhaps does.
  Functions InThreads; ///< What threads run.
  std::vector<uint32_t> Rank; ///< By node: higher than those of what it calls.
  llvm::DenseMap<const Function *, bool> Begin; ///< See mayBegin().
  Bodies Given;                                 ///< Places of callers.
  Bodies Asked;                                 ///< The place asked for now.
  std::vector<PlaceIn> Sites;                   ///< Of the same.
};

} // namespace stateless

#endif
