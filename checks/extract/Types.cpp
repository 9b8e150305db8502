//===- Types.cpp - Clang types to Type facts ------------------------------===//
#include "extract/Types.h"
#include "extract/LibraryTypes.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace stateless {

/// Template arguments are followed this deep; beyond it a type is Unknown.
static constexpr unsigned MaxTypeDepth = 8;

Types::Types(ASTContext &Ast, Names &Namer, ModelIndex &Known, TuFacts &Facts)
    : Ast(Ast), Namer(Namer), Models(Known), Facts(Facts) {}

std::string Types::spell(QualType T) const {
  PrintingPolicy Policy(Ast.getLangOpts());
  Policy.SuppressDefaultTemplateArgs = true;
  Policy.SuppressUnwrittenScope = true;
  Policy.SuppressTagKeyword = true;
  Policy.Bool = true;
  std::string Text = T.getAsString(Policy);
  for (auto [From, To] : {std::pair<llvm::StringRef, llvm::StringRef>{
                              "std::basic_string<char>", "std::string"},
                          {"std::basic_string_view<char>", "std::string_view"}})
    for (size_t At; (At = Text.find(From)) != std::string::npos;)
      Text.replace(At, From.size(), To);
  return Text;
}

static const FunctionDecl *asFunction(const NamedDecl *D) {
  if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
    return Template->getTemplatedDecl();
  return dyn_cast<FunctionDecl>(D);
}

bool Types::isOpen(TypeId Id) const {
  const Type &T = Facts.Types[Id.Value];
  return T.Kind == TypeKind::Dependent ||
         llvm::any_of(T.Args, [this](TypeId Arg) { return isOpen(Arg); });
}

bool Types::isPointerLike(QualType T) {
  if (T.isNull())
    return false;
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()))
    return false;
  auto [It, New] = PointerLike.try_emplace(Record, false);
  if (!New)
    return It->second;
  bool MutableFromConst = false, Value = false;
  for (OverloadedOperatorKind Op : {OO_Star, OO_Arrow, OO_Subscript}) {
    DeclarationName Name = Ast.DeclarationNames.getCXXOperatorName(Op);
    for (const NamedDecl *D : Record->lookup(Name)) {
      auto *Method = dyn_cast_or_null<CXXMethodDecl>(asFunction(D));
      if (!Method || Method->isStatic() ||
          Method->getNumParams() != (Op == OO_Subscript ? 1U : 0U))
        continue;
      QualType Pointee = Method->getReturnType()->getPointeeType();
      if (!Method->isConst())
        Value = true;
      else if (Pointee.isNull() ? Method->getReturnType()->isDependentType()
                                : !Pointee.isConstQualified())
        MutableFromConst = true;
    }
  }
  if (!MutableFromConst && !Value)
    for (const CXXBaseSpecifier &Base : Record->bases())
      MutableFromConst |= isPointerLike(Base.getType());
  // A reference wrapper has no operator*, but converts to T& though const.
  if (!MutableFromConst && !Value)
    for (const NamedDecl *D : Record->getVisibleConversionFunctions())
      if (auto *Conversion = dyn_cast<CXXConversionDecl>(D))
        if (auto *Ref =
                Conversion->getConversionType()->getAs<LValueReferenceType>())
          MutableFromConst |= Conversion->isConst() &&
                              !Ref->getPointeeType().isConstQualified();
  bool Result = MutableFromConst && !Value;
  PointerLike[Record] = Result;
  return Result;
}

/// The element of the array of bytes that an object of a library's class is, as
/// std::aligned_storage makes them; null: it is none.
QualType Types::storageOf(QualType T) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()) || Record->field_empty() ||
      Namer.inProject(Record) ||
      llvm::any_of(Record->methods(),
                   [](const CXXMethodDecl *M) { return !M->isImplicit(); }))
    return {};
  auto *Array = Ast.getAsArrayType(Record->field_begin()->getType());
  bool Alone =
      Record->isUnion() || ++Record->field_begin() == Record->field_end();
  return Array && Alone && Array->getElementType()->isCharType()
             ? Array->getElementType()
             : QualType();
}

bool Types::contains(QualType T) {
  Contained Found;
  addContained(T, 0, Found);
  return Found.Any || !Found.Classes.empty();
}

/// Of a class without data, a library makes what its typedefs name: it is a tag
/// or a traits class.
void Types::addNamed(const CXXRecordDecl *Tag, unsigned Depth,
                     Contained &Into) {
  if (!Tag || !(Tag = Tag->getDefinition()) || !Tag->isEmpty())
    return;
  for (const Decl *D : Tag->decls())
    if (auto *Alias = dyn_cast<TypedefNameDecl>(D))
      if (QualType T = Alias->getUnderlyingType(); T->getAsRecordDecl())
        addContained(T, Depth + 1, Into);
}

void Types::addContained(QualType T, unsigned Depth, Contained &Into) {
  T = T.getCanonicalType();
  if (T->isDependentType() || Depth > MaxTypeDepth) {
    Into.Any = true;
    return;
  }
  if (auto *Array = Ast.getAsArrayType(T))
    return addContained(Array->getElementType(), Depth + 1, Into);
  // Objects may be made in memory that bytes or numbers stand for.
  const RecordDecl *Tag = T->getAsRecordDecl();
  if (!Tag) {
    Into.Any |= T->isArithmeticType() || T->isEnumeralType();
    return;
  }
  auto *Record = dyn_cast<CXXRecordDecl>(Tag);
  if (Record && Record->isLambda()) {
    Into.Any = true;
    return;
  }
  if (Namer.inProject(Tag)) {
    Into.Classes.push_back(Namer.symbol(Tag));
    addNamed(Record, Depth, Into);
    return;
  }
  if (isPointerLike(T))
    return;
  // What the classes around it have, it may have.
  for (const DeclContext *In = Record; In && In->isRecord();
       In = In->getParent())
    if (auto *Of = dyn_cast<CXXRecordDecl>(In))
      for (QualType Argument : typeArguments(Of))
        addContained(Argument, Depth + 1, Into);
}

/// What operator-> of \p Record or of a base of it points to; null if it has
/// none, or can be counted up or called.
static QualType arrowOf(const CXXRecordDecl *Record, ASTContext &Ast,
                        unsigned Depth = 0) {
  if (!Record || !(Record = Record->getDefinition()) || Depth > MaxTypeDepth)
    return {};
  auto Find = [&](OverloadedOperatorKind Op) {
    return Record->lookup(Ast.DeclarationNames.getCXXOperatorName(Op));
  };
  if (!Find(OO_PlusPlus).empty() || !Find(OO_Call).empty())
    return {};
  for (const NamedDecl *D : Find(OO_Arrow))
    if (const FunctionDecl *Arrow = asFunction(D))
      return Arrow->getReturnType()->getPointeeType();
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (QualType T =
            arrowOf(Base.getType()->getAsCXXRecordDecl(), Ast, Depth + 1);
        !T.isNull())
      return T;
  return {};
}

QualType Types::owned(QualType T) {
  return isPointerLike(T)
             ? arrowOf(T.getNonReferenceType()->getAsCXXRecordDecl(), Ast)
             : QualType();
}

QualType Types::held(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && !Namer.inProject(Record) ? arrowOf(Record, Ast) : QualType();
}

QualType Types::heldIn(const CXXRecordDecl *Record) {
  if (!Record || !(Record = Record->getDefinition()) ||
      !Models.isHolder(Record))
    return {};
  for (const CXXMethodDecl *Method : Record->methods()) {
    if (!Models.handsOut(Method))
      continue;
    QualType T = Method->getReturnType();
    if (QualType To = T->getPointeeType(); !To.isNull())
      return To;
    // A proxy that leads to it.
    if (QualType To = arrowOf(T->getAsCXXRecordDecl(), Ast); !To.isNull())
      return To;
  }
  return {};
}

/// Puts what an object of \p Record holds in front of the arguments.
void Types::tellHeld(Type &Fact, const CXXRecordDecl *Record, unsigned Depth) {
  QualType Held = heldIn(Record);
  if (Held.isNull())
    return;
  Fact.Holder = true;
  // An argument has the names that the source gave it.
  StringId Spelling = Facts.Types[intern(Held, Depth + 1).Value].Spelling;
  auto It = llvm::find_if(Fact.Args, [&](TypeId Arg) {
    return Facts.Types[Arg.Value].Spelling == Spelling;
  });
  if (It == Fact.Args.end())
    It = Fact.Args.insert(It, intern(Held, Depth + 1));
  std::rotate(Fact.Args.begin(), It, It + 1);
}

/// The alias names between \p T and its canonical type.
static void collectAliases(QualType T, Names &Namer, StringTable &Strings,
                           std::vector<StringId> &Into, ASTContext &Ast) {
  for (unsigned Steps = 0; Steps < 32; ++Steps) {
    const NamedDecl *Alias = nullptr;
    if (auto *Typedef = dyn_cast<TypedefType>(T.getTypePtr()))
      Alias = Typedef->getDecl();
    else if (auto *Spec = dyn_cast<TemplateSpecializationType>(T.getTypePtr()))
      if (Spec->isTypeAlias())
        Alias = Spec->getTemplateName().getAsTemplateDecl();
    if (Alias)
      if (StringId Name = Namer.qualifiedName(Alias);
          Name && !llvm::is_contained(Into, Name))
        Into.push_back(Name);
    QualType Next = T.getSingleStepDesugaredType(Ast);
    if (Next == T)
      return;
    T = Next;
  }
}

Type Types::describe(QualType Canonical, QualType Written, unsigned Depth) {
  Type Fact;
  Fact.Const = Canonical.isConstQualified();
  Fact.Volatile = Canonical.isVolatileQualified();
  const clang::Type *T = Canonical.getTypePtr();
  if (auto *Atomic = dyn_cast<AtomicType>(T)) {
    Type Inner = describe(Atomic->getValueType().getCanonicalType(),
                          Atomic->getValueType(), Depth);
    Inner.Atomic = true;
    Inner.Const |= Fact.Const;
    return Inner;
  }
  Fact.Spelling = Facts.Strings.intern(spell(Canonical));
  if (auto *Array = dyn_cast<ArrayType>(T)) {
    Fact.Kind = TypeKind::Array;
    QualType Element = Array->getElementType();
    if (auto *Sugar = Ast.getAsArrayType(Written))
      Element = Sugar->getElementType();
    Fact.Const |= Element.isConstQualified();
    Fact.Args = {intern(Element, Depth + 1)};
  } else if (T->isPointerType() || T->isReferenceType()) {
    Fact.Kind = T->isPointerType()           ? TypeKind::Pointer
                : T->isLValueReferenceType() ? TypeKind::LValueReference
                                             : TypeKind::RValueReference;
    Fact.Args = {intern(Written->getPointeeType(), Depth + 1)};
  } else if (QualType Bytes = storageOf(Canonical); !Bytes.isNull()) {
    Fact.Kind = TypeKind::Array;
    Fact.Args = {intern(Bytes, Depth + 1)};
  } else if (auto *Tag = T->getAsTagDecl()) {
    Fact.Kind = isa<EnumDecl>(Tag) ? TypeKind::Enum : TypeKind::Record;
    Fact.Name = Namer.qualifiedName(Tag);
    Fact.Symbol = Namer.symbol(Tag);
    if (auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Tag)) {
      // Argument sugar ("Session" behind an alias) stands in the written type.
      // Default arguments stand in the specialisation only.
      llvm::ArrayRef<TemplateArgument> Args = Spec->getTemplateArgs().asArray();
      llvm::ArrayRef<TemplateArgument> Sugar;
      if (auto *As = Written->getAs<TemplateSpecializationType>();
          As && !As->isTypeAlias())
        Sugar = As->template_arguments();
      for (size_t I = 0; I < Args.size(); ++I) {
        if (Args[I].getKind() != TemplateArgument::Type)
          continue;
        bool Named =
            I < Sugar.size() && Sugar[I].getKind() == TemplateArgument::Type;
        Fact.Args.push_back(
            intern((Named ? Sugar : Args)[I].getAsType(), Depth + 1));
      }
    }
    if (Fact.Kind == TypeKind::Record) {
      Fact.PointerLike = isPointerLike(Canonical);
      if (!Namer.inProject(Tag)) {
        Contained Found;
        addContained(Canonical, 0, Found);
        Fact.ContainsAny = Found.Any;
        llvm::sort(Found.Classes);
        Found.Classes.erase(llvm::unique(Found.Classes), Found.Classes.end());
        Fact.Contains = std::move(Found.Classes);
      }
    }
    tellHeld(Fact, dyn_cast<CXXRecordDecl>(Tag), Depth);
  } else if (T->isBuiltinType()) {
    Fact.Kind = T->isDependentType() ? TypeKind::Dependent : TypeKind::Builtin;
    Fact.Name = Facts.Strings.intern(spell(Canonical.getUnqualifiedType()));
  } else if (T->isFunctionType()) {
    Fact.Kind = TypeKind::Function;
  } else if (T->isMemberPointerType()) {
    Fact.Kind = TypeKind::MemberPointer;
  } else if (T->isDependentType()) {
    Fact.Kind = TypeKind::Dependent;
    if (auto *Spec = dyn_cast<TemplateSpecializationType>(T)) {
      if (const TemplateDecl *Template =
              Spec->getTemplateName().getAsTemplateDecl()) {
        // std::map<K, V> of a template parameter is still a std::map.
        Fact.Kind = TypeKind::Record;
        Fact.Name = Namer.qualifiedName(Template);
        if (auto *Class = dyn_cast<ClassTemplateDecl>(Template))
          Fact.Symbol = Namer.symbol(Class->getTemplatedDecl());
        for (const TemplateArgument &Arg : Spec->template_arguments())
          if (Arg.getKind() == TemplateArgument::Type)
            Fact.Args.push_back(intern(Arg.getAsType(), Depth + 1));
      }
    }
  }
  return Fact;
}

TypeId Types::internCanonical(Type &&Fact) {
  auto [It, New] = Interned.try_emplace(Fact);
  if (New) {
    It->second = {static_cast<uint32_t>(Facts.Types.size())};
    Facts.Types.push_back(std::move(Fact));
  }
  return It->second;
}

TypeId Types::intern(QualType T, unsigned Depth) {
  if (T.isNull() || Depth > MaxTypeDepth)
    return {};
  auto It = Known.find(T.getAsOpaquePtr());
  if (It != Known.end())
    return It->second;
  Type Fact = describe(T.getCanonicalType(), T, Depth);
  collectAliases(T, Namer, Facts.Strings, Fact.Aliases, Ast);
  TypeId Id = internCanonical(std::move(Fact));
  Known[T.getAsOpaquePtr()] = Id;
  return Id;
}

TypeId Types::intern(QualType T) { return intern(T, 0); }

} // namespace stateless
