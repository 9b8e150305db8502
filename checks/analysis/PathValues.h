//===- PathValues.h - Which texts a symbolic value can be ------*- C++ -*-===//
//
// Resolves values of the facts' algebra to sets of texts: through constants of
// other units, fields of the object that has them, returned values, and
// parameters at their call sites. Bounded in depth and in the number of
// answers; what is cut is "unknown", never left out. It must not know what the
// texts are for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_PATHVALUES_H
#define STATELESS_ANALYSIS_PATHVALUES_H

#include "analysis/Mutation.h"
#include "facts/Program.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <set>
#include <string>

namespace stateless {

/// What is known of one possible text.
struct KnownText {
  std::string Prefix;    ///< The text, or how it starts.
  bool Complete = false; ///< Prefix is all of it.
  /// What follows comes from the environment, the command line or a
  /// configuration, and so from whoever deploys the program.
  bool Configurable = false;
  /// It is the text of some object of a class; whether of this one, nobody
  /// knows.
  bool Mixed = false;
  StringId Variable = {}; ///< Of the environment, if that is what follows.

  auto operator<=>(const KnownText &) const = default;
};

/// One way in which an operation's values come to be.
struct ValueCase {
  /// For each value that was asked for, its texts; none is empty.
  std::vector<std::vector<KnownText>> Texts;
  /// The calls through which they came, the one that decides them first;
  /// empty where the function itself decides.
  struct Hop {
    const Function *Caller;
    const Call *Site;
  };
  std::vector<Hop> Hops;
  /// Where Hops is empty: the calls that tell apart whose object it is, the
  /// outermost first.
  std::vector<Hop> Through;
};

class PathValues {
public:
  PathValues(const Program &Prog, const Mutation &Writes);

  /// The texts of \p Id in the body of \p F, whatever its callers pass.
  std::vector<KnownText> texts(ValueId Id, const Function &F) const;

  /// The same, where \p F was called by the calls \p Through, the nearest
  /// first: their arguments are what the parameters stand for.
  std::vector<KnownText> texts(ValueId Id, const Function &F,
                               llvm::ArrayRef<EntryPoint::Hop> Through) const;

  /// The same for several values at once, apart for each caller whose
  /// arguments decide them. Hops lead to who decides the first \p Deciding: the
  /// function itself if \p IsDecided accepts something that it says of them.
  std::vector<ValueCase> cases(
      llvm::ArrayRef<ValueId> Ids, const Function &F, size_t Deciding,
      llvm::function_ref<bool(const KnownText &)> IsDecided =
          [](const KnownText &) { return false; }) const;

private:
  friend class Evaluator;

  /// One place that gives a variable or field a text, or an object that holds
  /// texts.
  struct Store {
    const Function *By;
    ValueId Stored;
    Location Loc;
    bool Makes; ///< The object that has the field is being made.
  };

  /// What is done to a variable that is an object with texts.
  struct VariableChanges {
    std::vector<std::pair<const Function *, ValueId>> All;
    std::set<std::pair<StringId, uint32_t>> Told; ///< Files and lines.
    bool Complete = true;                         ///< Nothing else changes it.

    void add(const Function &By, const ObjectChange &C);
  };

  void indexStores();
  void indexChanges();
  void addWorkers(ValueId What, llvm::DenseSet<const Function *> &Into) const;
  bool isAllTold(SymbolId Variable) const;
  const VariableChanges &changesOf(SymbolId Variable) const;

  const Program &Prog;
  const Mutation &Writes;
  /// Of those that values name.
  llvm::DenseMap<SymbolId, std::vector<Store>> Stores;
  llvm::DenseMap<SymbolId, VariableChanges> Changes;
};

/// Lexically normal: "/a/./b/../c//d" gives "/a/c/d". "~" is left alone.
std::string normalizePath(llvm::StringRef Path);

} // namespace stateless

#endif
