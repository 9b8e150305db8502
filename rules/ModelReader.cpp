//===- ModelReader.cpp - The `models` section -----------------------------===//
//
// One function per section. Each reads all keys before it gives up a model, so
// that every mistake in it is reported.
//
//===----------------------------------------------------------------------===//
#include "ModelReader.h"

using namespace stateless;
using llvm::StringRef;

namespace {

using Key = RuleNode::Key;

constexpr StringRef ModelKeys[] = {"file-writers",    "value-functions",
                                   "forwards",        "pure",
                                   "entry-points",    "serving-calls",
                                   "request-sources", "synchronous-callers",
                                   "generated-files", "allocators",
                                   "type-categories", "state-kinds"};
constexpr StringRef FileWriterKeys[] = {
    "function",    "kind",    "path",         "mode",
    "mode-syntax", "display", "implied-mode", "base"};
constexpr StringRef ValueFunctionKeys[] = {"function", "kind", "arguments"};
constexpr StringRef PureKeys[] = {"function", "arguments"};
constexpr StringRef ForwardKeys[] = {"function", "argument"};
constexpr StringRef EntryPointKeys[] = {
    "call",   "override",        "handler", "route", "route-call",
    "method", "method-argument", "kind",    "once",  "members"};
constexpr StringRef StateKindKeys[] = {"names"};
constexpr StringRef ReplaceKeys[] = {"replace"};

// In the order of the enumerators.
constexpr StringRef EffectWords[] = {"open",     "write",    "rename", "delete",
                                     "database", "log-sink", "shell"};
constexpr StringRef ModeWords[] = {"none", "stdio", "posix",
                                   "ios",  "qt",    "sqlite"};
constexpr StringRef ValueWords[] = {
    "same",        "concat",         "join",         "format", "format-into",
    "environment", "temp-directory", "command-line", "parent"};
constexpr StringRef EntryWords[] = {"request", "message", "timer",
                                    "signal",  "thread",  "exit"};

class SectionReader {
public:
  SectionReader(RuleReader &Reader, const KnownNames *Known)
      : Reader(Reader), Known(Known) {}

  ModelSection read(const RuleNode &Node) {
    Reader.entries(Node, "models", ModelKeys,
                   [&](const Key &K, const RuleNode &Value) {
                     readSection(K.Text, Value);
                   });
    return std::move(Section);
  }

private:
  void readSection(StringRef Name, const RuleNode &Node) {
    Models &M = Section.Known;
    if (Name == "file-writers")
      M.Files = list(Node, Name, &SectionReader::fileWriter);
    else if (Name == "value-functions")
      M.Values = list(Node, Name, &SectionReader::valueFunction);
    else if (Name == "forwards")
      M.Forwards = list(Node, Name, &SectionReader::forward);
    else if (Name == "entry-points")
      M.EntryPoints = list(Node, Name, &SectionReader::entryPoint);
    else if (Name == "serving-calls")
      readRoles(Node, Name, CallRole::Serves);
    else if (Name == "request-sources")
      readRoles(Node, Name, CallRole::Receives);
    else if (Name == "synchronous-callers")
      readRoles(Node, Name, CallRole::RunsNow);
    else if (Name == "allocators")
      for (std::string &Function : Reader.texts(Node, Name))
        M.Allocators.push_back({std::move(Function)});
    else if (Name == "pure")
      M.Pure = list(Node, Name, &SectionReader::pure);
    else if (Name == "generated-files")
      M.GeneratedFiles = Reader.texts(Node, Name);
    else if (Name == "type-categories")
      readTypes(Node);
    else
      readStateKinds(Node);
  }

  template <typename Model>
  std::vector<Model> list(const RuleNode &Node, StringRef Name,
                          Model (SectionReader::*Read)(const RuleNode &)) {
    std::vector<Model> Result;
    Reader.items(Node, Name, [&](const RuleNode &Item) {
      size_t Before = Reader.errors();
      Model M = (this->*Read)(Item);
      if (Reader.errors() == Before)
        Result.push_back(std::move(M));
    });
    return Result;
  }

  void require(const RuleNode &Node, StringRef What, StringRef Name) {
    if (Node.Kind == RuleNode::Map && !Node.find(Name))
      Reader.error(Node, quotedText(What) + " needs " + quotedText(Name),
                   MistakeKind::MissingKey);
  }

  ArgumentIndex argument(const RuleNode &Node, StringRef What) {
    if (Node.Kind == RuleNode::Scalar && Node.Text == "receiver")
      return ReceiverArgument;
    return Reader.number(Node, What, "'receiver' or ").value_or(0);
  }

  std::vector<ArgumentIndex> arguments(const RuleNode &Node, StringRef What) {
    if (Node.Kind != RuleNode::List)
      return {argument(Node, What)};
    std::vector<ArgumentIndex> Result;
    for (const RuleNode &Item : Node.Items)
      Result.push_back(argument(Item, What));
    return Result;
  }

  template <typename Enum>
  Enum word(const RuleNode &Node, StringRef What,
            llvm::ArrayRef<StringRef> Words) {
    return static_cast<Enum>(Reader.word(Node, What, Words).value_or(0));
  }

  FileModel fileWriter(const RuleNode &Node) {
    FileModel M;
    StringRef What = "file-writers";
    Reader.entries(Node, What, FileWriterKeys,
                   [&](const Key &K, const RuleNode &V) {
                     if (K.Text == "function")
                       M.Function = Reader.text(V, K.Text).value_or("");
                     else if (K.Text == "kind")
                       M.Kind = word<EffectKind>(V, K.Text, EffectWords);
                     else if (K.Text == "path")
                       M.Paths = arguments(V, K.Text);
                     else if (K.Text == "mode")
                       M.Mode = argument(V, K.Text);
                     else if (K.Text == "base")
                       M.Base = argument(V, K.Text);
                     else if (K.Text == "mode-syntax")
                       M.Syntax = word<ModeSyntax>(V, K.Text, ModeWords);
                     else if (K.Text == "implied-mode")
                       M.ImpliedMode = Reader.text(V, K.Text).value_or("");
                     else
                       M.Display = Reader.text(V, K.Text).value_or("");
                   });
    require(Node, What, "function");
    require(Node, What, "path");
    if (Node.find("mode"))
      require(Node, What, "mode-syntax");
    if (Node.find("implied-mode"))
      require(Node, What, "mode-syntax");
    return M;
  }

  ValueModel valueFunction(const RuleNode &Node) {
    ValueModel M;
    StringRef What = "value-functions";
    Reader.entries(Node, What, ValueFunctionKeys,
                   [&](const Key &K, const RuleNode &V) {
                     if (K.Text == "function")
                       M.Function = Reader.text(V, K.Text).value_or("");
                     else if (K.Text == "kind")
                       M.Kind = word<ValueModelKind>(V, K.Text, ValueWords);
                     else
                       M.Args = arguments(V, K.Text);
                   });
    require(Node, What, "function");
    require(Node, What, "kind");
    return M;
  }

  /// A name alone, or with the arguments that the function leaves alone.
  PureModel pure(const RuleNode &Node) {
    PureModel M;
    StringRef What = "pure";
    if (Node.Kind == RuleNode::Scalar) {
      M.Function = Reader.text(Node, What).value_or("");
      return M;
    }
    Reader.entries(Node, What, PureKeys, [&](const Key &K, const RuleNode &V) {
      if (K.Text == "function")
        M.Function = Reader.text(V, K.Text).value_or("");
      else
        M.Args = arguments(V, K.Text);
    });
    require(Node, What, "function");
    return M;
  }

  ForwardModel forward(const RuleNode &Node) {
    ForwardModel M;
    StringRef What = "forwards";
    Reader.entries(Node, What, ForwardKeys,
                   [&](const Key &K, const RuleNode &V) {
                     if (K.Text == "function")
                       M.Function = Reader.text(V, K.Text).value_or("");
                     else
                       M.Argument = argument(V, K.Text);
                   });
    require(Node, What, "function");
    return M;
  }

  EntryPointModel entryPoint(const RuleNode &Node) {
    EntryPointModel M;
    StringRef What = "entry-points";
    Reader.entries(Node, What, EntryPointKeys,
                   [&](const Key &K, const RuleNode &V) {
                     if (K.Text == "call")
                       M.Call = Reader.text(V, K.Text).value_or("");
                     else if (K.Text == "override")
                       M.Override = Reader.text(V, K.Text).value_or("");
                     else if (K.Text == "handler")
                       M.Handlers = arguments(V, K.Text);
                     else if (K.Text == "members")
                       M.Members = Reader.texts(V, K.Text);
                     else if (K.Text == "route")
                       M.Route = arguments(V, K.Text);
                     else if (K.Text == "route-call")
                       M.RouteCall = Reader.text(V, K.Text).value_or("");
                     else if (K.Text == "method")
                       M.Method = Reader.text(V, K.Text).value_or("");
                     else if (K.Text == "method-argument")
                       M.Verb = argument(V, K.Text);
                     else if (K.Text == "kind")
                       M.Kind = word<EntryKind>(V, K.Text, EntryWords);
                     else
                       M.Once = Reader.flag(V, K.Text).value_or(false);
                   });
    if (Node.Kind != RuleNode::Map)
      return M;
    bool Overrides = Node.find("override");
    if (Overrides == (Node.find("call") != nullptr))
      Reader.error(Node, "'entry-points' needs 'call' or 'override'",
                   MistakeKind::MissingKey);
    if (!Overrides)
      require(Node, What, "handler");
    for (StringRef Needless : {"handler", "route", "route-call", "once"})
      if (Overrides && Node.find(Needless))
        Reader.error(Node, ("'" + Needless + "' goes with 'call'").str());
    if (Node.find("route-call"))
      require(Node, What, "route");
    return M;
  }

  void readRoles(const RuleNode &Node, StringRef Name, CallRole Role) {
    for (std::string &Function : Reader.texts(Node, Name))
      Section.Known.Roles.push_back({std::move(Function), Role});
  }

  void readTypes(const RuleNode &Node) {
    auto Read = [&](const Key &K, const RuleNode &Value) {
      Section.Types.push_back({K.Text, Reader.texts(Value, K.Text)});
    };
    if (Known)
      Reader.entries(Node, "type-categories", Known->Categories, Read);
    else
      Reader.entries(Node, "type-categories", Read);
  }

  void readStateKinds(const RuleNode &Node) {
    Reader.entries(
        Node, "state-kinds", [&](const Key &Kind, const RuleNode &Value) {
          auto Read = [&](const Key &, const RuleNode &Names) {
            Section.StateKinds.push_back(stateKind(Kind.Text, Names));
          };
          Reader.entries(Value, Kind.Text, StateKindKeys, Read);
          require(Value, Kind.Text, "names");
        });
  }

  StateKindSetting stateKind(StringRef Kind, const RuleNode &Names) {
    StateKindSetting Setting;
    Setting.Kind.Kind = Kind.str();
    if (Names.Kind != RuleNode::Map) {
      Setting.Kind.Names = Reader.texts(Names, "names");
      return Setting;
    }
    Reader.entries(Names, "names", ReplaceKeys,
                   [&](const Key &K, const RuleNode &Value) {
                     Setting.Kind.Names = Reader.texts(Value, K.Text);
                     Setting.Replace = true;
                   });
    return Setting;
  }

  RuleReader &Reader;
  const KnownNames *Known;
  ModelSection Section;
};

} // namespace

ModelSection stateless::readModels(RuleReader &Reader, const RuleNode &Node,
                                   const KnownNames *Known) {
  return SectionReader(Reader, Known).read(Node);
}
