//===- Declarations.cpp - The declarations of a unit, as facts ------------===//
//
// Templates: functions and variables that they make are facts of their own;
// what instantiations say of classes and fields is recorded under the
// pattern's symbol. A pattern's own body, where much depends on arguments that
// nobody knows, is used only if the unit instantiates none, more than are told
// apart, or some that only libraries' bodies show; so bodies of patterns wait
// until the end.
//
//===----------------------------------------------------------------------===//
#include "extract/Declarations.h"
#include "extract/Body.h"
#include "extract/LibraryTypes.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace stateless {

namespace {

class DeclVisitor : public RecursiveASTVisitor<DeclVisitor> {
  using Base = RecursiveASTVisitor<DeclVisitor>;

public:
  explicit DeclVisitor(TuContext &Tu) : Tu(Tu) {}

  void run();

  // RecursiveASTVisitor's protocol.
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool TraverseStmt(Stmt *) { return true; } // bodies are Body's work
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitVarDecl(VarDecl *Var);
  bool VisitRecordDecl(RecordDecl *Record);
  bool VisitFunctionDecl(FunctionDecl *F);

private:
  void local(Decl *D) { TraverseDecl(D); }
  void body(const FunctionDecl *F);
  bool readPatterns();
  void field(const FieldDecl *F, SymbolId Class);
  void closeType(const FieldDecl *F);
  void farBases(QualType Of, std::vector<TypeId> &Into);
  void initializer(const VarDecl *Var);
  bool isOfLibraryMacro(const VarDecl *Var) const;
  void record(Variable &&Fact, const VarDecl *Var);

  TuContext &Tu;
  llvm::DenseMap<SymbolId, size_t> Variables;
  llvm::DenseMap<SymbolId, size_t> Classes;
  llvm::DenseMap<SymbolId, size_t> Fields;
  llvm::DenseSet<SymbolId> Instantiated; ///< Patterns.
  llvm::SmallPtrSet<const FunctionDecl *, 32> Done;
  std::vector<const FunctionDecl *> Patterns;
};

void DeclVisitor::run() {
  for (Decl *D : Tu.Ast.getTranslationUnitDecl()->decls())
    if (Tu.Namer.inProject(D) || isa<LinkageSpecDecl>(D))
      TraverseDecl(D);
  while (readPatterns()) {
  }
}

/// Reads the patterns whose own bodies are used. True: there were some; a
/// pattern's body may add to the patterns and show that others are used, too.
bool DeclVisitor::readPatterns() {
  bool Any = false;
  for (size_t I = 0; I < Patterns.size(); ++I) {
    const FunctionDecl *Pattern = Patterns[I];
    if (Done.contains(Pattern) ||
        !(Tu.Namer.takeSymbolOfRest(Pattern) ||
          !Instantiated.contains(Tu.Namer.symbol(Pattern))))
      continue;
    Done.insert(Pattern);
    extractBody(Tu, Pattern, [this](Decl *D) { local(D); });
    Any = true;
  }
  return Any;
}

bool DeclVisitor::VisitFunctionDecl(FunctionDecl *F) {
  if (!F->doesThisDeclarationHaveABody() || F->isDefaulted() ||
      F->isInvalidDecl() || !Tu.Namer.inProject(F))
    return true;
  if (auto *Method = dyn_cast<CXXMethodDecl>(F);
      Method && Method->getParent()->isLambda())
    return true;
  if (F->isDependentContext()) {
    Patterns.push_back(F);
    return true;
  }
  body(F);
  return true;
}

void DeclVisitor::body(const FunctionDecl *F) {
  if (!Done.insert(F).second || !F->getBody())
    return;
  if (SymbolId Pattern = Tu.Namer.patternSymbol(F)) {
    Instantiated.insert(Pattern);
    if (Tu.Namer.isOneOfRest(F))
      return;
  }
  extractBody(Tu, F, [this](Decl *D) { local(D); });
}

static Storage storageOf(const VarDecl *Var) {
  if (Var->isStaticDataMember())
    return Storage::StaticMember;
  if (Var->getParentFunctionOrMethod() && !Var->isLocalExternDecl())
    return Storage::FunctionLocal;
  return Storage::Namespace;
}

static Linkage linkageOf(const VarDecl *Var) {
  if (storageOf(Var) == Storage::FunctionLocal) {
    // A static local of an inline function is one object in the program, but
    // nobody can name it from outside.
    return Linkage::None;
  }
  return Var->isExternallyVisible() ? Linkage::External : Linkage::Internal;
}

template <typename D>
static void annotations(const D *Decl, StringTable &Strings,
                        std::vector<StringId> &Into) {
  for (const auto *A : Decl->template specific_attrs<AnnotateAttr>())
    Into.push_back(Strings.intern(A->getAnnotation()));
}

/// True if a class of the project is a part of \p T.
static bool isOfProject(QualType T, const Names &Namer) {
  T = bare(T);
  while (T->isPointerType() || T->isArrayType())
    T = bare(T->isPointerType()
                 ? T->getPointeeType()
                 : QualType(T->getArrayElementTypeNoTypeQual(), 0));
  const TagDecl *Tag = T->getAsTagDecl();
  return T->isDependentType() || (Tag && Namer.inProject(Tag)) ||
         llvm::any_of(typeArguments(T),
                      [&](QualType Part) { return isOfProject(Part, Namer); });
}

/// True if a macro of a library names \p Var, and gives it a type of its own:
/// what guards the variable that the project names, what counts how often a
/// line was logged. Nobody else can speak of it.
bool DeclVisitor::isOfLibraryMacro(const VarDecl *Var) const {
  SourceLocation Loc = Var->getLocation();
  if (!Loc.isMacroID())
    return false;
  const SourceManager &Sources = Tu.Ast.getSourceManager();
  SourceLocation Spelt = Sources.getSpellingLoc(Loc);
  // Names that are pasted together stand in no file.
  return Sources.getFileEntryRefForID(Sources.getFileID(Spelt)) &&
         !Tu.Namer.inProject(Spelt) && !isOfProject(Var->getType(), Tu.Namer);
}

bool DeclVisitor::VisitVarDecl(VarDecl *Var) {
  if (!Var->hasGlobalStorage() || isa<ParmVarDecl>(Var) ||
      !Tu.Namer.inProject(Var) || !Tu.Trusted.believes(Var))
    return true;
  // One fact for an entity: its definition where the unit has one.
  VarDecl *Definition = Var->getDefinition(Tu.Ast);
  if (!Definition)
    Definition = Var->getActingDefinition();
  if (Definition && Definition != Var)
    return true;
  const auto *Pattern = cast<VarDecl>(Tu.Namer.pattern(Var));
  Variable Fact;
  Fact.Symbol = Tu.Namer.symbol(Var);
  Fact.Pattern = Tu.Namer.patternSymbol(Var);
  if (Fact.Pattern)
    Fact.Instance = Tu.Namer.instance(Var);
  Fact.Mangled = Tu.Namer.mangled(Var);
  Fact.Name = Tu.Namer.name(Var);
  Fact.QualifiedName = Tu.Namer.qualifiedName(Var);
  Fact.Type = Tu.Typer.intern(Var->getType());
  Fact.Loc = Tu.Namer.locate(Pattern->getLocation());
  Fact.Where = storageOf(Var);
  Fact.Link = linkageOf(Var);
  // A constant that is initialised in its class needs no definition.
  Fact.Definition = Definition || (Var->isStaticDataMember() && Var->hasInit());
  Fact.Constexpr = Var->isConstexpr();
  Fact.Constinit = Var->hasAttr<ConstInitAttr>();
  Fact.ThreadLocal = Var->getTLSKind() != VarDecl::TLS_None;
  Fact.Inline = Var->isInline();
  Fact.Template = Fact.Pattern || Pattern != Var || Var->isTemplated();
  Fact.OfLibrary = isOfLibraryMacro(Var);
  if (auto *In =
          dyn_cast_or_null<FunctionDecl>(Var->getParentFunctionOrMethod()))
    Fact.Function = Tu.Namer.symbol(In);
  if (Var->isStaticDataMember())
    Fact.Class = Tu.Namer.symbol(cast<NamedDecl>(Var->getDeclContext()));
  annotations(Var, Tu.Facts.Strings, Fact.Annotations);
  record(std::move(Fact), Var);
  return true;
}

void DeclVisitor::record(Variable &&Fact, const VarDecl *Var) {
  const Expr *Init = Var->getInit();
  bool Known = Init && !Init->isValueDependent() && !Init->isTypeDependent() &&
               !Var->getType()->isDependentType();
  Fact.ConstantInit =
      !Init ? !Var->getType()->isRecordType()
            : Known && const_cast<VarDecl *>(Var)->hasConstantInitialization();
  if (Init) {
    Locals None;
    ValueBuilder Valuer(Tu, None, nullptr);
    const ArrayType *Table = Tu.Ast.getAsArrayType(Var->getType());
    if (Valuer.isSymbolic(Var->getType()) ||
        (Table && Valuer.isSymbolic(Table->getElementType())))
      Fact.Init = Valuer.of(Init);
  }
  auto [It, New] =
      Variables.try_emplace(Fact.Symbol, Tu.Facts.Variables.size());
  if (New) {
    if (Init && Fact.Where != Storage::FunctionLocal)
      initializer(Var);
    Tu.Facts.Variables.push_back(std::move(Fact));
    return;
  }
  // A generic lambda's instantiation knows the type that the lambda leaves
  // open.
  Variable &Old = Tu.Facts.Variables[It->second];
  bool Open = Tu.Typer.isOpen(Old.Type) && !Tu.Typer.isOpen(Fact.Type);
  if ((Fact.Definition && !Old.Definition) ||
      (Open && Fact.Definition == Old.Definition)) {
    if (Init && Fact.Where != Storage::FunctionLocal)
      initializer(Var);
    Old = std::move(Fact);
  }
}

void DeclVisitor::initializer(const VarDecl *Var) {
  extractInitializer(Tu, Var, [this](Decl *D) { local(D); });
}

void DeclVisitor::closeType(const FieldDecl *F) {
  auto It = Fields.find(Tu.Namer.symbol(F));
  if (It == Fields.end() || F->getType()->isDependentType())
    return;
  TypeId &Known = Tu.Facts.Fields[It->second].Type;
  if (Tu.Typer.isOpen(Known))
    Known = Tu.Typer.intern(F->getType());
}

void DeclVisitor::field(const FieldDecl *F, SymbolId Class) {
  if (F->getInClassInitializer() && !F->getDeclContext()->isDependentContext())
    extractMemberInitializer(Tu, F, [this](Decl *D) { local(D); });
  Fields.try_emplace(Tu.Namer.symbol(F), Tu.Facts.Fields.size());
  Field Fact;
  Fact.Symbol = Tu.Namer.symbol(F);
  Fact.Name = Tu.Namer.name(F);
  Fact.QualifiedName = Tu.Namer.qualifiedName(F);
  Fact.Class = Class;
  Fact.Type = Tu.Typer.intern(F->getType());
  Fact.Loc = Tu.Namer.locate(F->getLocation());
  Fact.Mutable = F->isMutable();
  if (const Expr *Init = F->getInClassInitializer()) {
    Locals None;
    ValueBuilder Valuer(Tu, None, nullptr);
    if (Valuer.isSymbolic(F->getType()))
      Fact.Init = Valuer.of(Init);
  }
  annotations(F, Tu.Facts.Strings, Fact.Annotations);
  Tu.Facts.Fields.push_back(std::move(Fact));
}

/// Adds the bases that a class of a library has, and theirs.
void DeclVisitor::farBases(QualType Of, std::vector<TypeId> &Into) {
  const CXXRecordDecl *Record = Of->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()) ||
      Tu.Namer.inProject(Record))
    return;
  for (const CXXBaseSpecifier &Base : Record->bases()) {
    Into.push_back(Tu.Typer.intern(Base.getType()));
    farBases(Base.getType(), Into);
  }
}

bool DeclVisitor::VisitRecordDecl(RecordDecl *Record) {
  auto *Cxx = dyn_cast<CXXRecordDecl>(Record);
  if (!Record->isThisDeclarationADefinition() || Record->isInvalidDecl() ||
      !Tu.Namer.inProject(Record) || (Cxx && Cxx->isLambda()))
    return true;
  // Fields of an instantiation are its pattern's, but for their types.
  SymbolId Symbol = Tu.Namer.symbol(Record);
  if (!Classes.try_emplace(Symbol, Tu.Facts.Classes.size()).second) {
    for (const FieldDecl *F : Record->fields())
      closeType(F);
    return true;
  }
  Class Fact;
  Fact.Symbol = Symbol;
  Fact.Name = Tu.Namer.name(Record);
  Fact.QualifiedName = Tu.Namer.qualifiedName(Record);
  Fact.Loc = Tu.Namer.locate(Record->getLocation());
  annotations(Record, Tu.Facts.Strings, Fact.Annotations);
  for (const FieldDecl *F : Record->fields()) {
    if (!Tu.Trusted.believes(F))
      continue;
    Fact.Fields.push_back(Tu.Namer.symbol(F));
    field(F, Symbol);
  }
  if (Cxx) {
    Fact.Template = Cxx->isTemplated();
    for (const CXXBaseSpecifier &Base : Cxx->bases()) {
      Fact.Bases.push_back(Tu.Typer.intern(Base.getType()));
      farBases(Base.getType(), Fact.FarBases);
    }
    bool Any = false, Public = false, Copyable = true;
    for (const CXXMethodDecl *Method : Cxx->methods())
      if (!Method->isConst() && !Method->isStatic() && !Method->isImplicit() &&
          !Method->isDeleted() && !Method->isDefaulted() &&
          !isa<CXXConstructorDecl, CXXDestructorDecl>(Method))
        Fact.Mutators.push_back(Tu.Namer.symbol(Method));
    for (const CXXConstructorDecl *Ctor : Cxx->ctors()) {
      bool Open = Ctor->getAccess() == AS_public && !Ctor->isDeleted();
      if (Ctor->isCopyConstructor())
        Copyable = Open;
      else if (!Ctor->isMoveConstructor() && !Ctor->isImplicit())
        Any = true, Public |= Open;
    }
    Fact.PrivateConstructors = Any && !Public;
    Fact.NotCopyable = !Copyable;
  }
  Tu.Facts.Classes.push_back(std::move(Fact));
  return true;
}

} // namespace

void extractDeclarations(TuContext &Tu) { DeclVisitor(Tu).run(); }

} // namespace stateless
