//===- Inventory.h - The audit: all state, each with a verdict -*- C++ -*-===//
//
// Prints every state object that the checks looked at, benign and excepted
// ones included, as text. It must not decide anything: verdicts come in
// finished.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_INVENTORY_H
#define STATELESS_DRIVER_INVENTORY_H

#include "report/Report.h"

namespace stateless {

void writeInventory(const RunResult &Result, bool Quiet, llvm::raw_ostream &OS);

} // namespace stateless

#endif
