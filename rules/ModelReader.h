//===- ModelReader.h - The `models` section --------------------*- C++ -*-===//
//
// Compiles the models of one rule file. It must not know what becomes of a
// model, nor the other sections.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_MODELREADER_H
#define STATELESS_RULES_MODELREADER_H

#include "RuleLayer.h"
#include "RuleReader.h"

namespace stateless {

/// The parts of a layer that stand under `models`.
struct ModelSection {
  Models Known;
  CheckModels ForChecks;
  std::vector<TypeCategories::Entry> Types;
  std::vector<VocabularySetting> StateKinds, OwnCategories, DataKinds;
};

/// Reads \p Node, the value of `models`. A model with a mistake is left out.
/// Which categories of types there are, other files say as well.
ModelSection readModels(RuleReader &Reader, const RuleNode &Node);

/// Adds a mistake to \p File for each key of its `type-categories` and
/// `own-categories` that is in neither list. Those of \p Elsewhere are not
/// suggested: they stand in files of which perhaps nothing may be told.
void requireCategories(RuleFile &File, llvm::ArrayRef<llvm::StringRef> Known,
                       llvm::ArrayRef<llvm::StringRef> Elsewhere);

} // namespace stateless

#endif
