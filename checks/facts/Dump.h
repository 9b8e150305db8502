//===- Dump.h - Facts as a person reads them -------------------*- C++ -*-===//
//
// Indented JSON with ids replaced by what they stand for and default fields
// left out: for debugging, goldens and bug reports. Nothing reads it back. It
// must not know what the facts are used for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_DUMP_H
#define STATELESS_FACTS_DUMP_H

#include "facts/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace stateless {

/// The names by which to show symbols; one that is missing is shown as it is.
using SymbolNames = llvm::DenseMap<SymbolId, StringId>;

/// `concat("/var/lib/", param 0)`. Cut off with "..." after some 1,000 bytes.
std::string valueText(ValueId Id, llvm::ArrayRef<Value> Values,
                      const StringTable &Strings,
                      const SymbolNames &Names = SymbolNames());

void dumpFacts(const TuFacts &Facts, llvm::raw_ostream &OS);
void dumpProgram(const Program &P, llvm::raw_ostream &OS);

} // namespace stateless

#endif
