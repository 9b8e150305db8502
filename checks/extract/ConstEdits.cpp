//===- ConstEdits.cpp - Where const would go in a declaration -------------===//
//
// "const " goes in front of the type as written, or, where the variable is a
// pointer, in front of its name: `int Limit` and `const char *const Name`.
// What is out of the ordinary (attributes, macros, parentheses, templates,
// thread storage, language linkage) is left alone.
//
//===----------------------------------------------------------------------===//
#include "extract/ConstEdits.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace stateless {

namespace {

class Placement {
public:
  Placement(TuContext &Tu, const VarDecl *Var)
      : Tu(Tu), Lang(Tu.Ast.getLangOpts()), Var(Var),
        Definition(Var->getDefinition(Tu.Ast)) {}

  bool allowed() const;
  std::optional<ConstEdit> edit(const VarDecl *D) const;

private:
  bool hasOrdinaryType() const;
  bool isInitialised() const;
  bool isSeenAlone() const;
  bool isConstexpr() const;
  SourceLocation place(const VarDecl *D) const;

  TuContext &Tu;
  const LangOptions &Lang;
  const VarDecl *Var;
  const VarDecl *Definition; ///< Null: in another unit.
};

bool Placement::hasOrdinaryType() const {
  QualType T = Var->getType();
  if (T->isDependentType() || T->isReferenceType() || T->isAtomicType())
    return false;
  QualType Element = Tu.Ast.getBaseElementType(T);
  return !Element.isConstQualified() && !Element.isVolatileQualified() &&
         !Element->isAtomicType() && !Element->isBlockPointerType() &&
         !Element.hasAddressSpace();
}

/// A constant of a class type may do without an initialiser if nothing of it
/// is left uninitialised.
bool Placement::isInitialised() const {
  const Expr *Init = Definition->getInit();
  if (!Init || Init->isValueDependent() || Init->isTypeDependent())
    return false;
  const auto *Made = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit());
  bool Written = !Made || Made->getNumArgs() != 0 ||
                 Made->isListInitialization() ||
                 Made->getParenOrBraceRange().isValid();
  return Written ||
         Made->getConstructor()->getParent()->allowConstDefaultInit();
}

bool Placement::allowed() const {
  if (!hasOrdinaryType() || isa<DecompositionDecl>(Var) || Var->isTemplated() ||
      Var->getTemplateInstantiationPattern() ||
      Var->getTLSKind() != VarDecl::TLS_None ||
      (Lang.CPlusPlus && Var->isExternC()))
    return false;
  if (!Definition) // A tentative one of C has no initialiser.
    return !Var->getActingDefinition();
  if (!isInitialised())
    return false;
  // Compilers warn of an internal constant that its own file does not use.
  return Definition->isReferenced() ||
         !Tu.Ast.getSourceManager().isInMainFile(Definition->getLocation()) ||
         (Definition->isExternallyVisible() && !isSeenAlone());
}

/// In C++, const takes the external linkage from a variable of a namespace,
/// unless an earlier declaration or `extern` gives it.
bool Placement::isSeenAlone() const {
  return Lang.CPlusPlus && Definition && Definition->isFirstDecl() &&
         Definition->isExternallyVisible() && !Definition->isInline() &&
         !Definition->isStaticDataMember() && !Definition->isStaticLocal() &&
         Definition->getStorageClass() != SC_Extern;
}

/// True if \p Init is a constant wherever it stands: neither a call nor a
/// variable in it could be declared, but not known yet.
static bool isPlainConstant(const Expr *Init, const ASTContext &Ast) {
  llvm::SmallVector<const Stmt *, 16> Todo{Init};
  while (!Todo.empty()) {
    const Stmt *At = Todo.pop_back_val();
    if (!At || isa<CallExpr, CXXConstructExpr, LambdaExpr, StmtExpr>(At))
      return false;
    if (auto *Ref = dyn_cast<DeclRefExpr>(At)) {
      auto *Named = dyn_cast<VarDecl>(Ref->getDecl());
      if (!isa<EnumConstantDecl>(Ref->getDecl()) &&
          !(Named && Named->isConstexpr()))
        return false;
    }
    llvm::append_range(Todo, At->children());
  }
  return Init->isCXX11ConstantExpr(Ast);
}

bool Placement::isConstexpr() const {
  QualType T = Var->getType();
  return Lang.CPlusPlus11 && Definition && Definition->isFirstDecl() &&
         Definition->getMostRecentDecl() == Definition &&
         (T->isArithmeticType() || T->isEnumeralType()) &&
         !Definition->isStaticDataMember() &&
         Definition->getStorageClass() != SC_Extern &&
         !Definition->hasAttr<ConstInitAttr>() &&
         isPlainConstant(Definition->getInit(), Tu.Ast);
}

/// Only attributes that have nothing to do with how the variable is stored.
static bool hasHarmlessAttributes(const VarDecl *D) {
  return llvm::all_of(D->attrs(), [](const Attr *A) {
    return isa<AnnotateAttr, ConstInitAttr, DeprecatedAttr, UnusedAttr>(A) ||
           (A->isImplicit() && isa<VisibilityAttr>(A));
  });
}

SourceLocation Placement::place(const VarDecl *D) const {
  const TypeSourceInfo *Written = D->getTypeSourceInfo();
  if (!Written)
    return {};
  TypeLoc T = Written->getTypeLoc();
  while (auto Array = T.getAs<ArrayTypeLoc>())
    T = Array.getElementLoc();
  if (T.getAs<PointerTypeLoc>() || T.getAs<MemberPointerTypeLoc>())
    return D->getQualifier() ? D->getQualifierLoc().getBeginLoc()
                             : D->getLocation();
  // A qualifier, an attribute or a parenthesis is out of the ordinary.
  bool Odd = T.getAs<QualifiedTypeLoc>() || T.getAs<ParenTypeLoc>() ||
             T.getAs<AttributedTypeLoc>() || T.getAs<MacroQualifiedTypeLoc>() ||
             T.getAs<FunctionTypeLoc>() || T.getAs<ComplexTypeLoc>();
  const auto *Auto = dyn_cast<AutoType>(T.getTypePtr());
  return Odd || (Auto && Auto->isDecltypeAuto()) ? SourceLocation()
                                                 : D->getTypeSpecStartLoc();
}

std::optional<ConstEdit> Placement::edit(const VarDecl *D) const {
  const SourceManager &Sources = Tu.Ast.getSourceManager();
  SourceLocation At = place(D), Name = D->getLocation();
  if (At.isInvalid() || !At.isFileID() || !Name.isFileID() ||
      D->getBeginLoc().isMacroID() || D->isLocalExternDecl() ||
      !Tu.Namer.inProject(D) || !hasHarmlessAttributes(D))
    return std::nullopt;
  SourceLocation End = Lexer::getLocForEndOfToken(Name, 0, Sources, Lang);
  llvm::StringRef Before = Lexer::getSourceText(
      CharSourceRange::getCharRange(At, End), Sources, Lang);
  // A class that is defined on the way, or a directive.
  if (Before.empty() || Before.find_first_of("{}#") != llvm::StringRef::npos)
    return std::nullopt;
  ConstEdit Edit;
  Edit.At = Tu.Namer.locate(At);
  Edit.Before = Tu.Facts.Strings.intern(Before);
  bool Defines = D == Definition;
  bool Constexpr = Defines && isConstexpr();
  Edit.Text = Tu.Facts.Strings.intern(Constexpr ? "constexpr " : "const ");
  Edit.Alone = Defines && (Constexpr || isSeenAlone());
  return Edit;
}

} // namespace

std::vector<ConstEdit>
constEdits(TuContext &Tu, const VarDecl *Var,
           const llvm::DenseSet<SourceLocation> &Shared) {
  Placement Place(Tu, Var);
  std::vector<ConstEdit> Edits;
  if (!Place.allowed())
    return Edits;
  for (const VarDecl *D : Var->redecls()) {
    std::optional<ConstEdit> Edit;
    if (!Shared.contains(D->getBeginLoc()))
      Edit = Place.edit(D);
    if (!Edit)
      return {};
    Edits.push_back(*Edit);
  }
  llvm::sort(Edits);
  return Edits;
}

} // namespace stateless
