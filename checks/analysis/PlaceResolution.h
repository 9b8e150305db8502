//===- PlaceResolution.h - Which objects a place may be --------*- C++ -*-===//
//
// Follows a place out of the function that names it: what a call returned is
// what the callee returns, a parameter of the function around a lambda is what
// is passed there, and `this` of a handler is the object that it was bound to.
// It must not know what is done to the objects.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_PLACERESOLUTION_H
#define STATELESS_ANALYSIS_PLACERESOLUTION_H

#include "analysis/CallGraph.h"

namespace stateless {

class PlaceResolution {
public:
  PlaceResolution(const Program &Prog, const CallGraph &Graph);

  /// \p P of \p F with call results and parameters of enclosing functions
  /// replaced by what they are. A place of \p F's own object or parameter stays
  /// as it is; of another function's, Symbol names the class or the function.
  /// Places that cannot be followed are left out.
  std::vector<Place> resolve(const Place &P, const Function &F) const;

  /// The same, but with \p F's own object and parameters followed to its
  /// callers as well.
  std::vector<Place> resolveOutside(const Place &P, const Function &F) const;

  /// True if \p P of \p F is an object that was made just now, there or by the
  /// function whose result it is.
  bool isNew(const Place &P, const Function &F) const;

private:
  struct Query;
  void follow(const Place &P, const Function &F, Query &Q,
              unsigned Depth) const;
  void followResult(const Place &P, const Function &F, Query &Q,
                    unsigned Depth) const;
  void followParameter(const Place &P, Query &Q, unsigned Depth) const;
  void followThis(const Place &P, const Function &F, Query &Q,
                  unsigned Depth) const;

  void followData(const Place &P, const Function &F, Query &Q,
                  unsigned Depth) const;
  bool isNew(const Place &P, const Function &F, unsigned Depth) const;
  TypeId pointedTo(TypeId T) const;

  const Program &Prog;
  const CallGraph &Graph;
  /// Of methods that override a framework's: the variables of their class.
  llvm::DenseMap<const Function *, std::vector<SymbolId>> Objects;
  /// Handlers that are methods: the registrations that bind them.
  struct Binding {
    const Function *In;
    const Registration *By;
  };
  llvm::DenseMap<const Function *, std::vector<Binding>> Bound;
};

} // namespace stateless

#endif
