//===- RuleFile.h - YAML text to located syntax ----------------*- C++ -*-===//
//
// Turns the text of one rule file into a tree in which every key and value
// knows its line and column, and reports what is not YAML. It must not know
// any key of the rules, other files, or what a value means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_RULEFILE_H
#define STATELESS_RULES_RULEFILE_H

#include "Mistakes.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace stateless {

/// A value of a rule file. Lines and columns count from 1, columns in bytes.
struct RuleNode {
  enum NodeKind { Null, Scalar, List, Map } Kind = Null;

  struct Key {
    std::string Text;
    unsigned Line = 0, Column = 0;
  };

  unsigned Line = 0, Column = 0;
  std::string Text;            ///< Scalar.
  bool Quoted = false;         ///< Scalar: in quotes, or a block of text.
  std::vector<RuleNode> Items; ///< List, and the values of a Map in order.
  std::vector<Key> Keys;       ///< Map: as many as Items, no two alike.

  /// The value of \p Name in a Map, or null.
  const RuleNode *find(llvm::StringRef Name) const;
};

struct RuleFile {
  explicit RuleFile(llvm::StringRef Name) : Name(Name.str()), Found(Name) {}

  std::string Name;
  RuleNode Root; ///< Null for an empty file.
  Mistakes Found;

  SourceLocation at(unsigned Line, unsigned Column) const {
    return {Name, Line, Column};
  }
};

/// Parses \p Text; never throws. After a syntax error, and above a limit
/// (rulelimit), Root is Null; after a duplicate key the first one counts.
/// Aliases are expanded. The cost is n log n in the size of the text.
RuleFile parseRuleFile(llvm::StringRef Text, llvm::StringRef Name);

} // namespace stateless

#endif
