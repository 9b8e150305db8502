//===- RuleReader.h - Typed reading of located syntax ----------*- C++ -*-===//
//
// Takes values out of a rule file's tree, and turns each one that is not what
// it should be into a diagnostic at its place that says what was expected. It
// must not know any key of the rules; callers name them.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_RULEREADER_H
#define STATELESS_RULES_RULEREADER_H

#include "RuleFile.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace stateless {

/// Reads one file. Getters return nothing after they reported a mistake.
class RuleReader {
public:
  explicit RuleReader(RuleFile &File) : File(File) {}

  void error(const RuleNode &Where, std::string Message,
             MistakeKind Kind = MistakeKind::WrongValue);
  void error(const RuleNode::Key &Where, std::string Message,
             MistakeKind Kind = MistakeKind::UnknownKey);
  /// "; did you mean 'x'?" with the member of \p Known nearest to \p Word, or
  /// "" where nothing is near, or where a message is not told any more.
  std::string suggestion(llvm::StringRef Word,
                         llvm::ArrayRef<llvm::StringRef> Known) const;
  SourceLocation at(const RuleNode &Node) const {
    return File.at(Node.Line, Node.Column);
  }
  /// Errors so far: tells whether what was read since is to be trusted.
  size_t errors() const { return File.Found.count(); }

  /// Calls \p Visit for each entry of the map \p Node; anything but a map is
  /// an error that says what \p What should be. Returns whether it is one.
  bool entries(
      const RuleNode &Node, llvm::StringRef What,
      llvm::function_ref<void(const RuleNode::Key &, const RuleNode &)> Visit);
  /// The same with the keys \p Known only; any other is an error.
  bool entries(
      const RuleNode &Node, llvm::StringRef What,
      llvm::ArrayRef<llvm::StringRef> Known,
      llvm::function_ref<void(const RuleNode::Key &, const RuleNode &)> Visit);
  /// Calls \p Visit for each item of the list \p Node.
  void items(const RuleNode &Node, llvm::StringRef What,
             llvm::function_ref<void(const RuleNode &)> Visit);

  /// Text that is not empty, of at most rulelimit::TextBytes, without a null
  /// character.
  std::optional<std::string> text(const RuleNode &Node, llvm::StringRef What);
  /// The text of the key \p Name of the map \p Node, if it has that key.
  std::optional<std::string> textOf(const RuleNode &Node, llvm::StringRef Name);
  /// A list of text; one text stands for a list of one.
  std::vector<std::string> texts(const RuleNode &Node, llvm::StringRef What);
  /// A whole number from 0 to 255. \p Or names what else would do.
  std::optional<int> number(const RuleNode &Node, llvm::StringRef What,
                            llvm::StringRef Or = {});
  /// The position of the text in \p Words.
  std::optional<size_t> word(const RuleNode &Node, llvm::StringRef What,
                             llvm::ArrayRef<llvm::StringRef> Words);
  /// on, off, true or false.
  std::optional<bool> flag(const RuleNode &Node, llvm::StringRef What);

private:
  RuleFile &File;
};

/// on, off, true, false without quotes; nothing for any other value.
std::optional<bool> asFlag(const RuleNode &Node);

} // namespace stateless

#endif
