//===- StateEvidence.h - What is said of a state object --------*- C++ -*-===//
//
// What every check on state says of its objects: names, notes, places, and all
// that exceptions select by. It must not know which check asks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_STATEEVIDENCE_H
#define STATELESS_CHECKS_STATEEVIDENCE_H

#include "RequestEvidence.h"
#include "StateObjects.h"

namespace stateless {

/// "'hit'", "'hit' and 'reset'", "'a', 'b' and 3 more": who writes.
std::string writerNames(const Program &Prog, llvm::ArrayRef<Write> Writes);

/// "is written after start-up by 'hit', on 'GET /hits'", "may be written by
/// another translation unit": the second half of a message on \p A.
std::string writtenClause(const Evidence &E, const Assessment &A);

/// One of the variables and fields that make up the state of a verdict.
struct WrittenState {
  const Assessment *Seen;
  SymbolId Symbol;
};

/// The places of the writes of \p All; of many for one, the first.
std::vector<Site> sitesOf(llvm::ArrayRef<WrittenState> All);

/// Adds the evidence of \p All: for each, the chain from an entry point to the
/// first write that one reaches and a note for each of the first writes and
/// readers; and the entry points of all. The confidence is the highest of
/// \p All, with its grounds. What is carried over goes behind the message, if
/// there is one state: ": remembers 'Request::body' for 'GET /me'". Once for a
/// verdict.
void addEvidence(const Evidence &E, llvm::ArrayRef<WrittenState> All,
                 Verdict &Into);
void addEvidence(const Evidence &E, const Assessment &A, SymbolId Symbol,
                 Verdict &Into);

/// Where some objects of \p Class stay and others do not, nobody can tell which
/// of them is written.
void weakenIfMixed(const Evidence &E, SymbolId Class, Assessment &A);

/// Adds what keeps objects of \p Class alive.
void addHolders(const Evidence &E, SymbolId Class, Verdict &Into);

/// A verdict on a variable or field with all that exceptions select by.
Verdict verdictOn(const Program &Prog, const Variable &V);
Verdict verdictOn(const Program &Prog, const Field &F);
/// The same for an object that has a name.
Verdict verdictOn(const Program &Prog, const StateObject &O);

} // namespace stateless

#endif
