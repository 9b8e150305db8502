//===- FileModes.h - Does an open mode write? ------------------*- C++ -*-===//
//
// The mode languages of the libraries that open files. The numbers are those
// of Linux, of libstdc++ and libc++ (which agree), of Qt 5 and 6, of SQLite 3
// and of Boost.Beast; the names of database drivers are those that libraries
// share. It must not know paths.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_FILEMODES_H
#define STATELESS_CHECKS_FILEMODES_H

#include "analysis/PathValues.h"
#include "facts/Facts.h"

namespace stateless {

enum class ModeAnswer : uint8_t {
  Reads,
  Writes,
  Elsewhere, ///< Whatever it does, it does it to no file.
  Unknown,
};

/// \p Mode: what is known of the mode's text or number, in decimal.
ModeAnswer modeWrites(ModeSyntax Syntax, const KnownText &Mode);

} // namespace stateless

#endif
