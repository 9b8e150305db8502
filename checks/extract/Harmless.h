//===- Harmless.h - The second lock on what a parse may do -----*- C++ -*-===//
//
// Whatever options have come through, an invocation that went through here
// writes, logs, loads and executes nothing, and reads no compiled modules. It
// must not know where the invocation comes from.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_HARMLESS_H
#define STATELESS_EXTRACT_HARMLESS_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class CompilerInvocation;
} // namespace clang

namespace stateless {

/// Keeps what says what the code means; all else is as in a new invocation.
void makeHarmless(clang::CompilerInvocation &Invocation);

/// "CUDA", if the main file is in a language that is not analysed; or "".
llvm::StringRef foreignLanguageOf(const clang::CompilerInvocation &Invocation);

} // namespace stateless

#endif
