//===- RuleReader.cpp - Typed reading of located syntax -------------------===//
//
// Every message has one form: "'KEY' must be WHAT, not GOT", so that a reader
// learns what to write from the message alone.
//
//===----------------------------------------------------------------------===//
#include "RuleReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace stateless;
using llvm::StringRef;

std::string RuleReader::suggestion(StringRef Word,
                                   llvm::ArrayRef<StringRef> Known) const {
  if (File.Found.isFull())
    return {};
  StringRef Best;
  unsigned BestDistance = ~0U;
  for (StringRef Candidate : Known) {
    size_t Longer = std::max(Word.size(), Candidate.size());
    unsigned Limit = static_cast<unsigned>((Longer + 2) / 3);
    unsigned Distance = Word.edit_distance(Candidate, true, Limit);
    if (Distance > Limit || Distance >= Longer || Distance >= BestDistance)
      continue;
    Best = Candidate;
    BestDistance = Distance;
  }
  return Best.empty() ? std::string() : "; did you mean '" + Best.str() + "'?";
}

std::optional<bool> stateless::asFlag(const RuleNode &Node) {
  if (Node.Kind != RuleNode::Scalar || Node.Quoted)
    return std::nullopt;
  if (Node.Text == "on" || Node.Text == "true")
    return true;
  if (Node.Text == "off" || Node.Text == "false")
    return false;
  return std::nullopt;
}

static std::string describe(const RuleNode &Node) {
  switch (Node.Kind) {
  case RuleNode::Null:
    return "empty";
  case RuleNode::Scalar:
    return quotedText(Node.Text);
  case RuleNode::List:
    return "a list";
  case RuleNode::Map:
    return "a map";
  }
  llvm_unreachable("covered switch");
}

static std::string mustBe(StringRef What, StringRef Expected,
                          const RuleNode &Got) {
  return (quotedText(What) + " must be " + Expected + ", not " + describe(Got))
      .str();
}

void RuleReader::error(const RuleNode &Where, std::string Message,
                       MistakeKind Kind) {
  File.Found.add(Kind, Where.Line, Where.Column, std::move(Message));
}

void RuleReader::error(const RuleNode::Key &Where, std::string Message,
                       MistakeKind Kind) {
  File.Found.add(Kind, Where.Line, Where.Column, std::move(Message));
}

bool RuleReader::entries(
    const RuleNode &Node, StringRef What,
    llvm::function_ref<void(const RuleNode::Key &, const RuleNode &)> Visit) {
  if (Node.Kind != RuleNode::Map) {
    error(Node, mustBe(What, "a map", Node));
    return false;
  }
  for (size_t I = 0; I < Node.Keys.size(); ++I)
    Visit(Node.Keys[I], Node.Items[I]);
  return true;
}

bool RuleReader::entries(
    const RuleNode &Node, StringRef What, llvm::ArrayRef<StringRef> Known,
    llvm::function_ref<void(const RuleNode::Key &, const RuleNode &)> Visit) {
  return entries(
      Node, What, [&](const RuleNode::Key &Key, const RuleNode &Value) {
        if (llvm::is_contained(Known, Key.Text))
          Visit(Key, Value);
        else
          error(Key, "unknown key " + quotedText(Key.Text) + " in " +
                         quotedText(What) + suggestion(Key.Text, Known));
      });
}

void RuleReader::items(const RuleNode &Node, StringRef What,
                       llvm::function_ref<void(const RuleNode &)> Visit) {
  if (Node.Kind != RuleNode::List)
    return error(Node, mustBe(What, "a list", Node));
  for (const RuleNode &Item : Node.Items)
    Visit(Item);
}

std::optional<std::string> RuleReader::text(const RuleNode &Node,
                                            StringRef What) {
  StringRef Text = Node.Text;
  if (Node.Kind != RuleNode::Scalar)
    error(Node, mustBe(What, "text", Node));
  else if (Text.trim().empty())
    error(Node, quotedText(What) + " must not be empty");
  else if (Text.size() > rulelimit::TextBytes)
    error(Node,
          quotedText(What) + " is longer than " +
              std::to_string(rulelimit::TextBytes) + " bytes",
          MistakeKind::Limit);
  else if (Text.contains('\0'))
    error(Node, quotedText(What) + " must not hold a null character");
  else
    return Node.Text;
  return std::nullopt;
}

std::optional<std::string> RuleReader::textOf(const RuleNode &Node,
                                              StringRef Name) {
  const RuleNode *Value = Node.find(Name);
  return Value ? text(*Value, Name) : std::nullopt;
}

std::vector<std::string> RuleReader::texts(const RuleNode &Node,
                                           StringRef What) {
  std::vector<std::string> Result;
  auto Add = [&](const RuleNode &Item) {
    if (std::optional<std::string> Text = text(Item, What))
      Result.push_back(std::move(*Text));
  };
  if (Node.Kind == RuleNode::Scalar)
    Add(Node);
  else
    items(Node, What, Add);
  return Result;
}

std::optional<int> RuleReader::number(const RuleNode &Node, StringRef What,
                                      StringRef Or) {
  unsigned Number = 0;
  if (Node.Kind == RuleNode::Scalar && !Node.Quoted &&
      llvm::to_integer(Node.Text, Number, 10) && Number <= 255)
    return static_cast<int>(Number);
  std::string Expected = (Or + "a whole number from 0 to 255").str();
  error(Node, mustBe(What, Expected, Node));
  return std::nullopt;
}

std::optional<size_t> RuleReader::word(const RuleNode &Node, StringRef What,
                                       llvm::ArrayRef<StringRef> Words) {
  auto It = Node.Kind == RuleNode::Scalar ? llvm::find(Words, Node.Text)
                                          : Words.end();
  if (It != Words.end())
    return It - Words.begin();
  std::string Choice = "one of " + llvm::join(Words, ", ");
  error(Node, mustBe(What, Choice, Node) + suggestion(Node.Text, Words));
  return std::nullopt;
}

std::optional<bool> RuleReader::flag(const RuleNode &Node, StringRef What) {
  if (std::optional<bool> Flag = asFlag(Node))
    return Flag;
  error(Node, mustBe(What, "on or off", Node));
  return std::nullopt;
}
