//===- RuleFileFuzzer.cpp - Any text as one rule file ---------------------===//
//
// From text to YAML to what the file says, without the files that it extends
// (those are RuleLoadingFuzzer's). Each node must know its place, each mistake
// must stand at one, and what is accepted must be in order.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include "PathGlob.h"
#include "Positions.h"
#include "RuleLayer.h"

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

static void checkNode(const RuleNode &Node, const fuzz::Positions &Inside) {
  require(Node.Kind == RuleNode::Null || Node.Line > 0, "a node has a place");
  require(Inside.hold(Node.Line, Node.Column), "a node is inside the text");
  require(Node.Kind == RuleNode::Map ? Node.Keys.size() == Node.Items.size()
                                     : Node.Keys.empty(),
          "each key has a value");
  for (const RuleNode::Key &Key : Node.Keys)
    require(Inside.hold(Key.Line, Key.Column) && Node.find(Key.Text),
            "a key is inside the text");
  for (const RuleNode &Item : Node.Items)
    checkNode(Item, Inside);
}

static void checkLayer(const RuleLayer &Layer, const fuzz::Positions &Inside) {
  for (const RuleLayer::Patterns *Paths : {&Layer.Exclude, &Layer.ThirdParty})
    for (const std::string &Glob : Paths->Globs)
      require(!pathGlobError(Glob), "a path pattern in order");
  for (const ExceptionRecord &Record : Layer.Exceptions) {
    require(!Record.Check.empty(), "an exception names its check");
    require(!Record.Path || !pathGlobError(*Record.Path), "a path in order");
    require(Inside.hold(Record.Loc.Line, Record.Loc.Column), "its place");
  }
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  RuleFile File = parseRuleFile(Text, "rules.yaml");
  Text.consume_front("\xef\xbb\xbf"); // Editors do not count it.
  fuzz::Positions Inside(Text);
  checkNode(File.Root, Inside);
  const KnownNames Known{{"stateless-mutable-global", "stateless-session-map"},
                         {"logger", "synchronization"}};
  RuleLayer Layer = compileLayer(File, &Known);
  std::vector<RuleDiagnostic> Told = File.Found.told(Quoting::Allowed);
  for (const RuleDiagnostic &D : Told) {
    require(!D.Message.empty(), "a mistake is told");
    require(Inside.hold(D.Loc.Line, D.Loc.Column),
            "a mistake is inside the text");
  }
  if (Told.empty())
    checkLayer(Layer, Inside);
  return 0;
}
