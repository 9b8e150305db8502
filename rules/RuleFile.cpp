//===- RuleFile.cpp - YAML text to located syntax -------------------------===//
//
// Builds the tree from yaml-cpp's events, because its own nodes lose duplicate
// keys and the positions of keys. Also refuses what yaml-cpp lets pass: text
// that is not UTF-8, quotes that never close, a second document.
//
//===----------------------------------------------------------------------===//
#include "RuleFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include <algorithm>
#include <map>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

using namespace stateless;

const RuleNode *RuleNode::find(llvm::StringRef Name) const {
  for (size_t I = 0; I < Keys.size(); ++I)
    if (Keys[I].Text == Name)
      return &Items[I];
  return nullptr;
}

namespace {

/// No rule file comes near this; aliases of aliases would.
constexpr size_t MaxNodes = 200000;

size_t countNodes(const RuleNode &Node) {
  size_t Count = 1;
  for (const RuleNode &Item : Node.Items)
    Count += countNodes(Item);
  return Count;
}

/// Thrown through yaml-cpp, which has no other way to stop; never leaves this
/// file.
struct Refusal {
  YAML::Mark Where;
  std::string Message;
};

class TreeBuilder final : public YAML::EventHandler {
public:
  TreeBuilder(RuleFile &File, llvm::StringRef Text) : File(File), Text(Text) {}

  void OnDocumentStart(const YAML::Mark &Mark) override {
    if (Documents++ > 0)
      throw Refusal{Mark, "a rule file holds one document; expected the end "
                          "of the file"};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark &Mark, YAML::anchor_t Anchor) override {
    RuleNode Node = make(RuleNode::Null, Mark);
    // yaml-cpp places a value that is not there at the next token.
    if (!Open.empty() && Open.back().PendingKey &&
        Open.back().PendingKey->Line != Node.Line) {
      Node.Line = Open.back().PendingKey->Line;
      Node.Column = Open.back().PendingKey->Column;
    }
    add(std::move(Node), Anchor, Mark);
  }

  void OnAlias(const YAML::Mark &Mark, YAML::anchor_t Anchor) override {
    auto It = Anchors.find(Anchor);
    if (It == Anchors.end())
      throw Refusal{Mark, "this alias refers to itself"};
    spend(countNodes(It->second), Mark);
    RuleNode Copy = It->second;
    Copy.Line = Mark.line + 1;
    Copy.Column = Mark.column + 1;
    add(std::move(Copy), 0, Mark);
  }

  void OnScalar(const YAML::Mark &Mark, const std::string &Tag,
                YAML::anchor_t Anchor, const std::string &Value) override {
    RuleNode Node = make(RuleNode::Scalar, Mark);
    Node.Text = Value;
    Node.Quoted = Tag == "!";
    if (Node.Quoted)
      requireClosingQuote(Mark);
    add(std::move(Node), Anchor, Mark);
  }

  void OnSequenceStart(const YAML::Mark &Mark, const std::string &,
                       YAML::anchor_t Anchor,
                       YAML::EmitterStyle::value) override {
    open(RuleNode::List, Anchor, Mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark &Mark, const std::string &,
                  YAML::anchor_t Anchor, YAML::EmitterStyle::value) override {
    open(RuleNode::Map, Anchor, Mark);
  }
  void OnMapEnd() override { close(); }

private:
  struct Frame {
    RuleNode Node;
    YAML::anchor_t Anchor = 0;
    YAML::Mark Start;
    /// Map: read, and its value not yet.
    std::optional<RuleNode::Key> PendingKey;
  };

  RuleNode make(RuleNode::NodeKind Kind, const YAML::Mark &Mark) {
    spend(1, Mark);
    RuleNode Node;
    Node.Kind = Kind;
    Node.Line = Mark.line + 1;
    Node.Column = Mark.column + 1;
    return Node;
  }

  void spend(size_t Nodes, const YAML::Mark &Mark) {
    Spent += Nodes;
    if (Spent > MaxNodes)
      throw Refusal{Mark, "too many values; do aliases repeat each other?"};
  }

  void open(RuleNode::NodeKind Kind, YAML::anchor_t Anchor,
            const YAML::Mark &Mark) {
    if (expectsKey())
      throw Refusal{Mark, "a key must be plain text"};
    Open.push_back({make(Kind, Mark), Anchor, Mark, std::nullopt});
  }

  void close() {
    Frame Done = std::move(Open.back());
    Open.pop_back();
    add(std::move(Done.Node), Done.Anchor, Done.Start);
  }

  bool expectsKey() const {
    return !Open.empty() && Open.back().Node.Kind == RuleNode::Map &&
           !Open.back().PendingKey;
  }

  void add(RuleNode Node, YAML::anchor_t Anchor, const YAML::Mark &Mark) {
    if (Anchor)
      Anchors[Anchor] = Node;
    if (Open.empty()) {
      File.Root = std::move(Node);
    } else if (expectsKey()) {
      if (Node.Kind != RuleNode::Scalar)
        throw Refusal{Mark, "a key must be plain text"};
      Open.back().PendingKey = {std::move(Node.Text), Node.Line, Node.Column};
    } else if (Open.back().Node.Kind == RuleNode::Map) {
      addEntry(Open.back(), std::move(Node));
    } else {
      Open.back().Node.Items.push_back(std::move(Node));
    }
  }

  void addEntry(Frame &Into, RuleNode Value) {
    RuleNode::Key Key = std::move(*Into.PendingKey);
    Into.PendingKey.reset();
    for (const RuleNode::Key &Earlier : Into.Node.Keys)
      if (Earlier.Text == Key.Text) {
        File.Diagnostics.push_back(
            {RuleDiagnostic::Error, File.at(Key.Line, Key.Column),
             "duplicate key '" + Key.Text + "'; the first is in line " +
                 std::to_string(Earlier.Line)});
        return;
      }
    Into.Node.Keys.push_back(std::move(Key));
    Into.Node.Items.push_back(std::move(Value));
  }

  void requireClosingQuote(const YAML::Mark &Mark) {
    char Quote = Text[Mark.pos];
    if (Quote != '"' && Quote != '\'')
      return; // A block of text.
    for (size_t I = Mark.pos + 1; I < Text.size(); ++I) {
      bool Escape =
          Quote == '"' ? Text[I] == '\\' : Text.substr(I).starts_with("''");
      if (Escape)
        ++I;
      else if (Text[I] == Quote)
        return;
    }
    throw Refusal{Mark, std::string("missing closing ") + Quote};
  }

  RuleFile &File;
  llvm::StringRef Text;
  std::vector<Frame> Open;
  std::map<YAML::anchor_t, RuleNode> Anchors;
  size_t Spent = 0;
  unsigned Documents = 0;
};

/// Where \p Text has a byte that no rule file holds, or nothing.
std::optional<size_t> findBadByte(llvm::StringRef Text) {
  auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.data());
  const llvm::UTF8 *Cursor = Begin;
  if (!llvm::isLegalUTF8String(&Cursor, Begin + Text.size()))
    return Cursor - Begin;
  auto IsControl = [](unsigned char C) {
    return C < 0x20 && C != '\t' && C != '\n' && C != '\r';
  };
  auto It = std::find_if(Text.begin(), Text.end(), IsControl);
  if (It != Text.end())
    return It - Text.begin();
  return std::nullopt;
}

SourceLocation locate(const RuleFile &File, llvm::StringRef Text, size_t At) {
  llvm::StringRef Before = Text.take_front(At);
  size_t LineStart = Before.rfind('\n') + 1; // npos + 1 is 0.
  return File.at(Before.count('\n') + 1, At - LineStart + 1);
}

void fail(RuleFile &File, SourceLocation Loc, std::string Message) {
  File.Root = {};
  File.Diagnostics.push_back(
      {RuleDiagnostic::Error, std::move(Loc), std::move(Message)});
}

} // namespace

RuleFile stateless::parseRuleFile(llvm::StringRef Text, llvm::StringRef Name) {
  RuleFile File;
  File.Name = Name.str();
  Text.consume_front("\xef\xbb\xbf");
  if (std::optional<size_t> Bad = findBadByte(Text)) {
    unsigned char Byte = Text[*Bad];
    fail(File, locate(File, Text, *Bad),
         std::string("not UTF-8 text: byte 0x") +
             llvm::hexdigit(Byte >> 4, true) + llvm::hexdigit(Byte & 15, true));
    return File;
  }
  std::istringstream Stream(Text.str());
  TreeBuilder Builder(File, Text);
  auto At = [&](const YAML::Mark &Mark) {
    return Mark.is_null() ? File.at(0, 0)
                          : File.at(Mark.line + 1, Mark.column + 1);
  };
  try {
    YAML::Parser Parser(Stream);
    while (Parser.HandleNextDocument(Builder)) {
    }
  } catch (const YAML::Exception &E) {
    fail(File, At(E.mark), "not YAML: " + E.msg);
  } catch (const Refusal &R) {
    fail(File, At(R.Where), R.Message);
  }
  return File;
}
