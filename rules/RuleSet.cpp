//===- RuleSet.cpp - The policy of one run, compiled ----------------------===//
//
// Collects the layers (the user's file, what it extends, the shipped default
// and its models), nearest to the user first, and merges them: scalars of the
// nearer layer win, exclusions add, exceptions and models of the nearer layer
// stand before the others.
//
//===----------------------------------------------------------------------===//
#include "RuleSet.h"
#include "ModelText.h"
#include "Packs.h"
#include "PathGlob.h"
#include "RuleLoader.h"
#include "facts/ModelFields.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

//===-- Merging -----------------------------------------------------------===//

namespace {

template <typename T> void append(std::vector<T> &To, std::vector<T> From) {
  llvm::append_range(To, std::move(From));
}

template <typename T> void assignIfSet(T &To, std::optional<T> From) {
  if (From)
    To = std::move(*From);
}

/// Layers, nearest to the user first, become one set of rules.
class Merger {
public:
  explicit Merger(std::vector<RuleLayer> Layers) : Layers(std::move(Layers)) {}

  /// \p Checks are all that exist, sorted by id, with their texts.
  RuleSet merge(std::vector<CheckRule> Checks) {
    Rules.Checks = std::move(Checks);
    for (RuleLayer &Layer : llvm::reverse(Layers))
      mergeFarthestFirst(Layer);
    std::vector<Vocabulary::Entry> Kinds, Own, Data;
    std::set<std::string> ReplacedKinds, ReplacedOwn, ReplacedData;
    std::vector<TypeCategories::Entry> Types;
    for (RuleLayer &Layer : Layers) {
      append(Rules.Exceptions, std::move(Layer.Exceptions));
      merge(Rules.Known, Layer.Known);
      append(Rules.Known.Own, std::move(Layer.Known.Own));
      merge(Rules.Options.Known, Layer.ForChecks);
      append(Types, std::move(Layer.Types));
      append(Kinds, kept(Layer.StateKinds, ReplacedKinds));
      append(Own, kept(Layer.OwnCategories, ReplacedOwn));
      append(Data, kept(Layer.DataKinds, ReplacedData));
    }
    Rules.Options.Types = TypeCategories(std::move(Types));
    Rules.Options.StateKinds = Vocabulary(std::move(Kinds));
    Rules.Options.OwnCategories = Vocabulary(std::move(Own));
    Rules.Options.DataKinds = Vocabulary(std::move(Data));
    return std::move(Rules);
  }

private:
  void applyCheck(const CheckSetting &Setting) {
    for (CheckRule &Rule : Rules.Checks) {
      if (!matchesGlob(Setting.Id, Rule.Id))
        continue;
      assignIfSet(Rule.Enabled, Setting.Enabled);
      assignIfSet(Rule.Grade, Setting.Grade);
      for (const auto &[Category, Grade] : Setting.CategoryGrades)
        Rule.CategoryGrades[Category] = Grade;
      assignIfSet(Rule.Least, Setting.Least);
      assignIfSet(Rule.Summary, Setting.Summary);
      assignIfSet(Rule.Why, Setting.Why);
      assignIfSet(Rule.Instead, Setting.Instead);
      assignIfSet(Rule.ExampleBad, Setting.ExampleBad);
      assignIfSet(Rule.ExampleOk, Setting.ExampleOk);
    }
  }

  void mergeFarthestFirst(RuleLayer &Layer) {
    for (const CheckSetting &Setting : Layer.Checks)
      applyCheck(Setting);
    assignIfSet(Rules.Options.WritableRoots, std::move(Layer.WritableRoots));
    if (Layer.Exclude.Replace)
      Rules.Exclude.clear();
    append(Rules.Exclude, std::move(Layer.Exclude.Globs));
    // What is somebody else's is not shown, either.
    llvm::append_range(Rules.Exclude, Layer.ThirdParty.Globs);
    if (Layer.ThirdParty.Replace)
      Rules.ThirdParty.clear();
    append(Rules.ThirdParty, std::move(Layer.ThirdParty.Globs));
    for (ProgramRule &Nearer : Layer.Programs) {
      llvm::erase_if(Rules.Programs, [&](const ProgramRule &Farther) {
        return Farther.Name == Nearer.Name;
      });
      Rules.Programs.push_back(std::move(Nearer));
    }
  }

  template <typename Owner> static void merge(Owner &Into, Owner &From) {
    visitModelLists<Owner>(
        [&](auto List) { append(Into.*List, std::move(From.*List)); });
  }

  /// The kinds of one layer that no nearer layer has replaced.
  static std::vector<Vocabulary::Entry>
  kept(llvm::ArrayRef<VocabularySetting> Kinds,
       std::set<std::string> &Replaced) {
    std::vector<Vocabulary::Entry> Kept;
    for (const VocabularySetting &Setting : Kinds)
      if (!Replaced.contains(Setting.Kind.Kind))
        Kept.push_back(Setting.Kind);
    for (const VocabularySetting &Setting : Kinds)
      if (Setting.Replace)
        Replaced.insert(Setting.Kind.Kind);
    return Kept;
  }

  std::vector<RuleLayer> Layers;
  RuleSet Rules;
};

//===-- Loading -----------------------------------------------------------===//

/// \p Name, absolute and without "." and "..".
std::string absolutePath(StringRef Name) {
  llvm::SmallString<256> Text(Name);
  // Without a working directory the name stays relative.
  (void)fs::make_absolute(Text);
  path::remove_dots(Text, /*remove_dot_dot=*/true);
  return Text.str().str();
}

} // namespace

//===-- The contract ------------------------------------------------------===//

bool RuleLoad::failed() const {
  return llvm::any_of(Diagnostics, [](const RuleDiagnostic &D) {
    return D.Level == RuleDiagnostic::Error;
  });
}

static RuleLoad merged(LoadedLayers Loaded) {
  RuleLoad Load{
      Merger(std::move(Loaded.Layers)).merge(std::move(Loaded.Checks)),
      std::move(Loaded.Diagnostics)};
  llvm::sort(Load.Diagnostics, comesBefore);
  return Load;
}

RuleLoad stateless::loadRules(StringRef UserFile) {
  if (UserFile.empty())
    return merged(loadShipped());
  RuleLoad Result = merged(loadLayers(UserFile));
  Result.Rules.UserFile = absolutePath(UserFile);
  Result.Rules.Root = path::parent_path(Result.Rules.UserFile).str();
  return Result;
}

RuleLoad stateless::loadRulesFromText(StringRef Text, StringRef Name) {
  RuleLoad Result = merged(loadLayersFromText(Text, Name));
  Result.Rules.UserFile = Name.str();
  if (path::is_absolute(Name))
    Result.Rules.Root = path::parent_path(absolutePath(Name)).str();
  return Result;
}

std::string stateless::findRuleFile(StringRef Directory) {
  std::string Start = absolutePath(Directory);
  for (StringRef Folder = Start; !Folder.empty();
       Folder = path::parent_path(Folder)) {
    llvm::SmallString<256> Candidate(Folder);
    path::append(Candidate, ".stateless-tidy.yaml");
    // Whatever it is, somebody meant rules to be there: a link that leads
    // nowhere must not bring in other rules in silence.
    fs::file_status Status;
    if (!fs::status(Candidate, Status, /*follow=*/false))
      return Candidate.str().str();
  }
  return {};
}

std::string stateless::ruleSchema() {
  auto [Before, After] = shippedSchema().split(R"("@models": {})");
  return Before.str() + modelSchema() + After.str();
}

const CheckRule *RuleSet::check(StringRef Id) const {
  auto It = llvm::partition_point(
      Checks, [&](const CheckRule &Rule) { return Rule.Id < Id; });
  return It != Checks.end() && It->Id == Id ? &*It : nullptr;
}

bool RuleSet::isEnabled(StringRef Id) const {
  const CheckRule *Rule = check(Id);
  return !Rule || Rule->Enabled;
}

static bool matchesAny(llvm::ArrayRef<std::string> Patterns, StringRef File,
                       StringRef Below) {
  return llvm::any_of(Patterns, [&](const std::string &Pattern) {
    return matchesFile(Pattern, File, Below);
  });
}

bool RuleSet::isExcluded(StringRef File, StringRef Base) const {
  return matchesAny(Exclude, File, Root.empty() ? Base : StringRef(Root));
}

bool RuleSet::isThirdParty(StringRef File, StringRef Base) const {
  return matchesAny(ThirdParty, File, Root.empty() ? Base : StringRef(Root));
}
