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
#include <deque>
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

/// What a copy of a node takes.
struct Extent {
  size_t Values = 1;
  size_t Bytes = 0;
  size_t Depth = 1; ///< 1: no list or map within.
};

Extent extentOf(const RuleNode &Node) {
  Extent Whole;
  Whole.Bytes = Node.Text.size();
  for (const RuleNode::Key &Key : Node.Keys)
    Whole.Bytes += Key.Text.size();
  size_t Below = 0;
  for (const RuleNode &Item : Node.Items) {
    Extent Part = extentOf(Item);
    Whole.Values += Part.Values;
    Whole.Bytes += Part.Bytes;
    Below = std::max(Below, Part.Depth);
  }
  Whole.Depth += Below;
  return Whole;
}

/// Thrown through yaml-cpp, which has no other way to stop; never leaves this
/// file.
struct Refusal {
  YAML::Mark Where;
  std::string Message;
  MistakeKind Kind = MistakeKind::Syntax;
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
    spendCopy(It->second, Mark);
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
    /// Map: the line of each key so far. Ordered, so that no choice of keys
    /// makes it slow.
    std::map<std::string, unsigned, std::less<>> LineOfKey;
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
    Values += Nodes;
    if (Values > rulelimit::Values)
      throw Refusal{Mark,
                    "more than " + std::to_string(rulelimit::Values) +
                        " values; do aliases repeat each other?",
                    MistakeKind::Limit};
  }

  /// Before \p Node is copied to where \p Mark is.
  void spendCopy(const RuleNode &Node, const YAML::Mark &Mark) {
    Extent Copy = extentOf(Node);
    spend(Copy.Values, Mark);
    CopiedBytes += Copy.Bytes;
    if (CopiedBytes > rulelimit::AliasBytes)
      throw Refusal{Mark,
                    "aliases repeat more than " +
                        std::to_string(rulelimit::AliasBytes >> 20) +
                        " MB of text",
                    MistakeKind::Limit};
    requireDepth(Open.size() + Copy.Depth - 1, Mark);
  }

  /// yaml-cpp calls itself for each list and map, and asks here before it goes
  /// into the next.
  void requireDepth(size_t Depth, const YAML::Mark &Mark) {
    if (Depth > rulelimit::Depth)
      throw Refusal{Mark,
                    "nested deeper than " + std::to_string(rulelimit::Depth) +
                        " levels",
                    MistakeKind::Limit};
  }

  void open(RuleNode::NodeKind Kind, YAML::anchor_t Anchor,
            const YAML::Mark &Mark) {
    if (expectsKey())
      throw Refusal{Mark, "a key must be plain text"};
    requireDepth(Open.size() + 1, Mark);
    Open.push_back({make(Kind, Mark), Anchor, Mark, std::nullopt, {}});
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
    if (Anchor) {
      spendCopy(Node, Mark);
      Anchors[Anchor] = Node;
    }
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
    auto [Earlier, IsNew] = Into.LineOfKey.try_emplace(Key.Text, Key.Line);
    if (!IsNew)
      return File.Found.add(MistakeKind::DuplicateKey, Key.Line, Key.Column,
                            "duplicate key " + quotedText(Key.Text) +
                                "; the first is in line " +
                                std::to_string(Earlier->second));
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
  std::deque<Frame> Open; ///< No frame is moved when another opens.
  std::map<YAML::anchor_t, RuleNode> Anchors;
  size_t Values = 0, CopiedBytes = 0;
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

void refuse(RuleFile &File, MistakeKind Kind, unsigned Line, unsigned Column,
            std::string Message) {
  File.Root = {};
  File.Found.add(Kind, Line, Column, std::move(Message));
}

/// Refuses \p Text for what stands at byte \p At, or would behind its end.
void refuseAt(RuleFile &File, MistakeKind Kind, llvm::StringRef Text, size_t At,
              std::string Message) {
  llvm::StringRef Before = Text.take_front(At);
  size_t LineStart = Before.rfind('\n') + 1; // npos + 1 is 0.
  refuse(File, Kind, Before.count('\n') + 1, Before.size() - LineStart + 1,
         std::move(Message));
}

void refuseByte(RuleFile &File, llvm::StringRef Text, size_t At) {
  unsigned char Byte = Text[At];
  refuseAt(File, MistakeKind::Syntax, Text, At,
           std::string("not UTF-8 text: byte 0x") +
               llvm::hexdigit(Byte >> 4, true) +
               llvm::hexdigit(Byte & 15, true));
}

/// \p Mark may be null: then the whole file is meant. Its position counts:
/// yaml-cpp goes on with the columns of what it asks for beyond the end.
void refuseAt(RuleFile &File, MistakeKind Kind, llvm::StringRef Text,
              const YAML::Mark &Mark, std::string Message) {
  if (Mark.is_null())
    return refuse(File, Kind, 0, 0, std::move(Message));
  refuseAt(File, Kind, Text, static_cast<size_t>(Mark.pos), std::move(Message));
}

} // namespace

RuleFile stateless::parseRuleFile(llvm::StringRef Text, llvm::StringRef Name) {
  RuleFile File(Name);
  Text.consume_front("\xef\xbb\xbf");
  if (std::optional<size_t> Bad = findBadByte(Text)) {
    refuseByte(File, Text, *Bad);
    return File;
  }
  std::istringstream Stream(Text.str());
  TreeBuilder Builder(File, Text);
  try {
    YAML::Parser Parser(Stream);
    while (Parser.HandleNextDocument(Builder)) {
    }
  } catch (const YAML::Exception &E) {
    refuseAt(File, MistakeKind::Syntax, Text, E.mark, "not YAML: " + E.msg);
  } catch (const Refusal &R) {
    refuseAt(File, R.Kind, Text, R.Where, R.Message);
  }
  return File;
}
