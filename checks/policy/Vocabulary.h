//===- Vocabulary.h - Names that the rules give a meaning ------*- C++ -*-===//
//
// Word lists over identifiers, and categories of types: the matchers by which
// policy reaches a check. They must not know any particular name; those come
// from the rules.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_VOCABULARY_H
#define STATELESS_POLICY_VOCABULARY_H

#include "facts/Globs.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stateless {

/// Splits an identifier into lower-case words: "activeUserSessions_" gives
/// active, user, sessions; "HTTPToken2" gives http, token, 2.
std::vector<std::string> identifierWords(llvm::StringRef Identifier);

/// Which types are what: "synchronization", "logger", "keyed-container", ...
/// A type is named without template arguments and inline namespaces.
class TypeCategories {
public:
  struct Entry {
    std::string Category;
    std::vector<std::string> Types; ///< Globs.
  };

  TypeCategories() = default;
  explicit TypeCategories(std::vector<Entry> Entries);

  /// The first category, in the order of the rules, that names \p Type.
  std::optional<llvm::StringRef> categoryOf(llvm::StringRef Type) const;
  /// True if \p Category names \p Type, be it the first to do so or not.
  bool is(llvm::StringRef Type, llvm::StringRef Category) const;
  llvm::ArrayRef<Entry> entries() const { return Entries; }

private:
  std::vector<Entry> Entries;
  llvm::StringMap<llvm::SmallVector<unsigned, 1>> Exact; ///< Entry indices.
  std::vector<std::pair<unsigned, std::string>> Globs;   ///< In entry order.
};

/// Kinds of state by the words of their names. A name without '*' or '?'
/// matches a word of the identifier, singular or plural; several words
/// ("auth token") match in sequence; one with '*' or '?' is a glob over the
/// whole identifier. Case never counts. A name after '-' excludes: the words
/// that it matches ("-user agent") say nothing of the kind, and an identifier
/// that its glob matches is not of the kind at all; it holds for all entries of
/// the same kind.
class Vocabulary {
public:
  struct Entry {
    std::string Kind; ///< "session"
    std::vector<std::string> Names;
  };

  Vocabulary() = default;
  explicit Vocabulary(std::vector<Entry> Entries);

  /// The first kind, in the order of the rules, that \p Identifier speaks of.
  std::optional<llvm::StringRef> kindOf(llvm::StringRef Identifier) const;
  llvm::ArrayRef<Entry> entries() const { return Entries; }

private:
  struct Pattern {
    unsigned Entry;
    std::string Glob;               ///< Lower case; empty: by Words.
    std::vector<std::string> Words; ///< Lower case.
  };

  /// Which of \p Words say nothing of \p Kind; nothing if none does.
  std::optional<std::vector<bool>>
  hiddenWords(llvm::StringRef Kind, llvm::StringRef Lowered,
              llvm::ArrayRef<std::string> Words) const;

  std::vector<Entry> Entries;
  std::vector<Pattern> Inclusions, Exclusions;
};

} // namespace stateless

#endif
