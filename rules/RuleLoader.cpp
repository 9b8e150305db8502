//===- RuleLoader.cpp - Which rule files there are ------------------------===//
//
// One file after the other, along `extends`. The files' mistakes are given away
// when all files are read, and it is known whether they may be quoted.
//
//===----------------------------------------------------------------------===//
#include "RuleLoader.h"
#include "ModelReader.h"
#include "Packs.h"
#include "PathGlob.h"
#include "facts/ModelFields.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

/// Where links lead; "" if there is nothing.
std::string realPath(StringRef Name) {
  llvm::SmallString<256> Real;
  if (fs::real_path(Name.empty() ? "." : Name, Real))
    return {};
  return Real.str().str();
}

bool isBelow(StringRef File, StringRef Folder) {
  if (Folder.empty() || !File.consume_front(Folder))
    return false;
  return Folder.ends_with("/") || File.starts_with("/");
}

/// Of all files so far: what rulelimit bounds together.
struct Totals {
  size_t Exceptions = 0, Exclusions = 0, Names = 0;

  void add(const RuleLayer &Layer) {
    for (const ExceptionRecord &Record : Layer.Exceptions)
      Exceptions += Record.Path ? countPathGlobs(*Record.Path) : 1;
    Exclusions += Layer.Exclude.Globs.size() + Layer.ThirdParty.Globs.size();
    for (const ProgramRule &Program : Layer.Programs)
      Exclusions += Program.Files.size();
    visitModels(Layer.Known, [&](const auto &) { ++Names; });
    visitModels(Layer.ForChecks, [&](const auto &) { ++Names; });
    if (Layer.WritableRoots)
      Names += Layer.WritableRoots->size();
    for (const TypeCategories::Entry &Entry : Layer.Types)
      Names += Entry.Types.size();
    for (const auto *Words :
         {&Layer.StateKinds, &Layer.OwnCategories, &Layer.DataKinds})
      for (const VocabularySetting &Setting : *Words)
        Names += Setting.Kind.Names.size();
  }
};

/// What a file extends, read.
struct NextFile {
  std::string Name;
  std::unique_ptr<llvm::MemoryBuffer> Text;
};

class Loader {
public:
  Loader() {
    for (const Pack &P : shippedPacks()) {
      RuleFile File = parseRuleFile(P.Text, P.Name);
      Shipped.push_back(compileLayer(File, nullptr));
      llvm::append_range(Loaded.Diagnostics, File.Found.told(Quoting::Allowed));
    }
    for (const RuleLayer &Layer : Shipped)
      declare(Layer);
    llvm::sort(Loaded.Checks, [](const CheckRule &A, const CheckRule &B) {
      return A.Id < B.Id;
    });
    for (const CheckRule &Rule : Loaded.Checks)
      Known.Checks.push_back(Rule.Id);
  }

  void loadFile(StringRef Name) {
    Root = realPath(path::parent_path(Name));
    auto Text = readFile(Name, readlimit::Rules);
    if (!Text) {
      Mistakes Unread(Name);
      Unread.add(MistakeKind::Extends, 0, 0,
                 "cannot read: " + reason(Name, Text.takeError()));
      return tell(Unread, Quoting::Allowed);
    }
    loadChain((*Text)->getBuffer(), Name, quotingOf(Name));
  }

  void loadText(StringRef Text, StringRef Name) {
    Root = realPath(path::parent_path(Name));
    loadChain(Text, Name, Quoting::Allowed);
  }

  LoadedLayers finish() {
    if (WithShipped)
      llvm::append_range(Loaded.Layers, std::move(Shipped));
    return std::move(Loaded);
  }

private:
  void loadChain(StringRef Text, StringRef First, Quoting Quote) {
    std::optional<NextFile> Next = loadOne(Text, First.str(), Quote);
    while (Next) {
      NextFile File = std::move(*Next);
      Next = loadOne(File.Text->getBuffer(), File.Name, quotingOf(File.Name));
    }
    requireCategoriesOfAll();
    for (const auto &[File, Quote] : Files)
      tell(File.Found, Quote);
  }

  /// A file may speak of the categories of types that the shipped packs have,
  /// and that it or a file that it extends makes exempt.
  void requireCategoriesOfAll() {
    std::vector<StringRef> Extended;
    for (size_t I = Files.size(); I-- > 0;) {
      std::vector<StringRef> Own = Known.Categories;
      for (const auto &M : Loaded.Layers[I].ForChecks.ExemptCategories)
        Own.push_back(M.Category);
      requireCategories(Files[I].first, Own, Extended);
      llvm::append_range(Extended, Own);
    }
  }

  /// Returns what the file extends, if it is another file.
  std::optional<NextFile> loadOne(StringRef Text, std::string Name,
                                  Quoting Quote) {
    RuleFile File = parseRuleFile(Text, Name);
    RuleLayer Layer = compileLayer(File, &Known);
    claim(Layer.Known);
    Sum.add(Layer);
    requireWithinLimits(File.Found);
    bool Extended = !Chain.empty();
    Chain.push_back(std::move(Name));
    std::optional<NextFile> Next;
    if (Layer.Extends && Layer.Extends->Target == "none")
      WithShipped = false;
    else if (Layer.Extends && Layer.Extends->Target != "default")
      Next = readExtended(*Layer.Extends, File.Found);
    if (Quote == Quoting::Allowed && Extended && !looksLikeRules(File.Root))
      Quote = Quoting::NoRuleFile;
    Files.push_back({std::move(File), Quote});
    Loaded.Layers.push_back(std::move(Layer));
    return Next;
  }

  Quoting quotingOf(StringRef Name) const {
    return isBelow(realPath(Name), Root) ? Quoting::Allowed : Quoting::Outside;
  }

  void requireWithinLimits(Mistakes &Found) const {
    auto Require = [&](size_t Count, size_t Most, StringRef What) {
      if (Count > Most)
        Found.add(MistakeKind::Limit, 0, 0,
                  "more than " + std::to_string(Most) + " " + What.str() +
                      " in the rule files together");
    };
    Require(Sum.Exceptions, rulelimit::Exceptions,
            "exceptions, each path in braces counted,");
    Require(
        Sum.Exclusions, rulelimit::Exclusions,
        "patterns of 'exclude' and 'third-party', each one in braces counted,");
    Require(Sum.Names, rulelimit::Names, "names in 'models'");
  }

  std::optional<NextFile> readExtended(const RuleLayer::Reference &Extends,
                                       Mistakes &Found) const {
    auto Fail = [&](std::string Message) {
      Found.add(MistakeKind::Extends, Extends.Loc.Line, Extends.Loc.Column,
                std::move(Message));
      return std::nullopt;
    };
    llvm::SmallString<256> Target(Extends.Target);
    if (!path::is_absolute(Target)) {
      Target = path::parent_path(Chain.back());
      path::append(Target, Extends.Target);
    }
    auto IsTarget = [&](const std::string &Name) {
      return Name == Target || fs::equivalent(Name, Target);
    };
    if (llvm::any_of(Chain, IsTarget))
      return Fail("'extends' goes in a circle back to '" + Extends.Target +
                  "'");
    if (Chain.size() == rulelimit::Files)
      return Fail("'extends' goes through more than " +
                  std::to_string(rulelimit::Files) + " files");
    auto Text = readFile(Target, readlimit::Rules);
    if (!Text)
      return Fail("'extends' must be default, none or a rule file; cannot "
                  "read '" +
                  Extends.Target + "': " + reason(Target, Text.takeError()));
    return NextFile{Target.str().str(), std::move(*Text)};
  }

  /// Why \p Name could not be read. A link that leads nowhere is there, so "no
  /// such file" would mislead.
  static std::string reason(StringRef Name, llvm::Error Why) {
    std::string Text = llvm::toString(std::move(Why));
    if (!fs::exists(Name) && fs::is_symlink_file(Name))
      return "is a symbolic link that leads nowhere";
    return Text;
  }

  void tell(const Mistakes &Found, Quoting Quote) {
    llvm::append_range(Loaded.Diagnostics, Found.told(Quote));
  }

  void declare(const RuleLayer &Layer) {
    for (const CheckSetting &Setting : Layer.Checks)
      Loaded.Checks.push_back(textsOf(Setting));
    for (const TypeCategories::Entry &Entry : Layer.Types)
      if (!llvm::is_contained(Known.Categories, Entry.Category))
        Known.Categories.push_back(Entry.Category);
  }

  /// Notes which functions the user's own models name.
  static void claim(Models &Known) {
    std::vector<std::string> Own;
    visitModels(Known, [&](const auto &Model) {
      if (llvm::StringRef Function = functionOf(Model); !Function.empty())
        Own.push_back(Function.str());
    });
    Known.Own = std::move(Own);
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

  std::vector<RuleLayer> Shipped;
  LoadedLayers Loaded;
  /// Of the user, and whether they may be quoted; each made a layer of Loaded.
  std::vector<std::pair<RuleFile, Quoting>> Files;
  KnownNames Known;
  std::string Root;               ///< What may be quoted lies below it.
  std::vector<std::string> Chain; ///< Files that extend each other so far.
  Totals Sum;
  bool WithShipped = true;
};

} // namespace

LoadedLayers stateless::loadShipped() { return Loader().finish(); }

LoadedLayers stateless::loadLayers(StringRef UserFile) {
  Loader Load;
  Load.loadFile(UserFile);
  return Load.finish();
}

LoadedLayers stateless::loadLayersFromText(StringRef Text, StringRef Name) {
  Loader Load;
  Load.loadText(Text, Name);
  return Load.finish();
}
