//===- Packs.h - The rules that ship with the tool -------------*- C++ -*-===//
//
// The text of rules/packs and of the schema, compiled into the binary, so that
// it needs no file beside it. It must not know what the text says.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_PACKS_H
#define STATELESS_RULES_PACKS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace stateless {

struct Pack {
  llvm::StringRef Name; ///< "<default>", "<models/std.yaml>".
  llvm::StringRef Text;
};

/// The default first, then the models by name.
llvm::ArrayRef<Pack> shippedPacks();

/// rules/schema.json, in which "@models" stands for the kinds of models.
llvm::StringRef shippedSchema();

} // namespace stateless

#endif
