//===- EntryPoint.h - Where a program is called from outside ---*- C++ -*-===//
//
// What is known of one way into a program: who handles, who registers it, and
// what the registering function's parameters stand for. It must not know how
// it was found, nor the graph around it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_ENTRYPOINT_H
#define STATELESS_ANALYSIS_ENTRYPOINT_H

#include "analysis/PointsTo.h"
#include <vector>

namespace stateless {

/// One way in which code is called from outside of the program: a registered
/// handler, an overridden method of a framework, or a loop that takes requests.
struct EntryPoint {
  EntryKind Kind = EntryKind::Request;
  const Function *Handler = nullptr; ///< A loop: the function that it is in.
  const Registration *By = nullptr;  ///< Null: a loop.
  const Loop *Takes = nullptr;       ///< Null: no loop.
  const Function *In = nullptr;      ///< The function that registers.
  /// The calls from the registering function up to Where, if a wrapper of the
  /// project registers: what its parameters stand for.
  struct Hop {
    const Function *Caller;
    const Call *Site;
  };
  std::vector<Hop> Through;
  const Function *Where = nullptr; ///< Who decides; In, or a caller of it.
  Location Loc; ///< The registration, the method or the loop.
  /// Where it is handed over; empty: no call does so.
  std::vector<FlowHandler> Given;
  uint32_t Node = 0;
};

/// True for what serves: requests, messages, timers.
inline bool serves(const EntryPoint &E) {
  return E.Kind == EntryKind::Request || E.Kind == EntryKind::Message ||
         E.Kind == EntryKind::Timer;
}

} // namespace stateless

#endif
