//===- ConstantArguments.h - What callers choose by numbers ----*- C++ -*-===//
//
// Which numbers the calls of a program give to the parameters that functions
// test, and what can not run for any of them. Grows with the calls that are
// told: optimistic, as sparse conditional constant propagation is (Wegman and
// Zadeck, 1991), between functions. It must not know which calls there are.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_CONSTANTARGUMENTS_H
#define STATELESS_ANALYSIS_CONSTANTARGUMENTS_H

#include "facts/Program.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

class ConstantArguments {
public:
  explicit ConstantArguments(const Program &Prog);

  /// \p Site, in \p Caller, calls \p Callee with its arguments in their order.
  /// True if that is news: Callee may do more than before.
  bool add(const Function &Caller, const Call &Site, const Function &Callee);

  /// Somebody calls \p Callee with anything. True if that is news.
  bool addUnknown(const Function &Callee);

  /// False if each caller of \p F was told by its call. Of functions that test
  /// none of their parameters nobody knows.
  bool hasUnknownCallers(const Function &F) const {
    return !Of.contains(&F) || CalledByUnknown.contains(&F);
  }

  /// False if no call that was told leads to \p At in \p F.
  bool mayRun(const Function &F, const Location &At) const;

private:
  static constexpr size_t MaxNumbers = 8;

  struct Numbers {
    bool Any = false;
    llvm::SmallVector<int64_t, 2> Known; ///< If not Any.
  };
  /// By parameter; only those that are tested, or passed on to such.
  using Tested = llvm::SmallVector<std::pair<uint32_t, Numbers>, 2>;

  void indexTests();
  void indexPassedOn();
  Numbers *find(const Function &F, uint32_t Parameter);
  bool addTo(Numbers &Into, const Numbers &More) const;
  Numbers numbersOf(const Function &In, ValueId Argument);
  bool passes(const Function &F, const GuardedBlocks &Test) const;

  const Program &Prog;
  llvm::DenseMap<const Function *, Tested> Of;
  llvm::DenseSet<const Function *> CalledByUnknown;
};

/// True if a value that is \p Number may pass \p Test, as far as conversions
/// let anybody tell.
bool mayPass(const GuardedBlocks &Test, int64_t Number);

} // namespace stateless

#endif
