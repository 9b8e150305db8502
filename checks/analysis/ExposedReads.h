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

#include "analysis/PlaceUses.h"

namespace stateless {

class ExposedReads {
public:
  /// What is given must outlive this.
  ExposedReads(const Program &Prog, const CallGraph &Graph,
               const DeadCode &Dead, const Phases &Times, const Lifetime &Lives,
               const Mutation &Writes);

  /// True if activations read \p V, but none before it has overwritten it.
  /// Takes time in the functions that call what names \p V.
  bool isSetBeforeRead(const Variable &V);
  /// The same of a field of which there is one in the process. Of any other,
  /// where methods reach it by `this` alone: none that others call reads the
  /// field before it, or what it calls on its object, has overwritten it.
  bool isSetBeforeRead(const Field &F);

private:
  /// A function, as far as one place goes.
  struct Body {
    PlaceEvents Uses;
    /// By block of the control flow: what happens there, in order; where
    /// control goes on; where it goes if a call there throws.
    std::vector<std::vector<const PlaceEvent *>> Blocks;
    std::vector<std::vector<uint32_t>> Next, Catching;
    /// By block: what happens at its last point, if that may throw.
    std::vector<const PlaceEvent *> Throwing;
    bool Reads = false, Sets = false;  ///< Before it sets it; on each way.
    bool Used = false;                 ///< It reads, perhaps what it has set.
    std::vector<bool> ReadsAt, SetsAt; ///< From the start of a block on.
  };
  struct Effect {
    bool Used = false, Reads = false; ///< As those of Body.
  };
  using Functions = PlaceUses::Functions;

  Body &bodyOf(const PlaceIn &N);
  void order(const PlaceIn &N, Body &Of) const;
  bool doesRead(const PlaceEvent &E) const;
  bool doesUse(const PlaceEvent &E) const;
  bool doesSet(const PlaceEvent &E) const;
  bool setsOnAllWays(Body &Of) const;
  bool readsOnSomeWay(Body &Of) const;
  void solve(std::vector<PlaceIn> Work);

  Effect effectOf(const PlaceIn &N) const;
  bool isScratch() const;
  bool mayBegin(const Function &F) const;
  bool turnTo(SymbolId Symbol);
  bool isSetBeforeRead(SymbolId Symbol, ObjectId Id);
  bool areOwn(SymbolId Field);
  bool isCalledOnOthers(const Function &Method) const;

  const Program &Prog;
  const CallGraph &Graph;
  const DeadCode &Dead;
  const Phases &Times;
  const Mutation &Writes;
  PlaceUses Uses;
  Functions Handlers;
  Functions Taking;    ///< A loop of theirs takes requests, or perhaps does.
  Functions InThreads; ///< What threads run.
  std::map<PlaceIn, Body> Bodies; ///< Of what is asked now.
};

} // namespace stateless

#endif
