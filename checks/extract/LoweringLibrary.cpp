//===- LoweringLibrary.cpp - What libraries do, as value-flow statements --===//
//
// Bodies of libraries are not read. An object of a library is taken for a bag:
// a method that changes it puts in what it is given, and each method may hand
// out what is in it (an element's address, or what a smart pointer or an
// iterator leads to). A free function may hand out, and put into what it
// changes, what it is given; code among its arguments is run with the rest of
// them. What a function may keep elsewhere escapes, unless it only borrows.
//
//===----------------------------------------------------------------------===//
#include "extract/ClangCompat.h"
#include "extract/Lowering.h"
#include "extract/Places.h"

using namespace clang;

namespace stateless {

static QualType bare(QualType T) {
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

static llvm::SmallVector<QualType, 4> typeArguments(QualType T) {
  llvm::SmallVector<QualType, 4> Result;
  const CXXRecordDecl *Record = bare(T)->getAsCXXRecordDecl();
  if (auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record))
    typeArguments(Spec->getTemplateArgs().asArray(), Result);
  return Result;
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

static bool holdsReferences(QualType T) {
  return llvm::any_of(typeArguments(T), [](QualType Part) {
    return Part->isLValueReferenceType();
  });
}

static bool isIterator(QualType T) {
  return !memberType(bare(T)->getAsCXXRecordDecl(), "iterator_category")
              .isNull();
}

/// True for objects of a library that stand for others: smart pointers,
/// iterators, views, tuples of references.
bool Lowering::leads(QualType T) {
  return Tu.Typer.isPointerLike(T) ||
         (isLibraryObject(bare(T)) && (holdsReferences(T) || isIterator(T)));
}

/// Where something of type \p T leads to that was given the object \p Given,
/// of type \p Of, to stand for: to that object, or to what it holds.
StatementNumber Lowering::leadingTo(QualType T, Number Given, QualType Of) {
  if (Of->isArrayType() && !isElementOf(Of, T))
    return element(Given);
  bool Itself = isElementOf(Of, T) ? !isIterator(T) : !isLibraryObject(Of);
  return Itself ? Given : either(Given, element(Given));
}

/// The template that \p T is made of; null: none.
static const ClassTemplateDecl *templateOf(QualType T) {
  auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      bare(T)->getAsCXXRecordDecl());
  return Spec ? Spec->getSpecializedTemplate()->getCanonicalDecl() : nullptr;
}

/// True if objects of type \p T are what a \p Container has as its elements,
/// or become such: pair<int, X> becomes the pair<const int, X> of a map.
bool Lowering::isElementOf(QualType T, QualType Container) const {
  for (QualType Argument : typeArguments(Container))
    if (bare(Argument) == bare(T))
      return true;
  QualType Value =
      memberType(bare(Container)->getAsCXXRecordDecl(), "value_type");
  return !Value.isNull() &&
         (bare(Value) == bare(T) ||
          (templateOf(T) && templateOf(T) == templateOf(Value)));
}

StatementNumber Lowering::inside(Number Object, QualType T) {
  Number In = element(Object);
  return leads(T) ? load(In) : In;
}

/// True if an object of type \p From may be part of one of type \p T.
static bool isBaseOf(QualType From, QualType T) {
  const CXXRecordDecl *Base = bare(From)->getAsCXXRecordDecl();
  const CXXRecordDecl *Derived = bare(T)->getAsCXXRecordDecl();
  return Base && Derived && Derived->hasDefinition() &&
         Derived->isDerivedFrom(Base);
}

/// What \p From, the address of a library's object of type \p FromType, gives
/// out as a value of type \p T; an object by its address.
StatementNumber Lowering::handedOut(Number From, QualType FromType,
                                    QualType T) {
  if (!From || T->isVoidType())
    return 0;
  bool PointerLike = leads(FromType);
  if (T->isReferenceType() || T->isPointerType()) {
    QualType To = T->getPointeeType();
    if (T->isPointerType() && !carries(T))
      return 0;
    if (bare(To) == bare(FromType) || isBaseOf(FromType, To))
      return From;
    if (PointerLike)
      return load(element(From));
    if (isElementOf(To, FromType))
      return element(From);
    if (T->isPointerType() && isElementOf(T, FromType))
      return load(element(From));
    Number In = element(From);
    return either(In, load(In));
  }
  if (!isObject(T))
    return carries(T) ? load(element(From)) : 0;
  if (!carries(T))
    return object(T);
  Number Made = object(T);
  SourceLocation None;
  if (!isLibraryObject(T)) {
    act(StatementKind::Copy, Made, element(From), None);
    return Made;
  }
  Number In = element(Made);
  // A base that a library wrote gives out the whole (shared_from_this).
  if (llvm::any_of(typeArguments(T),
                   [&](QualType Part) { return isBaseOf(FromType, Part); })) {
    store(In, From, None);
    return Made;
  }
  if (PointerLike || bare(T) == bare(FromType)) {
    act(StatementKind::Copy, Made, From, None);
  } else {
    // An iterator, or something that has one: it leads to the elements.
    bool Leads = leads(T) || llvm::any_of(typeArguments(T), [&](QualType Part) {
                   return leads(Part);
                 });
    if (Leads)
      store(In, element(From), None);
    act(StatementKind::Copy, Made, element(From), None);
    store(In, load(element(From)), None);
  }
  return Made;
}

Lowering::GivenList Lowering::given(const FunctionDecl *Callee,
                                    Arguments Args) {
  GivenList Result;
  for (unsigned I = 0; I < Args.size(); ++I) {
    QualType Param = I < Callee->getNumParams()
                         ? Callee->getParamDecl(I)->getType()
                         : Args[I]->getType();
    Result.push_back({Args[I], Param, lower(Args[I])});
  }
  return Result;
}

void Lowering::keep(Number Into, QualType T, const Given &G,
                    SourceLocation Loc) {
  QualType Of = G.E->getType();
  if (!G.What)
    return;
  Number In = element(Into);
  bool ByReference = G.Param->isReferenceType();
  if (Of->isFunctionType())
    return store(In, G.What, Loc);
  if (!isObject(Of)) {
    if (ByReference || G.E->isGLValue()) {
      // A reference that is kept, or a copy of a pointer.
      if (carries(Of))
        store(In, load(G.What), Loc);
      if (leads(T))
        store(In, G.What, Loc);
    } else if (carries(Of)) {
      store(In, G.What, Loc);
    }
    return;
  }
  // A view, an iterator, a reference wrapper leads to the object itself.
  if (ByReference && G.E->isLValue() && leads(T) && bare(Of) != bare(T)) {
    store(In, leadingTo(T, G.What, Of), Loc);
    return;
  }
  if (callOperator(Of)) {
    // What is called later keeps its identity.
    store(In, G.What, Loc);
    if (isElementOf(Of, T) && carries(Of))
      act(StatementKind::Copy, In, G.What, Loc);
    return;
  }
  // An array that is given becomes a pointer to its elements.
  if (Of->isArrayType() && G.E->isLValue() && carries(T))
    store(In, element(G.What), Loc);
  if (!carries(Of)) {
    if (!isElementOf(Of, T) && Of->isRecordType() && !isLibraryObject(Of))
      store(In, G.What, Loc);
    return;
  }
  // A range that is given by its iterators: its elements are copied.
  bool Range = leads(Of) && !leads(T) && !ByReference;
  if (isElementOf(Of, T))
    act(StatementKind::Copy, In, G.What, Loc);
  else if (Range)
    act(StatementKind::Copy, In, load(element(G.What)), Loc);
  else if (isLibraryObject(Of))
    act(StatementKind::Copy, Into, G.What, Loc);
  else
    store(In, G.What, Loc);
}

static bool isOfStd(const Decl *D) {
  for (const DeclContext *In = D->getDeclContext(); In; In = In->getParent())
    if (In->isStdNamespace())
      return true;
  return false;
}

/// True if \p Callee runs what it is given before it returns, and never after.
static bool runsNow(TuContext &Tu, const FunctionDecl *Callee) {
  if (Tu.Known.of(Callee).role() == CallRole::RunsNow)
    return true;
  const IdentifierInfo *Name = Callee->getIdentifier();
  return Name && isOfStd(Callee) && !isa<CXXMethodDecl>(Callee) &&
         Name->getName() != "async" && Name->getName() != "atexit" &&
         Name->getName() != "at_quick_exit" &&
         !Name->getName().starts_with("set_");
}

/// True for what can be called, and for objects of a library that hold such.
static bool holdsCode(QualType T, unsigned Depth = 0) {
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

/// Code that a library is given may be run with all else that it is given.
/// Gives what that code returns.
StatementNumber Lowering::runGiven(const FunctionDecl *Callee,
                                   const GivenList &Args, const Expr *E) {
  Number Results = 0;
  for (const Given &G : Args) {
    QualType T = G.E->getType().getNonReferenceType();
    bool Code = T->isFunctionPointerType() || T->isFunctionType() ||
                T->isMemberFunctionPointerType() || callOperator(T);
    bool Holder = false;
    if (!Code && isLibraryObject(T))
      Holder = llvm::any_of(typeArguments(T), [](QualType Part) {
        return Part->isFunctionType() || Part->isFunctionPointerType() ||
               Part->isMemberFunctionPointerType();
      });
    if ((!Code && !Holder) || !G.What)
      continue;
    Number Run = Holder ? load(element(G.What))
                 : G.E->isGLValue() && !T->isFunctionType() && !isObject(T)
                     ? load(G.What)
                     : G.What;
    Statement S;
    S.Kind = StatementKind::Run;
    S.Loc = Tu.Namer.locate(E->getExprLoc());
    S.A = Run;
    S.Index = runsNow(Tu, Callee);
    Number Call = add(std::move(S));
    Results = either(Results, Call);
    for (const Given &Other : Args) {
      if (&Other == &G || !Other.What)
        continue;
      QualType Of = Other.E->getType();
      bool Library = isLibraryObject(Of);
      llvm::SmallVector<Number, 3> Values{Other.What};
      if (Library) {
        Values.push_back(element(Other.What));
        Values.push_back(load(element(Other.What)));
      } else if (Other.E->isGLValue() && !isObject(Of) && carries(Of))
        Values.push_back(load(Other.What));
      else if (!Other.E->isGLValue() && !isObject(Of) && !carries(Of))
        continue;
      for (Number N : Values) {
        Statement A;
        A.Kind = StatementKind::Argument;
        A.A = N;
        A.B = Call;
        add(std::move(A));
      }
    }
  }
  return Results;
}

static bool isOutputIterator(QualType T) {
  QualType Category =
      memberType(bare(T)->getAsCXXRecordDecl(), "iterator_category");
  const CXXRecordDecl *Tag =
      Category.isNull() ? nullptr : Category->getAsCXXRecordDecl();
  return Tag && Tag->isInStdNamespace() &&
         Tag->getName() == "output_iterator_tag";
}

/// True if \p Callee may change what its argument \p Index refers to.
bool Lowering::mayChange(const FunctionDecl *Callee, unsigned Index,
                         const Given &G) {
  return mayWriteArgument(Tu, Callee, Index, G.E, G.Param) ||
         (!G.Param->isReferenceType() && isOutputIterator(G.Param));
}

/// What a library writes of what it is given.
void Lowering::writeGiven(const FunctionDecl *Callee, const GivenList &Args,
                          const Expr *E) {
  for (unsigned I = 0; I < Args.size(); ++I) {
    const Given &G = Args[I];
    if (!G.What || !mayChange(Callee, I, G))
      continue;
    QualType Of = G.E->getType();
    bool Leads = isObject(Of) && leads(Of) && !G.Param->isReferenceType();
    write(Leads ? load(element(G.What)) : G.What, AccessKind::CompoundAssign,
          E->getExprLoc(), Callee, /*IsArgument=*/true);
  }
}

/// What these get they keep, and what they give comes from elsewhere.
static bool isStore(const FunctionDecl *Callee) {
  const IdentifierInfo *Name = Callee->getIdentifier();
  return Name && Callee->isExternC() &&
         llvm::is_contained({"pthread_setspecific", "pthread_getspecific",
                             "tss_set", "tss_get", "dlsym", "dlvsym", "hsearch",
                             "tsearch", "tfind"},
                            Name->getName());
}

/// The standard libraries, and functions that models know, keep no address that
/// they are given but in what they return or change.
bool Lowering::isBorrowing(const FunctionDecl *Callee) const {
  if (isStore(Callee))
    return false;
  if (isOfStd(Callee) || Callee->getBuiltinID() != 0)
    return true;
  const ModelsOf &Of = Tu.Known.of(Callee);
  if (!Of.empty())
    return true;
  // The C library, by where it is declared: its headers stand in the first
  // system folders, those of others below folders of their own.
  if (!Callee->isExternC())
    return false;
  const SourceManager &Sources = Tu.Ast.getSourceManager();
  auto File = Sources.getFileEntryRefForID(
      Sources.getFileID(Sources.getFileLoc(Callee->getLocation())));
  if (!File)
    return true;
  llvm::StringRef Name = File->getName();
  return Name.contains("/bits/") || Name.contains("/sys/") ||
         Name.contains("/arpa/") || Name.contains("/netinet/") ||
         Name.contains("/net/") ||
         llvm::StringRef(
             " string.h strings.h stdio.h stdlib.h unistd.h signal.h time.h "
             "ctype.h wchar.h poll.h pthread.h semaphore.h fcntl.h errno.h "
             "dirent.h netdb.h locale.h math.h setjmp.h threads.h uchar.h "
             "inttypes.h search.h regex.h glob.h pwd.h grp.h termios.h "
             "syslog.h sched.h dlfcn.h getopt.h libgen.h ftw.h fnmatch.h "
             "mqueue.h aio.h iconv.h langinfo.h wctype.h stropts.h utime.h ")
             .contains((" " + Name.rsplit('/').second + " ").str());
}

/// True if a pointer of type \p Given may be returned as one of type \p T, cast
/// or not: a library does not give out one thing for another.
static bool mayBecome(QualType Given, QualType T) {
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

/// True for a pointer to text or numbers: a library puts no addresses there.
static bool leadsToNumbers(QualType T) {
  QualType To = T->getPointeeType();
  return !To.isNull() && (To->isArithmeticType() || To->isEnumeralType());
}

/// A library that is not known to borrow may keep what it is given for
/// writing, and write there at any time.
void Lowering::escapeGiven(const FunctionDecl *Callee, const GivenList &Args,
                           SourceLocation Loc) {
  for (const Given &G : Args) {
    QualType P = G.Param->getPointeeType();
    if (G.What && !P.isNull() && (!P.isConstQualified() || isStore(Callee)) &&
        !P->isFunctionType() && !isLibraryObject(P))
      escape(G.What, Loc, Callee);
  }
}

/// What make_unique<T>(..) and its kin make.
static QualType madeType(const FunctionDecl *Callee) {
  const TemplateArgumentList *Args = Callee->getTemplateSpecializationArgs();
  if (!Args || Args->size() == 0 ||
      Args->get(0).getKind() != TemplateArgument::Type)
    return {};
  return Args->get(0).getAsType();
}

StatementNumber Lowering::libraryMethod(const CXXMethodDecl *Method,
                                        Number Receiver, QualType Object,
                                        Arguments Args, const Expr *E) {
  GivenList All = given(Method, Args);
  const ModelsOf &Models = Tu.Known.of(Method);
  bool Changes = !Method->isConst() && !isAccessor(Method) &&
                 !Models.isPure(ReceiverArgument);
  QualType T = Method->getReturnType();
  // F(X) of a std::function or of what std::bind made.
  if (Method->getOverloadedOperator() == OO_Call) {
    return indirectCall(load(element(Receiver)), Method->getType(), 0, Args, E,
                        Method->getPrimaryTemplate() != nullptr);
  }
  bool Copies = Method->getOverloadedOperator() == OO_Equal &&
                Args.size() == 1 && bare(Args[0]->getType()) == bare(Object);
  if (Changes) {
    if (Copies) {
      if (carries(Object))
        act(StatementKind::Copy, Receiver, All[0].What, E->getExprLoc());
    } else {
      if (Method->getOverloadedOperator() == OO_Equal &&
          holdsReferences(Object) && !All.empty())
        assignThrough(Receiver, All[0], E);
      else
        for (const Given &G : All)
          keep(Receiver, Object, G, E->getExprLoc());
    }
    write(Receiver,
          Method->getOverloadedOperator() == OO_Equal
              ? AccessKind::Assign
              : AccessKind::CompoundAssign,
          E->getExprLoc(), Method);
  }
  writeGiven(Method, All, E);
  // A container of callables only keeps them.
  bool Keeps = Changes && llvm::any_of(typeArguments(Object), [](QualType P) {
                 return P->isFunctionType() || P->isFunctionPointerType() ||
                        P->isRecordType();
               });
  if (!Keeps || Models.role() == CallRole::RunsNow || !Models.entries().empty())
    runGiven(Method, All, E);
  if (!isBorrowing(Method))
    escapeGiven(Method, All, E->getExprLoc());
  // What swaps or takes over gives away as well.
  if (Method->getIdentifier() &&
      (Method->getName() == "swap" || Method->getName() == "splice" ||
       Method->getName() == "merge"))
    for (const Given &G : All)
      if (carries(Object) && isObject(G.E->getType()))
        act(StatementKind::Copy, G.What, Receiver, E->getExprLoc());
  OverloadedOperatorKind Op = Method->getOverloadedOperator();
  if (T->isReferenceType() && bare(T) == bare(Object) && Op != OO_Star &&
      Op != OO_Subscript)
    return Receiver;
  // What a library gives out by value in place of a reference (vector<bool>).
  if (!Method->isConst() && isAccessor(Method) && isLibraryObject(T) &&
      !leads(T))
    return element(Receiver);
  return handedOut(Receiver, Object, T);
}

/// std::tie(A, B) = X: what the object at \p Into refers to gets what \p From
/// holds.
void Lowering::assignThrough(Number Into, const Given &From, const Expr *E) {
  Number To = load(element(Into));
  if (From.What) {
    Number Value = element(From.What);
    act(StatementKind::Copy, To, Value, E->getExprLoc());
    store(To, load(Value), E->getExprLoc());
  }
  write(To, AccessKind::Assign, E->getExprLoc());
}

void Lowering::libraryConstruct(Number Into, const CXXConstructExpr *E) {
  const CXXConstructorDecl *Ctor = E->getConstructor();
  llvm::SmallVector<const Expr *, 4> Args(E->arguments());
  GivenList All = given(Ctor, Args);
  QualType T = E->getType();
  if (Ctor->isCopyOrMoveConstructor() && !All.empty()) {
    if (carries(T))
      act(StatementKind::Copy, Into, All[0].What, E->getExprLoc());
    moveFrom(E, All[0].What);
    return;
  }
  for (const Given &G : All)
    keep(Into, T, G, E->getExprLoc());
  writeGiven(Ctor, All, E);
  // std::thread(F, X) runs F; a std::function only keeps it.
  bool Keeps = carries(T) && !typeArguments(T).empty();
  if (!Keeps)
    runGiven(Ctor, All, E);
}

/// A library makes an object of the project's class \p Record from \p Args.
void Lowering::constructGiven(Number Into, const CXXRecordDecl *Record,
                              const GivenList &Args, const Expr *E) {
  bool Copies = Args.size() == 1 &&
                bare(Args[0].E->getType())->getAsCXXRecordDecl() == Record;
  const CXXConstructorDecl *Best = nullptr;
  for (const CXXConstructorDecl *Ctor : Record->ctors())
    if (Ctor->isCopyOrMoveConstructor() == Copies &&
        Ctor->getNumParams() >= Args.size() &&
        Ctor->getMinRequiredArguments() <= Args.size())
      Best = Ctor;
  llvm::SmallVector<const Expr *, 4> Values;
  for (const Given &G : Args)
    Values.push_back(G.E);
  if (Best && Best->isUserProvided()) {
    projectCall(Best, Into, Values, E);
  } else if (Copies) {
    act(StatementKind::Copy, Into, Args[0].What, E->getExprLoc());
  } else if (Args.empty()) {
    if (Best)
      constructMembers(Into, Best);
  } else { // An aggregate.
    auto Field = Record->field_begin();
    for (const Expr *Value : Values)
      if (Field != Record->field_end()) {
        initialize(field(Into, Tu.Namer.symbol(*Field)), Value,
                   Field->getType());
        ++Field;
      }
  }
}

StatementNumber Lowering::libraryFunction(const FunctionDecl *Callee,
                                          Arguments Args, const Expr *E) {
  GivenList All = given(Callee, Args);
  const ModelsOf &Models = Tu.Known.of(Callee);
  SourceLocation Loc = E->getExprLoc();
  QualType T = Callee->getReturnType();
  const ForwardModel *Forward = Models.get<ForwardModel>();
  if (Forward && static_cast<size_t>(Forward->Argument) < All.size()) {
    const Given &G = All[Forward->Argument];
    // A part of an object of a library: std::get, any_cast, get_if.
    QualType Of = G.E->getType();
    if (Of->isPointerType() && isLibraryObject(Of->getPointeeType()))
      Of = Of->getPointeeType();
    bool Part = isObject(Of) && (T->isReferenceType() || T->isPointerType()) &&
                bare(T->getPointeeType()) != bare(Of);
    if (Part)
      return handedOut(G.What, Of, T);
    if (T->isReferenceType() || T->isPointerType())
      return G.What;
  }
  if (Models.allocates() && T->isPointerType())
    return object(T->getPointeeType(), StatementKind::New);
  const IdentifierInfo *Name = Callee->getIdentifier();
  bool Makes = Name && isOfStd(Callee) &&
               (Name->getName().starts_with("make_unique") ||
                Name->getName().starts_with("make_shared"));
  if (QualType Made = Makes ? madeType(Callee) : QualType(); !Made.isNull()) {
    Number Object = object(T);
    Number New = object(Made, StatementKind::New);
    store(element(Object), New, Loc);
    const CXXRecordDecl *Record = Made->getAsCXXRecordDecl();
    if (Record && Record->hasDefinition() && !isLibrary(Record)) {
      constructGiven(New, Record, All, E);
    } else {
      for (const Given &G : All)
        keep(New, Made, G, Loc);
    }
    return Object;
  }
  writeGiven(Callee, All, E);
  // What std::bind and its kin make is called later.
  Number Ran = 0;
  if (!isLibraryObject(T) || !holdsCode(T))
    Ran = runGiven(Callee, All, E);
  // What it gives out may be what that code returned (std::invoke).
  // What is changed gets what the others carry (swap, copy, memcpy).
  for (unsigned I = 0; I < All.size(); ++I) {
    const Given &To = All[I];
    if (!To.What || leadsToNumbers(To.Param) || !mayChange(Callee, I, To))
      continue;
    QualType ToType = To.E->getType();
    bool ToLibrary = isLibraryObject(ToType);
    for (const Given &From : All) {
      QualType Of = From.E->getType();
      if (&From == &To || !From.What || !carries(Of))
        continue;
      if (ToLibrary) {
        bool Leads = leads(ToType);
        // An iterator that is given by value stays what it is.
        bool ByValue = Leads && !To.Param->isReferenceType();
        if (bare(Of) == bare(ToType) && !ByValue)
          act(StatementKind::Copy, To.What, From.What, Loc);
        if (Leads && isObject(Of))
          act(StatementKind::Copy, load(element(To.What)),
              load(element(From.What)), Loc);
        else if (!Leads)
          keep(To.What, ToType, From, Loc);
      } else if (isObject(Of)) {
        act(StatementKind::Copy, To.What, From.What, Loc);
      } else if (From.E->isGLValue() && !Of->isFunctionType()) {
        store(To.What, load(From.What), Loc);
      } else {
        // memcpy(To, From, N): what From points to goes where To points.
        act(StatementKind::Copy, To.What, From.What, Loc);
        store(To.What, From.What, Loc);
      }
    }
  }
  bool Borrows = isBorrowing(Callee);
  if (!Borrows)
    escapeGiven(Callee, All, Loc);
  // What it gives out.
  if (T->isVoidType() || (!T->isReferenceType() && !carries(T)))
    return isObject(T) ? object(T) : 0;
  if (T->isReferenceType() || T->isPointerType()) {
    Number Given = Ran;
    for (const auto &G : All) {
      QualType Of = G.E->getType();
      if (!G.What)
        continue;
      if (T->isReferenceType() && G.E->isGLValue() && bare(Of) == bare(T))
        Given = either(Given, G.What);
      else if (isObject(Of) && carries(Of))
        Given = either(Given, handedOut(G.What, Of, T));
      else if (Of->isPointerType() && T->isPointerType() && carries(Of) &&
               !G.E->isGLValue() && mayBecome(Of, T))
        Given = either(Given, G.What);
      else if (Of->isPointerType() && G.E->isGLValue() && carries(Of))
        Given = either(Given, load(G.What));
    }
    if (Given)
      return Borrows ? Given : either(Given, unknown());
    QualType To = T->getPointeeType();
    if (isLibraryObject(To))
      return object(To, StatementKind::New);
    return Borrows ? 0 : unknown();
  }
  if (!isObject(T)) {
    Number Given = Ran;
    for (const auto &G : All)
      if (G.What && carries(G.E->getType()))
        Given = either(Given,
                       isObject(G.E->getType()) ? load(element(G.What))
                       : G.E->isGLValue() && !G.E->getType()->isFunctionType()
                           ? load(G.What)
                           : G.What);
    return Given ? Given : Borrows ? 0 : unknown();
  }
  Number Object = object(T);
  if (Ran)
    act(StatementKind::Copy, Object, Ran, Loc);
  for (const auto &G : All) {
    if (!G.What)
      continue;
    QualType Of = G.E->getType();
    if (bare(Of) == bare(T)) {
      act(StatementKind::Copy, Object, G.What, Loc);
      continue;
    }
    keep(Object, T, G, Loc);
    // std::ref, std::begin: it leads to what was given.
    if (leads(T) && G.E->isLValue())
      store(element(Object), isObject(Of) ? leadingTo(T, G.What, Of) : G.What,
            Loc);
  }
  return Object;
}

} // namespace stateless
