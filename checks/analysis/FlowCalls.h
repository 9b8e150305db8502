//===- FlowCalls.h - What calls run that name no body ----------*- C++ -*-===//
//
// By the points-to sets: the bodies that a call of a value or of a virtual
// method may run, what is handed to a library, and which handlers a
// registration gives to a framework. Where that depends on who calls the
// function, or on which closure is run, each is told with what is run for it.
// It must not know entry points, nor what the bodies do.
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
  explicit FlowCalls(const Program &Prog, const PointsTo &Points);

  struct Bodies {
    std::set<const Function *> All;
    /// Groups of virtual calls (CallTargets) that it is one of.
    std::set<uint32_t> Groups;
    /// Something that is not in sight may run instead.
    bool Unknown = false;

    bool operator==(const Bodies &) const = default;
    bool empty() const { return All.empty() && Groups.empty(); }
    bool isSure() const {
      return !Unknown && Groups.empty() && All.size() == 1;
    }
  };
  /// By context of a function, clones apart.
  using ByContext = std::map<uint32_t, Bodies>;

  /// What a call at one place of a function may run.
  struct Runs {
    /// Whoever calls the function.
    ByContext Always;
    /// What it runs when Caller has called the function, itself or by way of
    /// others, at Site by the name of Callee: by context of Caller.
    struct For {
      const Function *Caller;
      Location Site;
      StringId Callee;
      auto operator<=>(const For &) const = default;
    };
    std::map<For, ByContext> ByCaller;

    /// False if all that may be run is out of sight.
    bool hasBodies() const;
  };

  /// The call at \p At of \p F: of the virtual method \p Method or, if that is
  /// empty, of a value. Null: nothing is known to get there.
  const Runs *at(const Function &F, const Location &At, SymbolId Method) const;

  /// Code that a function hands to a library, or to what is not in sight.
  struct HandedOver {
    Location At;
    StringId By; ///< What registers it, if a model says so.
    bool Now = false;
    Runs What;
  };
  std::vector<const HandedOver *> handedOver(const Function &F) const;

  /// What the registration at \p At of \p F, by the function \p By, hands over.
  /// Sorted.
  llvm::ArrayRef<FlowHandler> handlers(const Function &F, const Location &At,
                                       StringId By) const;

  /// Adds the code that \p Id is, or holds.
  void addCode(ObjectId Id, Bodies &Into) const { addCode(Id, 0, Into); }

  /// The contexts of \p F that are no clones.
  llvm::ArrayRef<uint32_t> contextsOf(const Function &F) const;

  const PointsTo &points() const { return Points; }

private:
  using Key = std::tuple<const Function *, Location, SymbolId>;
  /// A statement in one body of a function.
  using Place = std::tuple<const Function *, size_t, StatementNumber>;

  void collect(const FlowContext &In, size_t Body, StatementNumber Number);
  void collectRun(const FlowContext &In, size_t Body, StatementNumber Number);
  void collectGiven(const FlowContext &In, size_t Body, StatementNumber Number);
  void addCode(ObjectId Id, unsigned Depth, Bodies &Into) const;
  void add(const FlowContext &In, const Bodies &What, Runs &Into) const;
  bool mayBe(const FlowContext &In, size_t Body, StatementNumber Number,
             ObjectId What) const;
  bool mayBeUnseen(const FlowContext &In, size_t Body,
                   StatementNumber Number) const;

  const Program &Prog;
  const PointsTo &Points;
  std::map<Key, Runs> Calls;
  std::map<Place, HandedOver> Given;
  std::map<std::tuple<const Function *, Location, StringId>,
           std::vector<FlowHandler>>
      Handlers;
  llvm::DenseMap<const Function *, std::vector<uint32_t>> ContextsOf;
};

} // namespace stateless

#endif
