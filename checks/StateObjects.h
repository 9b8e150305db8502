//===- StateObjects.h - What checks on state have in common ----*- C++ -*-===//
//
// Judges one long-lived variable by its type and its writes, and words what
// every check on state says: names, notes, locations. It must not know which
// check asks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_STATEOBJECTS_H
#define STATELESS_CHECKS_STATEOBJECTS_H

#include "RequestEvidence.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

/// What the evidence says of one variable or field.
struct Assessment {
  bool Benign = false;
  Reason Why;                ///< Benign: why.
  std::vector<Write> Writes; ///< Those that count, the best evidence first.
  Confidence Level = Confidence::Likely;
  Grounds Basis; ///< Why Level is what it is.
  /// No write is seen, but code out of sight could write: unsettled.
  bool OutOfSight = false;
};

/// By type alone: why an object of type \p T is no state (it only
/// synchronises, it is a logger); none if it can be.
Reason benignType(const Evidence &E, TypeId T);

Assessment assess(const Evidence &E, const Variable &V);

/// A field is judged by its type and its writes outside construction.
Assessment assess(const Evidence &E, const Field &F);

/// Grades \p A anew by the writes that are left in it; there must be one.
void regrade(const Evidence &E, Assessment &A);

/// \p T without pointers, references, arrays and smart pointers.
const Type &coreType(const Program &Prog, TypeId T);

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
/// \p All, with its grounds. Once for a verdict.
void addEvidence(const Evidence &E, llvm::ArrayRef<WrittenState> All,
                 Verdict &Into);
void addEvidence(const Evidence &E, const Assessment &A, SymbolId Symbol,
                 Verdict &Into);

/// Adds what keeps objects of \p Class alive.
void addHolders(const Evidence &E, SymbolId Class, Verdict &Into);

/// A verdict on a variable or field with all that exceptions select by.
Verdict verdictOn(const Program &Prog, const Variable &V);
Verdict verdictOn(const Program &Prog, const Field &F);

} // namespace stateless

#endif
