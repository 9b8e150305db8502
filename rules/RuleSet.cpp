//===- RuleSet.cpp - The policy of one run, compiled ----------------------===//
//
// Collects the layers (the user's file, what it extends, the shipped default
// and its models), nearest to the user first, and merges them: scalars of the
// nearer layer win, exclusions add, exceptions and models of the nearer layer
// stand before the others.
//
//===----------------------------------------------------------------------===//
#include "RuleSet.h"
#include "Packs.h"
#include "PathGlob.h"
#include "RuleLayer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

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
    std::vector<Vocabulary::Entry> Kinds;
    std::vector<TypeCategories::Entry> Types;
    for (RuleLayer &Layer : Layers) {
      append(Rules.Exceptions, std::move(Layer.Exceptions));
      mergeModels(std::move(Layer.Known));
      append(Types, std::move(Layer.Types));
      append(Kinds, keptKinds(Layer));
    }
    Rules.Options.Types = TypeCategories(std::move(Types));
    Rules.Options.StateKinds = Vocabulary(std::move(Kinds));
    return std::move(Rules);
  }

private:
  void applyCheck(const CheckSetting &Setting) {
    for (CheckRule &Rule : Rules.Checks) {
      if (!matchesGlob(Setting.Id, Rule.Id))
        continue;
      assignIfSet(Rule.Enabled, Setting.Enabled);
      if (Setting.Grade) {
        Rule.Grade = *Setting.Grade;
        Rule.GradeLoc = Setting.GradeLoc;
        Rule.GradeBy = Setting.Id;
      }
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
    if (Layer.ReplaceExclude)
      Rules.Exclude.clear();
    append(Rules.Exclude, std::move(Layer.Exclude));
  }

  void mergeModels(Models Known) {
    append(Rules.Known.Files, std::move(Known.Files));
    append(Rules.Known.Values, std::move(Known.Values));
    append(Rules.Known.Forwards, std::move(Known.Forwards));
    append(Rules.Known.Pure, std::move(Known.Pure));
    append(Rules.Known.EntryPoints, std::move(Known.EntryPoints));
    append(Rules.Known.Roles, std::move(Known.Roles));
    append(Rules.Known.Allocators, std::move(Known.Allocators));
    append(Rules.Known.GeneratedFiles, std::move(Known.GeneratedFiles));
    append(Rules.Known.Own, std::move(Known.Own));
  }

  /// The kinds of \p Layer that no nearer layer has replaced.
  std::vector<Vocabulary::Entry> keptKinds(RuleLayer &Layer) {
    std::vector<Vocabulary::Entry> Kept;
    for (StateKindSetting &Setting : Layer.StateKinds)
      if (!llvm::is_contained(Replaced, Setting.Kind.Kind))
        Kept.push_back(Setting.Kind);
    for (StateKindSetting &Setting : Layer.StateKinds)
      if (Setting.Replace)
        Replaced.push_back(Setting.Kind.Kind);
    return Kept;
  }

  std::vector<RuleLayer> Layers;
  std::vector<std::string> Replaced;
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

class Loader {
public:
  Loader() {
    for (const Pack &P : shippedPacks())
      Shipped.push_back(compile(P.Text, P.Name, nullptr));
    for (const RuleLayer &Layer : Shipped)
      declare(Layer);
    llvm::sort(Checks, [](const CheckRule &A, const CheckRule &B) {
      return A.Id < B.Id;
    });
    for (const CheckRule &Rule : Checks)
      Known.Checks.push_back(Rule.Id);
  }

  void loadFile(StringRef Name) {
    auto Buffer = llvm::MemoryBuffer::getFile(Name);
    if (!Buffer)
      return addError({Name.str(), 0, 0},
                      "cannot read: " + Buffer.getError().message());
    loadText((*Buffer)->getBuffer(), Name);
  }

  void loadText(StringRef Text, StringRef Name) {
    Chain.push_back(Name.str());
    Layers.push_back(compile(Text, Name, &Known));
    claim(Layers.back().Known);
    std::optional<RuleLayer::Reference> Extends = Layers.back().Extends;
    if (!Extends || Extends->Target == "default")
      return;
    if (Extends->Target == "none")
      WithShipped = false;
    else
      loadExtended(*Extends, Name);
  }

  RuleLoad finish() {
    if (WithShipped)
      append(Layers, std::move(Shipped));
    RuleLoad Load{Merger(std::move(Layers)).merge(std::move(Checks)),
                  std::move(Diagnostics)};
    llvm::sort(Load.Diagnostics, comesBefore);
    return Load;
  }

private:
  RuleLayer compile(StringRef Text, StringRef Name, const KnownNames *Names) {
    RuleFile File = parseRuleFile(Text, Name);
    RuleLayer Layer = compileLayer(File, Names);
    append(Diagnostics, std::move(File.Diagnostics));
    return Layer;
  }

  void declare(const RuleLayer &Layer) {
    for (const CheckSetting &Setting : Layer.Checks)
      Checks.push_back(textsOf(Setting));
    for (const TypeCategories::Entry &Entry : Layer.Types)
      if (!llvm::is_contained(Known.Categories, Entry.Category))
        Known.Categories.push_back(Entry.Category);
  }

  void loadExtended(const RuleLayer::Reference &Extends, StringRef From) {
    llvm::SmallString<256> Target(Extends.Target);
    if (!path::is_absolute(Target)) {
      Target = path::parent_path(From);
      path::append(Target, Extends.Target);
    }
    auto IsTarget = [&](const std::string &Name) {
      return Name == Target || fs::equivalent(Name, Target);
    };
    if (llvm::any_of(Chain, IsTarget))
      return addError(Extends.Loc, "'extends' goes in a circle back to '" +
                                       Extends.Target + "'");
    auto Buffer = llvm::MemoryBuffer::getFile(Target);
    if (!Buffer)
      return addError(Extends.Loc, "'extends' must be default, none or a rule "
                                   "file; cannot read '" +
                                       Extends.Target +
                                       "': " + Buffer.getError().message());
    loadText((*Buffer)->getBuffer(), Target);
  }

  /// Notes which functions the user's own models name.
  static void claim(Models &Known) {
    auto Names = [&](const auto &List) {
      for (const auto &Model : List)
        Known.Own.push_back(Model.Function);
    };
    for (const EntryPointModel &Model : Known.EntryPoints)
      if (!Model.Call.empty())
        Known.Own.push_back(Model.Call);
    Names(Known.Roles);
    Names(Known.Allocators);
    Names(Known.Files);
    Names(Known.Values);
    Names(Known.Forwards);
    Names(Known.Pure);
  }

  static CheckRule textsOf(const CheckSetting &Setting) {
    CheckRule Rule;
    Rule.Id = Setting.Id;
    Rule.Summary = Setting.Summary.value_or("");
    Rule.Why = Setting.Why.value_or("");
    Rule.Instead = Setting.Instead.value_or("");
    Rule.ExampleBad = Setting.ExampleBad.value_or("");
    Rule.ExampleOk = Setting.ExampleOk.value_or("");
    return Rule;
  }

  void addError(SourceLocation Loc, std::string Message) {
    Diagnostics.push_back(
        {RuleDiagnostic::Error, std::move(Loc), std::move(Message)});
  }

  std::vector<RuleLayer> Shipped, Layers;
  std::vector<CheckRule> Checks;
  KnownNames Known;
  std::vector<std::string> Chain; ///< Files that extend each other so far.
  std::vector<RuleDiagnostic> Diagnostics;
  bool WithShipped = true;
};

} // namespace

//===-- The contract ------------------------------------------------------===//

bool RuleLoad::failed() const {
  return llvm::any_of(Diagnostics, [](const RuleDiagnostic &D) {
    return D.Level == RuleDiagnostic::Error;
  });
}

RuleLoad stateless::loadRules(StringRef UserFile) {
  Loader Load;
  if (UserFile.empty())
    return Load.finish();
  Load.loadFile(UserFile);
  RuleLoad Result = Load.finish();
  Result.Rules.UserFile = absolutePath(UserFile);
  Result.Rules.Root = path::parent_path(Result.Rules.UserFile).str();
  return Result;
}

RuleLoad stateless::loadRulesFromText(StringRef Text, StringRef Name) {
  Loader Load;
  Load.loadText(Text, Name);
  RuleLoad Result = Load.finish();
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
    if (fs::is_regular_file(Candidate))
      return Candidate.str().str();
  }
  return {};
}

StringRef stateless::ruleSchema() { return shippedSchema(); }

const CheckRule *RuleSet::check(StringRef Id) const {
  auto It = llvm::partition_point(
      Checks, [&](const CheckRule &Rule) { return Rule.Id < Id; });
  return It != Checks.end() && It->Id == Id ? &*It : nullptr;
}

bool RuleSet::isEnabled(StringRef Id) const {
  const CheckRule *Rule = check(Id);
  return !Rule || Rule->Enabled;
}

bool RuleSet::isExcluded(StringRef File, StringRef Base) const {
  StringRef Below = Root.empty() ? Base : StringRef(Root);
  return llvm::any_of(Exclude, [&](const std::string &Pattern) {
    return matchesFile(Pattern, File, Below);
  });
}
