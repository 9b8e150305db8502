//===- Mistakes.h - What is wrong in one rule file -------------*- C++ -*-===//
//
// The one way by which a mistake in a rule file becomes a diagnostic. It bounds
// how many there are, and it decides whether their messages may hold text of
// the file: a rule file may extend any file of the machine, and who wrote the
// rule file must not learn what the other one says. It must not know YAML, nor
// any key of the rules.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_MISTAKES_H
#define STATELESS_RULES_MISTAKES_H

#include "RuleDiagnostic.h"
#include "llvm/ADT/StringRef.h"

namespace stateless {

/// What rule files may have at most. Nothing that people write comes near.
namespace rulelimit {
constexpr size_t Depth = 64;           ///< Lists and maps within each other.
constexpr size_t Values = 200'000;     ///< Of one file, aliases expanded.
constexpr size_t AliasBytes = 4 << 20; ///< Text that aliases repeat.
constexpr size_t TextBytes = 4096;     ///< One key or value.
constexpr size_t Mistakes = 100;       ///< Told of one file.
// Of a file and all that it extends:
constexpr size_t Files = 16;
constexpr size_t Exceptions = 10'000;
constexpr size_t Exclusions = 2'000; ///< Patterns, braces expanded.
constexpr size_t Names = 20'000;     ///< In `models` and `writable-roots`.
} // namespace rulelimit

/// The kind of a mistake: what can be said of it without a word of the file.
enum class MistakeKind : uint8_t {
  Syntax,
  Limit,
  DuplicateKey,
  UnknownKey,
  MissingKey,
  WrongValue,
  Extends, ///< What it extends cannot be had.
};

/// Whether messages may hold text of the file, and why they may not.
enum class Quoting : uint8_t {
  Allowed,
  Outside,    ///< The file is not below the folder of the first rule file.
  NoRuleFile, ///< It has hardly a key of a rule file.
};

class Mistakes {
public:
  explicit Mistakes(llvm::StringRef File) : File(File.str()) {}

  /// Notes a mistake; line 0 is the whole file. \p Message may quote the file.
  void add(MistakeKind Kind, unsigned Line, unsigned Column,
           std::string Message);

  /// How many there are, also beyond those that are told.
  size_t count() const { return Count; }
  /// True if a further mistake is only counted: its message need not be good.
  bool isFull() const { return Found.size() >= rulelimit::Mistakes; }

  /// The diagnostics, in the order in which they were found; before them one
  /// that says how many were left out, if any. Without leave to quote, a
  /// message tells only the kind and why it tells no more.
  std::vector<RuleDiagnostic> told(Quoting Quote) const;

private:
  struct Mistake {
    MistakeKind Kind;
    RuleDiagnostic Told;
  };

  std::string File;
  std::vector<Mistake> Found;
  size_t Count = 0;
};

/// "'Text'", cut at the end of a character after about 60 bytes.
std::string quotedText(llvm::StringRef Text);

} // namespace stateless

#endif
