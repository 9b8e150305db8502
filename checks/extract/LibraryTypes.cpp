//===- LibraryTypes.cpp - What the types of libraries tell ----------------===//
#include "extract/LibraryTypes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace stateless {

QualType bare(QualType T) {
  return T.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

static void typeArguments(llvm::ArrayRef<TemplateArgument> Args,
                          llvm::SmallVectorImpl<QualType> &Into) {
  for (const TemplateArgument &Arg : Args)
    if (Arg.getKind() == TemplateArgument::Type)
      Into.push_back(Arg.getAsType());
    else if (Arg.getKind() == TemplateArgument::Pack)
      typeArguments(Arg.getPackAsArray(), Into);
}

llvm::SmallVector<QualType, 4> typeArguments(const CXXRecordDecl *Record) {
  llvm::SmallVector<QualType, 4> Result;
  if (auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record))
    typeArguments(Spec->getTemplateArgs().asArray(), Result);
  return Result;
}

llvm::SmallVector<QualType, 4> typeArguments(QualType T) {
  return typeArguments(bare(T)->getAsCXXRecordDecl());
}

/// The type that class \p Record or a base of it calls \p Name; null: none.
static QualType memberType(const CXXRecordDecl *Record, llvm::StringRef Name,
                           unsigned Depth = 0) {
  if (!Record || !Record->hasDefinition() || Depth == 8)
    return {};
  IdentifierInfo &Id = Record->getASTContext().Idents.get(Name);
  for (const NamedDecl *D : Record->lookup(&Id))
    if (auto *Type = dyn_cast<TypedefNameDecl>(D))
      return Type->getUnderlyingType();
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (QualType T =
            memberType(Base.getType()->getAsCXXRecordDecl(), Name, Depth + 1);
        !T.isNull())
      return T;
  return {};
}

bool isOfStd(const Decl *D) {
  for (const DeclContext *In = D->getDeclContext(); In; In = In->getParent())
    if (In->isStdNamespace())
      return true;
  return false;
}

bool holdsReferences(QualType T) {
  return llvm::any_of(typeArguments(T), [](QualType Part) {
    return Part->isLValueReferenceType();
  });
}

bool isIterator(QualType T) {
  return !memberType(bare(T)->getAsCXXRecordDecl(), "iterator_category")
              .isNull();
}

bool isOutputIterator(QualType T) {
  QualType Category =
      memberType(bare(T)->getAsCXXRecordDecl(), "iterator_category");
  const CXXRecordDecl *Tag =
      Category.isNull() ? nullptr : Category->getAsCXXRecordDecl();
  return Tag && Tag->isInStdNamespace() &&
         Tag->getName() == "output_iterator_tag";
}

bool movesFrom(QualType T) {
  QualType Reference =
      isIterator(T) ? memberType(bare(T)->getAsCXXRecordDecl(), "reference")
                    : QualType();
  return !Reference.isNull() && Reference->isRValueReferenceType();
}

static bool isView(const CXXRecordDecl *Record, unsigned Depth) {
  if (!Record || !Record->hasDefinition() || Depth == 8)
    return false;
  return llvm::any_of(Record->bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl();
    return Of &&
           ((Of->getIdentifier() && (Of->getName() == "view_base" ||
                                     Of->getName() == "view_interface")) ||
            isView(Of, Depth + 1));
  });
}

bool isView(QualType T) { return isView(bare(T)->getAsCXXRecordDecl(), 0); }

QualType valueTypeOf(QualType T) {
  return memberType(bare(T)->getAsCXXRecordDecl(), "value_type");
}

/// The template that \p T is made of; null: none.
static const ClassTemplateDecl *templateOf(QualType T) {
  auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      bare(T)->getAsCXXRecordDecl());
  return Spec ? Spec->getSpecializedTemplate()->getCanonicalDecl() : nullptr;
}

bool isOfSameTemplate(QualType A, QualType B) {
  return templateOf(A) && templateOf(A) == templateOf(B);
}

bool isElementOf(QualType T, QualType Container) {
  for (QualType Argument : typeArguments(Container))
    if (bare(Argument) == bare(T))
      return true;
  QualType Value =
      memberType(bare(Container)->getAsCXXRecordDecl(), "value_type");
  return !Value.isNull() &&
         (bare(Value) == bare(T) || isOfSameTemplate(T, Value));
}

bool isBaseOf(QualType From, QualType T) {
  const CXXRecordDecl *Base = bare(From)->getAsCXXRecordDecl();
  const CXXRecordDecl *Derived = bare(T)->getAsCXXRecordDecl();
  return Base && Derived && Derived->hasDefinition() &&
         Derived->isDerivedFrom(Base);
}

static bool holdsCode(QualType T, unsigned Depth) {
  T = bare(T);
  if (T->isFunctionType() || T->isFunctionPointerType() ||
      T->isMemberFunctionPointerType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (Record && Record->isLambda())
    return true;
  return Depth < 4 &&
         llvm::any_of(
             typeArguments(T),
             [&](QualType Part) { return holdsCode(Part, Depth + 1); });
}

bool holdsCode(QualType T) { return holdsCode(T, 0); }

bool mayBecome(QualType Given, QualType T) {
  QualType From = bare(Given->getPointeeType()), To = bare(T->getPointeeType());
  if (From == To || From->isVoidType() || To->isVoidType() ||
      From->isDependentType() || To->isDependentType())
    return true;
  if (From->isAnyCharacterType() && To->isAnyCharacterType())
    return true;
  const CXXRecordDecl *A = From->getAsCXXRecordDecl(),
                      *B = To->getAsCXXRecordDecl();
  return A && B && A->hasDefinition() && B->hasDefinition() &&
         (A->isDerivedFrom(B) || B->isDerivedFrom(A));
}

bool leadsToNumbers(QualType T) {
  QualType To = T->getPointeeType();
  return !To.isNull() && (To->isArithmeticType() || To->isEnumeralType());
}

} // namespace stateless
