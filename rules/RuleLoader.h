//===- RuleLoader.h - Which rule files there are ---------------*- C++ -*-===//
//
// Reads the shipped packs, the user's file and what it extends, each into a
// layer. It keeps the bounds that hold for all of them together, and knows
// which file may be quoted in messages. It must not know how layers are laid
// over each other.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_RULELOADER_H
#define STATELESS_RULES_RULELOADER_H

#include "RuleLayer.h"

namespace stateless {

struct LoadedLayers {
  std::vector<RuleLayer> Layers; ///< Nearest to the user first.
  std::vector<CheckRule> Checks; ///< All that exist, by id, with their texts.
  std::vector<RuleDiagnostic> Diagnostics; ///< In the order of the files.
};

LoadedLayers loadShipped();
/// \p UserFile and what it extends. A file that cannot be read, a circle and
/// more than rulelimit::Files are diagnostics.
LoadedLayers loadLayers(llvm::StringRef UserFile);
/// The same, with \p Text as what stands in \p Name.
LoadedLayers loadLayersFromText(llvm::StringRef Text, llvm::StringRef Name);

} // namespace stateless

#endif
