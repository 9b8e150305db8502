//===- Judgement.h - What a run of the checks gives ------------*- C++ -*-===//
//
// The verdicts on a program, and how it comes to serve. It must not know how
// either was found, nor who prints it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_JUDGEMENT_H
#define STATELESS_POLICY_JUDGEMENT_H

#include "policy/Verdict.h"

namespace stateless {

/// How code of the program comes to serve, for reports.
struct EntryPointInfo {
  std::string Name; ///< "GET /cart"
  /// "request", "message", "timer", "signal", "thread", "exit", "fork"
  std::string Kind;
  SourceLocation Loc;
};

/// What a run of the checks gives.
struct Judgement {
  std::vector<Verdict> Verdicts;           ///< Sorted by location, then check.
  std::vector<EntryPointInfo> EntryPoints; ///< Sorted by location.
  /// The program has a main, and nothing in it is known to serve requests.
  bool NoEntryPoint = false;
  /// It is known to serve, or its main may: it does not just run to its end.
  bool Serves = false;
};

} // namespace stateless

#endif
