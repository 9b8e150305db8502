//===- RegisteredEntries.h - Entry points found by models ------*- C++ -*-===//
//
// The entry points that a program's registrations give: calls that hand a
// handler to a framework, and methods that override a framework's. It must not
// know how the graph holds calls, nor what handlers do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_REGISTEREDENTRIES_H
#define STATELESS_ANALYSIS_REGISTEREDENTRIES_H

namespace stateless {

class CallGraphBuilder;

/// Calls and flows are complete. One entry point for each handler of each
/// registration, and of each call of a wrapper that registers.
void addRegisteredEntries(CallGraphBuilder &Graph);

} // namespace stateless

#endif
