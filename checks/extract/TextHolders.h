//===- TextHolders.h - Which classes have objects with texts ---*- C++ -*-===//
//
// Says which classes of the project hold texts, in a field or in the object of
// a field. The values of their objects are followed as texts are. It must not
// know what an object holds.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_TEXTHOLDERS_H
#define STATELESS_EXTRACT_TEXTHOLDERS_H

#include "extract/ModelIndex.h"
#include "extract/Names.h"
#include "extract/Types.h"

namespace stateless {

class TextHolders {
public:
  TextHolders(Names &Namer, Types &Typer, ModelIndex &Known)
      : Namer(Namer), Typer(Typer), Known(Known) {}

  /// The class of the object, or objects, that \p T is, refers or points to, if
  /// they hold texts; else null.
  const clang::RecordDecl *of(clang::QualType T);

  /// True for a text itself: characters, or an object of a library's class.
  bool isText(clang::QualType T);

private:
  bool holds(const clang::RecordDecl *Record, unsigned Depth);
  bool holdsIn(clang::QualType T, unsigned Depth);

  Names &Namer;
  Types &Typer;
  ModelIndex &Known;
  llvm::DenseMap<const clang::RecordDecl *, bool> Holds;
};

} // namespace stateless

#endif
