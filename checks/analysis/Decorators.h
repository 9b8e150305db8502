//===- Decorators.h - Handlers that run what a wrapper was given *- C++ -*-===//
//
// get(Route, H) { Server.Get(Route, [H] { log(); H(); }); }: the lambda is the
// handler of every route, but on each it runs another H. Here the entry points
// get edges of their own to what their calls of the wrapper passed, and the
// lambda loses its edges to what any call passed. It must not know how entry
// points are found.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_DECORATORS_H
#define STATELESS_ANALYSIS_DECORATORS_H

#include "analysis/CallGraphBuilder.h"
#include <map>

namespace stateless {

class Decorators {
public:
  explicit Decorators(CallGraphBuilder &G) : G(G), Prog(G.program()) {}

  /// Gives the node of \p E edges to what its handler runs of what the calls in
  /// E.Through passed.
  void addPassed(const EntryPoint &E, uint32_t Node);

  /// When all entry points have theirs.
  void dropShared();

private:
  /// A lambda that runs, made in the function that Through[Level] calls.
  struct Running {
    const Function *Lambda;
    unsigned Level;
    std::optional<uint32_t> Via; ///< The call of the handler that leads to it.
  };
  /// What a lambda runs, as seen from the function \c Wrapper around it.
  struct Shape {
    struct Run {
      uint32_t Parameter; ///< Of the wrapper.
      uint32_t Call;
      bool Unsure; ///< (H ? H : Fallback)() runs one of them.
    };
    std::vector<Run> Runs;
    std::vector<std::pair<const Function *, uint32_t>> Inner; ///< And the call.
    /// Edges to what any call passed, and calls that run something else too.
    llvm::DenseSet<std::pair<uint32_t, uint32_t>> Shared;
    llvm::DenseSet<uint32_t> Alternatives;
    bool Drop = false; ///< Entry points tell what is run instead.
  };

  Shape &shapeOf(const Function &Lambda, const Function &Wrapper);
  Shape makeShape(const Function &Lambda, const Function &Wrapper) const;

  CallGraphBuilder &G;
  const Program &Prog;
  std::map<std::pair<const Function *, const Function *>, Shape> Shapes;
};

} // namespace stateless

#endif
