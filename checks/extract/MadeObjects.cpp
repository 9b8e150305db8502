//===- MadeObjects.cpp - Objects that libraries make ----------------------===//
#include "extract/MadeObjects.h"
#include "extract/Callees.h"
#include "extract/KeyTests.h"
#include "extract/LibraryTypes.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace stateless {

namespace {

/// Looks at one call.
class Maker {
public:
  Maker(TuContext &Tu, const FunctionDecl *Callee, QualType Object,
        llvm::ArrayRef<const Expr *> Args)
      : Tu(Tu), Callee(Callee), Object(bare(Object)), Args(Args) {}

  llvm::SmallVector<MadeObject, 1> run();

private:
  QualType classType(QualType T) const;
  QualType classType(const TemplateArgument &Arg) const;
  MadeObject object(QualType T, MadeIn In,
                    llvm::SmallVector<const Expr *, 4> From) const;
  bool isTag(QualType T) const;
  std::optional<unsigned> startOfPack() const;
  QualType namedByTemplate() const;
  QualType namedByTag() const;
  QualType elementType() const;
  bool makesDefault() const;
  bool converts() const;
  MadeIn place(QualType T) const;
  void any(llvm::SmallVectorImpl<MadeObject> &Into) const;
  void each(llvm::SmallVectorImpl<MadeObject> &Into) const;

  TuContext &Tu;
  const FunctionDecl *Callee;
  QualType Object;
  llvm::ArrayRef<const Expr *> Args;
};

} // namespace

/// The class that \p T is, or is an array of; null: it is none.
QualType Maker::classType(QualType T) const {
  while (const ArrayType *Array = Tu.Ast.getAsArrayType(T))
    T = Array->getElementType();
  T = bare(T);
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() && !Record->isLambda() ? T
                                                                  : QualType();
}

QualType Maker::classType(const TemplateArgument &Arg) const {
  return Arg.getKind() == TemplateArgument::Type ? classType(Arg.getAsType())
                                                 : QualType();
}

MadeObject Maker::object(QualType T, MadeIn In,
                         llvm::SmallVector<const Expr *, 4> From) const {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl()->getDefinition();
  return {T, Tu.Namer.inProject(Record) ? Record : nullptr, In,
          std::move(From)};
}

/// True for std::in_place, std::piecewise_construct and their kin.
bool Maker::isTag(QualType T) const {
  const CXXRecordDecl *Record = bare(T)->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() && Record->isEmpty() &&
         !Record->isLambda() && !Tu.Namer.inProject(Record);
}

/// The parameters that \p Callee forwards, to a constructor: those behind this
/// number. What is given something to call forwards them to that.
std::optional<unsigned> Maker::startOfPack() const {
  const FunctionDecl *Pattern = Callee->getTemplateInstantiationPattern(false);
  if (!Pattern || Pattern->getNumParams() == 0)
    return {};
  unsigned Last = Pattern->getNumParams() - 1;
  if (!Pattern->getParamDecl(Last)->isParameterPack() ||
      !isForwarding(Callee, Last))
    return {};
  for (unsigned I = 0; I < Last; ++I)
    if (isForwarding(Callee, I))
      return {};
  return Last;
}

QualType Maker::namedByTemplate() const {
  const TemplateArgumentList *Types = Callee->getTemplateSpecializationArgs();
  if (!Types || Types->size() == 0)
    return {};
  const TemplateArgument &First = Types->get(0);
  // std::variant::emplace<1>(..)
  if (First.getKind() == TemplateArgument::Integral) {
    auto All = typeArguments(Object);
    uint64_t Index = First.getAsIntegral().getLimitedValue();
    return Index < All.size() ? classType(All[Index]) : QualType();
  }
  return classType(First);
}

QualType Maker::namedByTag() const {
  for (const Expr *Arg : Args) {
    if (!isTag(Arg->getType()))
      continue;
    auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(
        bare(Arg->getType())->getAsCXXRecordDecl());
    if (!Spec || Spec->getTemplateArgs().size() != 1)
      continue;
    const TemplateArgument &Of = Spec->getTemplateArgs()[0];
    if (Of.getKind() != TemplateArgument::Integral)
      return classType(Of);
    auto All = typeArguments(Object);
    uint64_t Index = Of.getAsIntegral().getLimitedValue();
    return Index < All.size() ? classType(All[Index]) : QualType();
  }
  return {};
}

/// The class of what the library's object holds; of a map, of its values.
QualType Maker::elementType() const {
  auto All = typeArguments(Object);
  const CXXRecordDecl *Record = Object->getAsCXXRecordDecl();
  bool Maps = Record && Record->hasDefinition() &&
              !Record->lookup(&Tu.Ast.Idents.get("mapped_type")).empty();
  unsigned At = Maps ? 1 : 0;
  return At < All.size() ? classType(All[At]) : QualType();
}

/// True for map[Key], resize(N), vector(N).
bool Maker::makesDefault() const {
  if (Args.empty() || Args.size() > 2)
    return false;
  if (auto *Ctor = dyn_cast<CXXConstructorDecl>(Callee))
    return !Ctor->isCopyOrMoveConstructor() &&
           Args[0]->getType()->isIntegerType() &&
           llvm::all_of(Args.drop_front(),
                        [&](const Expr *E) { return isTag(E->getType()); });
  auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  const KeyMethodModel *Keys = Method ? keyMethod(Method, Tu) : nullptr;
  if (Method && Method->getOverloadedOperator() == OO_Subscript)
    return Keys && Keys->Kind == KeyMethodKind::Adds;
  return Method && Args.size() == 1 && Args[0]->getType()->isIntegerType() &&
         Method->getIdentifier() && Method->getName() == "resize";
}

/// True for a constructor or an assignment that takes what its object's parts
/// are made of: pair(U1 &&, U2 &&), optional = U &&.
bool Maker::converts() const {
  auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  if (!Method || Args.empty() || Args.size() != Callee->getNumParams() ||
      !(isa<CXXConstructorDecl>(Method) ||
        Method->getOverloadedOperator() == OO_Equal))
    return false;
  for (unsigned I = 0; I < Args.size(); ++I)
    if (!isForwarding(Callee, I))
      return false;
  return true;
}

MadeIn Maker::place(QualType Made) const {
  // What forgets the type of what it holds (std::any) holds it by its address.
  MadeIn Within = Tu.Typer.contains(Object) ? MadeIn::Held : MadeIn::Pointed;
  if (isa<CXXMethodDecl>(Callee))
    return Within;
  QualType T = Callee->getReturnType();
  if (bare(T) == Made && T->isRecordType())
    return MadeIn::Result;
  if (T->isPointerType() || T->isReferenceType())
    return MadeIn::Given;
  return Tu.Typer.isPointerLike(T) ? MadeIn::Pointed : Within;
}

/// One of the classes that the object may hold is made of the argument.
void Maker::any(llvm::SmallVectorImpl<MadeObject> &Into) const {
  auto All = typeArguments(Object);
  if (llvm::any_of(
          All, [&](QualType T) { return bare(T) == bare(Args[0]->getType()); }))
    return;
  for (QualType T : All)
    if (QualType Class = classType(T); !Class.isNull())
      Into.push_back(object(Class, MadeIn::Held, {Args[0]}));
}

/// A tuple's elements are made of one argument each.
void Maker::each(llvm::SmallVectorImpl<MadeObject> &Into) const {
  auto All = typeArguments(Object);
  for (size_t I = 0; All.size() == Args.size() && I < Args.size(); ++I)
    if (QualType Class = classType(All[I]);
        !Class.isNull() && bare(All[I]) != bare(Args[I]->getType()))
      Into.push_back(object(Class, MadeIn::Held, {Args[I]}));
}

llvm::SmallVector<MadeObject, 1> Maker::run() {
  llvm::SmallVector<MadeObject, 1> Result;
  const MakerModel *Model = Tu.Known.byName(Callee).get<MakerModel>();
  bool OfArgument = Model && Model->Makes == MakerKind::Argument;
  std::optional<unsigned> Pack = startOfPack();
  if (!Pack && !OfArgument) {
    if (converts())
      Args.size() == 1 ? any(Result) : each(Result);
    else if (QualType Class = elementType(); !Class.isNull() && makesDefault())
      Result.push_back(object(Class, MadeIn::Held, {}));
    return Result;
  }
  // What has a parameter of its own is a position, a key or an allocator; that
  // of an element without one, a map's key is the first.
  unsigned First = Pack.value_or(0);
  llvm::SmallVector<const Expr *, 4> From;
  for (const Expr *Arg : Args.drop_front(std::min<size_t>(Args.size(), First)))
    if (!isTag(Arg->getType()))
      From.push_back(Arg);
  QualType Made = namedByTag();
  if (Made.isNull())
    Made = namedByTemplate();
  // A library may name its own classes for other reasons.
  if (!Made.isNull() && !OfArgument && !isElementOf(Made, Object) &&
      !Tu.Namer.inProject(Made->getAsCXXRecordDecl()))
    Made = {};
  if (!Made.isNull()) {
    Result.push_back(object(Made, place(Made), std::move(From)));
  } else if (isa<CXXConstructorDecl>(Callee) && First == 0 &&
             From.size() == Args.size()) {
    each(Result);
  } else if (isa<CXXMethodDecl>(Callee) && !(Made = elementType()).isNull()) {
    bool Keyed = First == 0 && typeArguments(Object).size() > 1 &&
                 !Object->getAsCXXRecordDecl()
                      ->lookup(&Tu.Ast.Idents.get("mapped_type"))
                      .empty();
    if (Keyed && !From.empty())
      From.erase(From.begin());
    Result.push_back(object(Made, MadeIn::Held, std::move(From)));
  }
  return Result;
}

llvm::SmallVector<MadeObject, 1> madeBy(TuContext &Tu,
                                        const FunctionDecl *Callee,
                                        QualType Object,
                                        llvm::ArrayRef<const Expr *> Args) {
  if (Tu.Namer.inProject(Callee) || Callee->isDependentContext())
    return {};
  return Maker(Tu, Callee, Object, Args).run();
}

//===-- Constructors ------------------------------------------------------===//

/// True if a parameter of type \p Wanted may get a value of type \p Given.
static bool mayGet(QualType Wanted, QualType Given) {
  Wanted = bare(Wanted);
  Given = bare(Given);
  if (Wanted == Given)
    return true;
  bool Number = Wanted->isArithmeticType() || Wanted->isEnumeralType();
  if (Given->isPointerType())
    return !Number || Wanted->isBooleanType();
  if (Given->isArithmeticType())
    return !Wanted->isPointerType();
  // What is made of a tuple of references gets its parts.
  auto IsReference = [](QualType T) { return T->isReferenceType(); };
  if (llvm::any_of(typeArguments(Given), IsReference))
    return false;
  const CXXRecordDecl *From = Given->getAsCXXRecordDecl();
  if (From && From->hasDefinition() && (Number || Wanted->isPointerType()))
    return !From->getVisibleConversionFunctions().empty();
  return true;
}

MadeConstructors constructorsOf(TuContext &Tu, const MadeObject &Made) {
  if (!Made.Class)
    return {};
  bool Copies =
      Made.Args.size() == 1 &&
      bare(Made.Args[0]->getType())->getAsCXXRecordDecl() == Made.Class;
  llvm::SmallVector<const CXXConstructorDecl *, 4> All(Made.Class->ctors());
  for (const Decl *D : Made.Class->decls())
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
      for (const FunctionDecl *F : Template->specializations())
        if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
          All.push_back(Ctor);
      // What only libraries call is not instantiated, for their bodies are not
      // read: any other type may be.
      if (auto *Ctor =
              dyn_cast<CXXConstructorDecl>(Template->getTemplatedDecl()))
        All.push_back(Ctor);
    }
  llvm::erase_if(All, [&](const CXXConstructorDecl *Ctor) {
    return Ctor->isCopyOrMoveConstructor() != Copies || Ctor->isDeleted();
  });
  MadeConstructors Result;
  for (const CXXConstructorDecl *Ctor : All) {
    if (Ctor->getMinRequiredArguments() > Made.Args.size() ||
        (Ctor->getNumParams() < Made.Args.size() && !Ctor->isVariadic()))
      continue;
    bool Fits = true;
    for (unsigned I = 0;
         I < std::min<size_t>(Made.Args.size(), Ctor->getNumParams()); ++I)
      Fits &= mayGet(Ctor->getParamDecl(I)->getType(), Made.Args[I]->getType());
    if (Fits)
      Result.All.push_back(Ctor);
  }
  if (Result.All.empty() && !Made.Args.empty()) {
    Result.All = std::move(All);
    Result.Loosely = true;
  }
  for (const CXXConstructorDecl *Ctor : Result.All)
    if (Ctor->getDescribedFunctionTemplate())
      Tu.Namer.assumeInstances(Ctor);
  return Result;
}

} // namespace stateless
