//===- FileResources.h - One finding for a file and its owner --*- C++ -*-===//
//
// What one class or function does to one file is told once: where it is opened,
// appended to, renamed or deleted again stands in the notes. It must not know
// how the findings came about.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_FILERESOURCES_H
#define STATELESS_CHECKS_FILERESOURCES_H

#include "RequestEvidence.h"
#include "facts/Facts.h"

namespace stateless {

/// A finding on a file operation, and what it says of which file.
struct FileFinding {
  Verdict V;
  std::vector<Site> Sites; ///< From where requests lead to it.
  OperationKind Kind = OperationKind::Write;
  bool Folder = false; ///< It makes a folder.
  /// Done before the program serves, and what it opens is done with by then.
  bool AtStartUp = false;
  std::string Call;   ///< "'fopen' writes", "'mkdir' makes"
  llvm::StringRef At; ///< Between that and a path: "", or " at".
  SymbolId Owner;     ///< The class of the function at V.Loc, or the function.
  /// Of a path that is not complete, what tells it from others: the operation,
  /// if nothing at all is known of it; else where V is.
  Location Sink;
  std::string Path;      ///< What it writes; empty: not known.
  bool Complete = false; ///< Nothing follows Path.
  std::string From; ///< What it renames to that; empty: not known, or nothing.
};

/// One finding for each owner and path, and for each operation to which an
/// owner gives paths that nobody knows: the one with the best evidence. Files
/// that become others by a rename belong to those; so do folders that are made
/// for them. In the order of \p All.
std::vector<FileFinding> joinResources(std::vector<FileFinding> All);

} // namespace stateless

#endif
