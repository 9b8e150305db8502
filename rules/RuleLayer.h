//===- RuleLayer.h - What one rule file says -------------------*- C++ -*-===//
//
// One file, checked and compiled, before it is laid over others. It must not
// know which file comes before or after, except for the names that the shipped
// packs have made known.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_RULELAYER_H
#define STATELESS_RULES_RULELAYER_H

#include "RuleFile.h"
#include "RuleSet.h"

namespace stateless {

/// What a file says of the checks that Id, a glob, matches. Unset: nothing.
struct CheckSetting {
  std::string Id;
  std::optional<bool> Enabled;
  std::optional<GradeRule> Grade;
  std::map<std::string, GradeRule> CategoryGrades;
  std::optional<Confidence> Least;
  std::optional<std::string> Summary, Why, Instead, ExampleBad, ExampleOk;
};

/// Words of a kind of state, or of a category of the project's own classes.
struct VocabularySetting {
  Vocabulary::Entry Kind;
  bool Replace = false; ///< Names of the files below are dropped.
};

struct RuleLayer {
  struct Reference {
    std::string Target;
    SourceLocation Loc;
  };
  /// Globs over paths, braces expanded.
  struct Patterns {
    std::vector<std::string> Globs;
    bool Replace = false; ///< Those of the files below are dropped.
  };

  std::optional<Reference> Extends;
  std::optional<std::vector<std::string>> WritableRoots;
  Patterns Exclude, ThirdParty;
  std::vector<ProgramRule> Programs;
  std::vector<CheckSetting> Checks;
  std::vector<ExceptionRecord> Exceptions;
  Models Known;
  CheckModels ForChecks;
  std::vector<TypeCategories::Entry> Types;
  std::vector<VocabularySetting> StateKinds, OwnCategories, DataKinds;
};

/// What a user's file may refer to: declared by the shipped packs.
struct KnownNames {
  std::vector<llvm::StringRef> Checks, Categories;
};

/// Compiles \p File and adds its mistakes to those that it has. What has a
/// mistake is left out; an exception with one matches nothing. Without
/// \p Known the file is a pack: it declares checks and categories.
RuleLayer compileLayer(RuleFile &File, const KnownNames *Known);

/// True if most of the top-level keys of a file are keys of a rule file.
bool looksLikeRules(const RuleNode &Root);

} // namespace stateless

#endif
