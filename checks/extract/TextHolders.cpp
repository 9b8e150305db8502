//===- TextHolders.cpp - Which classes have objects with texts ------------===//
#include "extract/TextHolders.h"

using namespace clang;

namespace stateless {

/// Objects in objects, beyond which nobody looks for a text.
static constexpr unsigned MaxHolderDepth = 6;

bool TextHolders::isText(QualType T) {
  T = T.getNonReferenceType().getCanonicalType();
  if (T->isPointerType() || T->isArrayType())
    return QualType(T->getPointeeOrArrayElementType(), 0)->isAnyCharacterType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  return Record && Known.isText(Record);
}

/// What \p T is once references, arrays and one pointer, or one smart pointer,
/// are off; what an std::optional may hold.
static QualType objectOf(QualType T, Types &Typer) {
  T = T.getNonReferenceType().getCanonicalType();
  while (auto *Array = dyn_cast<ArrayType>(T))
    T = Array->getElementType();
  if (T->isPointerType())
    return T->getPointeeType();
  QualType Held = Typer.held(T);
  return Held.isNull() ? T : Held.getNonReferenceType();
}

/// The class \p T; only its declaration, if that is all that the unit has.
static const RecordDecl *definitionOf(QualType T) {
  const RecordDecl *Record = T->getAsRecordDecl();
  if (!Record)
    return nullptr;
  const RecordDecl *Full = Record->getDefinition();
  return Full ? Full : cast<RecordDecl>(Record->getCanonicalDecl());
}

const RecordDecl *TextHolders::of(QualType T) {
  if (T.isNull() || T->isDependentType())
    return nullptr;
  QualType Object = objectOf(T, Typer);
  return holdsIn(Object, 0) && !isText(Object) ? definitionOf(Object) : nullptr;
}

bool TextHolders::holdsIn(QualType T, unsigned Depth) {
  if (T.isNull() || T->isDependentType())
    return false;
  if (isText(T))
    return true;
  const RecordDecl *Record = definitionOf(objectOf(T, Typer));
  return Record && holds(Record, Depth);
}

bool TextHolders::holds(const RecordDecl *Record, unsigned Depth) {
  auto *Cxx = dyn_cast<CXXRecordDecl>(Record);
  if (Depth > MaxHolderDepth || Record->isInvalidDecl() ||
      !Namer.inProject(Record) || (Cxx && Cxx->isLambda()))
    return false;
  // What is behind a pointer to it, another unit knows.
  if (!Record->isCompleteDefinition())
    return true;
  // A class that is asked about on the way to itself adds nothing.
  auto [It, New] = Holds.try_emplace(Record, false);
  if (!New)
    return It->second;
  // Of an interface, what implements it may.
  bool Result = Cxx && Cxx->isPolymorphic() && !Cxx->isEffectivelyFinal();
  Result |= llvm::any_of(Record->fields(), [&](const FieldDecl *F) {
    return holdsIn(F->getType(), Depth + 1);
  });
  if (Cxx && !Result)
    Result = llvm::any_of(Cxx->bases(), [&](const CXXBaseSpecifier &Base) {
      return holdsIn(Base.getType(), Depth + 1);
    });
  return Holds[Record] = Result;
}

} // namespace stateless
