//===- FlowCalls.h - What indirect and virtual calls run -------*- C++ -*-===//
//
// For each call of a function whose callee is a value, or depends on its
// object: the bodies that it may run, by the points-to sets. Where that depends
// on who calls the function, each caller is told with what the call runs for
// it. It must not know entry points, nor what the bodies do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_FLOWCALLS_H
#define STATELESS_ANALYSIS_FLOWCALLS_H

#include "analysis/PointsTo.h"
#include <map>
#include <set>

namespace stateless {

class FlowCalls {
public:
  /// \p Points must outlive this.
  explicit FlowCalls(const PointsTo &Points);

  /// What a call at one place of a function may run.
  struct Runs {
    struct Of {
      std::set<const Function *> Bodies;
      /// Groups of calls (CallTargets) that this one is in, with the bodies
      /// that they may run.
      std::map<uint32_t, llvm::ArrayRef<const Function *>> Groups;
      /// Something that is not in sight may run instead.
      bool Unknown = false;

      bool hasBodies() const { return !Bodies.empty() || !Groups.empty(); }
      bool isSure() const {
        return !Unknown && Groups.empty() && Bodies.size() == 1;
      }
    };
    Of Always; ///< Whoever calls the function.
    /// What it runs when Caller has called the function, itself or by way of
    /// others, at Site by the name of Callee.
    struct For {
      const Function *Caller;
      Location Site;
      StringId Callee;
      auto operator<=>(const For &) const = default;
    };
    std::map<For, Of> ByCaller;

    /// False if all that may be run is out of sight.
    bool hasBodies() const;
  };

  /// The call at \p At of \p F: of the virtual method \p Method or, if that is
  /// empty, of a value. Null: nothing is known to get there.
  const Runs *at(const Function &F, const Location &At, SymbolId Method) const;

private:
  using Key = std::tuple<const Function *, Location, SymbolId>;

  void collect(const FlowContext &In, size_t Body, StatementNumber Number);
  bool mayBeUnseen(const FlowContext &In, size_t Body,
                   StatementNumber Number) const;

  const PointsTo &Points;
  std::map<Key, Runs> All;
};

} // namespace stateless

#endif
