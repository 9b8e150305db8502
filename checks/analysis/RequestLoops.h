//===- RequestLoops.h - Loops that take requests ---------------*- C++ -*-===//
//
// The entry points that no framework calls: loops around a call that waits for
// a connection, a request or a message. It must not know models, nor what the
// loop does with what it takes.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_REQUESTLOOPS_H
#define STATELESS_ANALYSIS_REQUESTLOOPS_H

namespace stateless {

class CallGraphBuilder;

/// Calls and flows are complete. One entry point for a function: its first
/// loop that takes requests, itself or by functions that it calls.
void addRequestLoops(CallGraphBuilder &Graph);

} // namespace stateless

#endif
