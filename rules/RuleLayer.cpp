//===- RuleLayer.cpp - What one rule file says ----------------------------===//
//
// One function per top-level key. Key names are listed once; the schema is
// held to them by a test.
//
//===----------------------------------------------------------------------===//
#include "RuleLayer.h"
#include "ModelReader.h"
#include "PathGlob.h"
#include "RuleReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;

namespace {

using Key = RuleNode::Key;

constexpr StringRef TopKeys[] = {"extends",     "writable-roots", "exclude",
                                 "third-party", "programs",       "checks",
                                 "exceptions",  "models"};
constexpr StringRef CheckKeys[] = {"enabled",        "severity", "categories",
                                   "min-confidence", "summary",  "why",
                                   "instead",        "example"};
constexpr StringRef ExampleKeys[] = {"bad", "ok"};
constexpr StringRef SeverityWords[] = {"note", "warning", "error"};
constexpr StringRef ConfidenceWords[] = {"possible", "likely", "proven"};
constexpr StringRef ReplaceKeys[] = {"replace"};
constexpr StringRef ExceptionKeys[] = {"check",  "symbol",   "type",
                                       "path",   "function", "category",
                                       "reason", "owner",    "expires"};

class LayerReader {
public:
  LayerReader(RuleFile &File, const KnownNames *Known)
      : File(File), Reader(File), Known(Known) {}

  RuleLayer read() {
    if (File.Root.Kind == RuleNode::Null)
      return {};
    Reader.entries(
        File.Root, "rules", TopKeys,
        [&](const Key &K, const RuleNode &Value) { readTop(K.Text, Value); });
    return std::move(Layer);
  }

private:
  void readTop(StringRef Name, const RuleNode &Node) {
    if (Name == "extends")
      readExtends(Node);
    else if (Name == "writable-roots")
      readWritableRoots(Node);
    else if (Name == "exclude")
      readPatterns(Node, Name, Layer.Exclude);
    else if (Name == "third-party")
      readPatterns(Node, Name, Layer.ThirdParty);
    else if (Name == "programs")
      Reader.entries(Node, Name, [&](const Key &K, const RuleNode &Value) {
        readProgram(K, Value);
      });
    else if (Name == "checks")
      Reader.entries(Node, Name, [&](const Key &K, const RuleNode &Value) {
        readCheck(K, Value);
      });
    else if (Name == "exceptions")
      Reader.items(Node, Name,
                   [&](const RuleNode &Item) { readException(Item); });
    else
      takeModels(readModels(Reader, Node));
  }

  void takeModels(ModelSection Section) {
    Layer.Known = std::move(Section.Known);
    Layer.ForChecks = std::move(Section.ForChecks);
    Layer.Types = std::move(Section.Types);
    Layer.StateKinds = std::move(Section.StateKinds);
    Layer.OwnCategories = std::move(Section.OwnCategories);
    Layer.DataKinds = std::move(Section.DataKinds);
  }

  void readExtends(const RuleNode &Node) {
    if (std::optional<std::string> Target = Reader.text(Node, "extends"))
      Layer.Extends = {std::move(*Target), Reader.at(Node)};
  }

  void readWritableRoots(const RuleNode &Node) {
    std::vector<std::string> Roots;
    auto Add = [&](const RuleNode &Item) {
      std::optional<std::string> Root = Reader.text(Item, "writable-roots");
      if (Root && isAbsoluteRoot(Item, *Root))
        Roots.push_back(normalised(*Root));
    };
    if (Node.Kind == RuleNode::Scalar)
      Add(Node);
    else
      Reader.items(Node, "writable-roots", Add);
    Layer.WritableRoots = std::move(Roots);
  }

  bool isAbsoluteRoot(const RuleNode &Node, StringRef Root) {
    std::string Start = "'writable-roots' must be absolute paths: ";
    if (Root.starts_with("~"))
      Reader.error(Node, Start + "'~' is not expanded");
    else if (!Root.starts_with("/"))
      Reader.error(Node, Start + quotedText(Root) + " is relative");
    else if (Root.find_first_of("*?{") != StringRef::npos)
      Reader.error(Node, "'writable-roots' are folders, not globs: " +
                             quotedText(Root));
    else
      return true;
    return false;
  }

  static std::string normalised(StringRef Path) {
    llvm::SmallString<128> Text(Path);
    llvm::sys::path::remove_dots(Text, /*remove_dot_dot=*/true);
    return Text.str().str();
  }

  void readPatterns(const RuleNode &Node, StringRef What,
                    RuleLayer::Patterns &Into) {
    if (Node.Kind != RuleNode::Map)
      return addPatterns(Node, What, Into);
    Reader.entries(Node, What, ReplaceKeys,
                   [&](const Key &, const RuleNode &Value) {
                     Into.Replace = true;
                     addPatterns(Value, What, Into);
                   });
  }

  void addPatterns(const RuleNode &Node, StringRef What,
                   RuleLayer::Patterns &Into) {
    auto Add = [&](const RuleNode &Item) {
      // Above the limit, the patterns are of no use any more.
      if (Into.Globs.size() > rulelimit::Exclusions)
        return;
      if (std::optional<std::string> Glob = pathGlob(Item, What))
        llvm::append_range(Into.Globs, expandPathGlob(*Glob));
    };
    if (Node.Kind == RuleNode::Scalar)
      Add(Node);
    else
      Reader.items(Node, What, Add);
  }

  std::optional<std::string> pathGlob(const RuleNode &Node, StringRef What) {
    std::optional<std::string> Glob = Reader.text(Node, What);
    if (!Glob)
      return std::nullopt;
    if (std::optional<std::string> Problem = pathGlobError(*Glob)) {
      Reader.error(Node, std::move(*Problem));
      return std::nullopt;
    }
    return Glob;
  }

  void readProgram(const Key &Name, const RuleNode &Node) {
    ProgramRule Program;
    Program.Name = Name.Text;
    Program.Loc = Reader.at(Node);
    auto Add = [&](const RuleNode &Item) {
      if (std::optional<std::string> Glob = pathGlob(Item, Name.Text))
        llvm::append_range(Program.Files, expandPathGlob(*Glob));
    };
    if (Name.Text.empty())
      Reader.error(Name, "a program needs a name");
    else if (Node.Kind == RuleNode::Scalar)
      Add(Node);
    else
      Reader.items(Node, Name.Text, Add);
    if (!Program.Files.empty())
      Layer.Programs.push_back(std::move(Program));
  }

  //===-- Checks ----------------------------------------------------------===//

  /// Empty if \p Id matches a known check, or else the complaint.
  std::string unknownCheck(StringRef Id) const {
    auto Matches = [&](StringRef Check) { return matchesGlob(Id, Check); };
    if (!Known || llvm::any_of(Known->Checks, Matches))
      return {};
    return "no check matches " + quotedText(Id) +
           Reader.suggestion(Id, Known->Checks);
  }

  void readCheck(const Key &Id, const RuleNode &Node) {
    if (std::string Problem = unknownCheck(Id.Text); !Problem.empty())
      Reader.error(Id, std::move(Problem));
    if (std::optional<bool> Flag = asFlag(Node)) {
      Layer.Checks.emplace_back().Id = Id.Text;
      Layer.Checks.back().Enabled = Flag;
    } else if (Node.Kind == RuleNode::Map) {
      Layer.Checks.push_back(checkSetting(Id.Text, Node));
    } else {
      Reader.error(Node, quotedText(Id.Text) +
                             " must be on, off or a map such as "
                             "{severity: warning}");
    }
  }

  CheckSetting checkSetting(StringRef Id, const RuleNode &Node) {
    CheckSetting Setting;
    Setting.Id = Id.str();
    Reader.entries(Node, Id, CheckKeys, [&](const Key &K, const RuleNode &V) {
      if (K.Text == "enabled")
        Setting.Enabled = Reader.flag(V, K.Text);
      else if (K.Text == "severity")
        Setting.Grade = grade(V, Setting.Id);
      else if (K.Text == "categories")
        Reader.entries(V, K.Text, [&](const Key &Category, const RuleNode &Of) {
          if (std::optional<GradeRule> Grade = grade(Of, Setting.Id))
            Setting.CategoryGrades[Category.Text] = *Grade;
        });
      else if (K.Text == "min-confidence")
        readLeast(V, Setting);
      else if (K.Text == "example")
        Reader.entries(V, K.Text, ExampleKeys, [](auto &...) {});
    });
    Setting.Summary = Reader.textOf(Node, "summary");
    Setting.Why = Reader.textOf(Node, "why");
    Setting.Instead = Reader.textOf(Node, "instead");
    if (const RuleNode *Example = Node.find("example")) {
      Setting.ExampleBad = Reader.textOf(*Example, "bad");
      Setting.ExampleOk = Reader.textOf(*Example, "ok");
    }
    return Setting;
  }

  std::optional<GradeRule> grade(const RuleNode &Node, const std::string &By) {
    auto Word = Reader.word(Node, "severity", SeverityWords);
    if (!Word)
      return std::nullopt;
    return GradeRule{static_cast<Severity>(*Word), Reader.at(Node), By};
  }

  void readLeast(const RuleNode &Node, CheckSetting &Setting) {
    if (auto Word = Reader.word(Node, "min-confidence", ConfidenceWords))
      Setting.Least = static_cast<Confidence>(*Word);
  }

  //===-- Exceptions ------------------------------------------------------===//

  void readException(const RuleNode &Node) {
    size_t Before = Reader.errors();
    bool IsMap =
        Reader.entries(Node, "exceptions", [&](const Key &K, const RuleNode &) {
          if (!llvm::is_contained(ExceptionKeys, K.Text))
            Reader.error(K, "unknown condition " + quotedText(K.Text) +
                                ": this exception matches nothing" +
                                Reader.suggestion(K.Text, ExceptionKeys));
        });
    for (StringRef Needed : {"check", "reason"})
      if (IsMap && !Node.find(Needed))
        Reader.error(Node, "an exception needs " + quotedText(Needed),
                     MistakeKind::MissingKey);
    ExceptionRecord Record = exceptionRecord(Node);
    if (Reader.errors() == Before)
      Layer.Exceptions.push_back(std::move(Record));
  }

  ExceptionRecord exceptionRecord(const RuleNode &Node) {
    ExceptionRecord Record;
    Record.Loc = Reader.at(Node);
    if (const RuleNode *Check = Node.find("check"))
      Record.Check = checkGlob(*Check);
    Record.Symbol = Reader.textOf(Node, "symbol");
    Record.Type = Reader.textOf(Node, "type");
    Record.Function = Reader.textOf(Node, "function");
    Record.Category = Reader.textOf(Node, "category");
    if (const RuleNode *Path = Node.find("path"))
      Record.Path = pathGlob(*Path, "path");
    Record.Reason = Reader.textOf(Node, "reason").value_or("");
    Record.Owner = Reader.textOf(Node, "owner").value_or("");
    if (const RuleNode *Expires = Node.find("expires"))
      Record.Expires = date(*Expires);
    return Record;
  }

  std::string checkGlob(const RuleNode &Node) {
    std::optional<std::string> Glob = Reader.text(Node, "check");
    if (!Glob)
      return {};
    if (std::string Problem = unknownCheck(*Glob); !Problem.empty())
      Reader.error(Node, std::move(Problem));
    return *Glob;
  }

  std::optional<Date> date(const RuleNode &Node) {
    std::optional<std::string> Text = Reader.text(Node, "expires");
    std::optional<Date> Day = Text ? Date::parse(*Text) : std::nullopt;
    if (Text && !Day)
      Reader.error(Node, "'expires' must be a day as YYYY-MM-DD, not " +
                             quotedText(*Text));
    return Day;
  }

  RuleFile &File;
  RuleReader Reader;
  const KnownNames *Known;
  RuleLayer Layer;
};

} // namespace

bool stateless::looksLikeRules(const RuleNode &Root) {
  auto IsKnown = [](const Key &K) {
    return llvm::is_contained(TopKeys, K.Text);
  };
  return 2 * llvm::count_if(Root.Keys, IsKnown) >
         static_cast<ptrdiff_t>(Root.Keys.size());
}

RuleLayer stateless::compileLayer(RuleFile &File, const KnownNames *Known) {
  return LayerReader(File, Known).read();
}
