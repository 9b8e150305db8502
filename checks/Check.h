//===- Check.h - All that the author of a check reads ----------*- C++ -*-===//
//
// A check is a function and one line in AllChecks.def: a classifier of state
// objects, or a table over what the program does. It does no I/O, holds no
// state, includes no Clang header, and hard-codes no policy: names, roots and
// exempt types come in by CheckOptions. Derived knowledge (who writes what,
// where a path leads) comes from analysis/ and StateObjects.h.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_CHECK_H
#define STATELESS_CHECKS_CHECK_H

#include "facts/Program.h"
#include "policy/CheckOptions.h"
#include "policy/Judgement.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <memory>

namespace stateless {

struct Analyses;
struct StateObject;
class StateObjects;
class TypeShapes;
class WrittenPartsIndex;

/// A Program and what is known of it, computed once and shared by all checks.
/// What it refers to outlives it.
struct Evidence {
  Evidence(const Program &Prog, const Analyses &Known,
           const CheckOptions &Options);
  ~Evidence();

  const Program &Prog;
  const Analyses &Known;
  const CheckOptions &Options;
  // Each is made of those before it.
  std::unique_ptr<const TypeShapes> Shapes;
  std::unique_ptr<const StateObjects> Objects;
  std::unique_ptr<const WrittenPartsIndex> Parts;
};

/// Where a check puts its verdicts.
class VerdictSink {
public:
  explicit VerdictSink(llvm::StringRef Check) : Check(Check) {}

  /// Reports \p V under this check's id.
  void report(Verdict V) {
    V.Check = Check.str();
    Verdicts.push_back(std::move(V));
  }

  std::vector<Verdict> take() { return std::move(Verdicts); }

private:
  llvm::StringRef Check;
  std::vector<Verdict> Verdicts;
};

struct CheckInfo {
  llvm::StringRef Id;
  /// Where two checks report the same state object, the higher one speaks.
  int Specificity;
  // One of the two, or both: asked for each state object, and once for the
  // program.
  void (*Classify)(const Evidence &E, const StateObject &O, VerdictSink &Out);
  void (*Judge)(const Evidence &E, VerdictSink &Out);
};

/// All checks, sorted by id.
llvm::ArrayRef<CheckInfo> allChecks();

/// Runs the checks that \p IsEnabled accepts, gives each state object to the
/// most specific one.
Judgement judge(const Program &Prog, const CheckOptions &Options,
                llvm::function_ref<bool(llvm::StringRef)> IsEnabled);

} // namespace stateless

#endif
