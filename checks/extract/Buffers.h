//===- Buffers.h - Texts in arrays of characters ----------------*- C++ -*-===//
//
// Which buffer an expression points to, and what text an initialiser leaves in
// it. It must not know what becomes of the text.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_BUFFERS_H
#define STATELESS_EXTRACT_BUFFERS_H

#include "extract/TuContext.h"
#include "clang/AST/Expr.h"
#include <optional>

namespace stateless {

struct Buffer {
  /// A variable or a field: an array, a container, a pointer, a string. Null:
  /// none is seen.
  const clang::Expr *Of = nullptr;
  bool FromStart = true; ///< False: something behind its start is meant.
};

/// The buffer that \p E names, points to or has an element of. What writes a
/// text into a buffer and returns that is seen through.
Buffer bufferOf(const clang::Expr *E, TuContext &Tu);

/// The local that is the buffer \p B; null: it is none.
const clang::VarDecl *localIn(const Buffer &B);

/// The text in an array of characters that \p E initialises; nothing if it is
/// another initialiser, or is not constant.
std::optional<std::string> listedText(const clang::Expr *E,
                                      const clang::ASTContext &Ast);

/// True for a constant that is 0.
bool isZero(const clang::Expr *E, const clang::ASTContext &Ast);

/// True for memory that nobody has written text into: of an allocator, of new,
/// an object of a library that holds characters.
bool isFresh(const clang::Expr *E, TuContext &Tu);

} // namespace stateless

#endif
