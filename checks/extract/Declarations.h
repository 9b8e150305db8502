//===- Declarations.h - The declarations of a unit, as facts ---*- C++ -*-===//
//
// Walks the project's declarations of one AST and records variables, fields,
// classes and functions, with their bodies. System headers are passed over. It
// must not know how the AST was made.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_DECLARATIONS_H
#define STATELESS_EXTRACT_DECLARATIONS_H

#include "extract/TuContext.h"

namespace stateless {

void extractDeclarations(TuContext &Tu);

} // namespace stateless

#endif
