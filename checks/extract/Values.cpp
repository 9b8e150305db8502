//===- Values.cpp - Expressions to symbolic values ------------------------===//
#include "extract/Values.h"
#include "extract/Buffers.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace stateless {

/// Expressions nest deeper only in generated code.
static constexpr unsigned MaxValueDepth = 24;

ValueId ValueBuilder::text(llvm::StringRef Text) {
  Value V;
  V.Kind = ValueKind::Text;
  V.Text = Tu.Facts.Strings.intern(Text);
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::integer(std::optional<int64_t> Number) {
  if (!Number)
    return {};
  Value V;
  V.Kind = ValueKind::Integer;
  V.Number = *Number;
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::combine(ValueKind Kind, llvm::ArrayRef<ValueId> Args) {
  if (llvm::none_of(Args, [](ValueId Id) { return bool(Id); }))
    return {};
  if (Args.size() == 1)
    return Args[0];
  Value V;
  V.Kind = Kind;
  V.Args.assign(Args.begin(), Args.end());
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::fromConfiguration() {
  Value V;
  V.Kind = ValueKind::CommandLine;
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::joined(llvm::ArrayRef<const Expr *> Args,
                             llvm::ArrayRef<ArgumentIndex> Indexes) {
  llvm::SmallVector<ValueId, 2> Parts;
  for (ArgumentIndex At : Indexes)
    if (static_cast<size_t>(At) < Args.size())
      Parts.push_back(of(Args[At]));
  return combine(ValueKind::Concat, Parts);
}

bool ValueBuilder::isSymbolic(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType().getCanonicalType();
  if (T->isIntegralOrEnumerationType())
    return true;
  QualType Element = T->isPointerType() ? T->getPointeeType()
                     : T->isArrayType()
                         ? QualType(T->getArrayElementTypeNoTypeQual(), 0)
                         : QualType();
  if (!Element.isNull() && Element->isAnyCharacterType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  return (Record && Tu.Known.isText(Record)) || Tu.Holders.of(T);
}

ValueId ValueBuilder::ofArgument(const Expr *E, QualType Param) {
  if (E->getType().isNull())
    return {};
  // An array of texts, such as argv, is one of them.
  QualType Element = E->getType()->isPointerType()
                         ? E->getType()->getPointeeType()
                         : QualType();
  bool Follow =
      isSymbolic(E->getType()) || isSymbolic(Param) ||
      (!Element.isNull() && Element->isPointerType() && isSymbolic(Element));
  return Follow ? of(E) : ValueId{};
}

ValueId ValueBuilder::of(const Expr *E) {
  if (!E || Depth >= MaxValueDepth)
    return {};
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  for (;;) {
    // A null pointer is no text, and as a path no file.
    if (!E->getType().isNull() && E->getType()->isPointerType() &&
        E->isNullPointerConstant(Tu.Ast, Expr::NPC_ValueDependentIsNotNull))
      return text("");
    const Expr *Inner = E->IgnoreParenCasts()->IgnoreImplicit();
    if (auto *Default = dyn_cast<CXXDefaultArgExpr>(Inner))
      Inner = Default->getExpr();
    else if (auto *Default = dyn_cast<CXXDefaultInitExpr>(Inner))
      Inner = Default->getExpr();
    else if (auto *Opaque = dyn_cast<OpaqueValueExpr>(Inner);
             Opaque && Opaque->getSourceExpr())
      Inner = Opaque->getSourceExpr();
    // What is in parentheses in a template that nobody instantiates has no
    // type.
    else if (auto *List = dyn_cast<ParenListExpr>(Inner)) {
      if (List->getNumExprs() != 1)
        return {};
      Inner = List->getExpr(0);
    } else if (std::optional<std::string> Listed = listedText(Inner, Tu.Ast))
      return text(*Listed);
    else if (auto *List = dyn_cast<InitListExpr>(Inner);
             List && List->getNumInits() == 1 &&
             !Tu.Holders.of(List->getType()))
      Inner = List->getInit(0);
    else if (auto *Unary = dyn_cast<UnaryOperator>(Inner);
             Unary && (Unary->getOpcode() == UO_AddrOf ||
                       Unary->getOpcode() == UO_Deref))
      Inner = Unary->getSubExpr();
    if (!Inner || Inner == E)
      break;
    E = Inner;
  }
  return E->getType().isNull() ? ValueId{} : ofStripped(E);
}

static bool isAsciiLiteral(const StringLiteral *Literal) {
  return Literal->getCharByteWidth() == 1;
}

ValueId ValueBuilder::ofStripped(const Expr *E) {
  if (auto *Literal = dyn_cast<StringLiteral>(E)) {
    if (isAsciiLiteral(Literal))
      return text(Literal->getString());
    std::string Narrow;
    for (unsigned I = 0; I < Literal->getLength(); ++I)
      Narrow += static_cast<char>(Literal->getCodeUnit(I));
    return text(Narrow);
  }
  if (E->getType()->isIntegralOrEnumerationType() && !E->isValueDependent()) {
    Expr::EvalResult Result;
    if (E->EvaluateAsInt(Result, Tu.Ast, Expr::SE_NoSideEffects)) {
      std::optional<int64_t> Number = Result.Val.getInt().tryExtValue();
      if (Number && E->getType()->isCharType() && isa<CharacterLiteral>(E))
        return text(std::string(1, static_cast<char>(*Number)));
      return integer(Number);
    }
  }
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    return ofReference(Ref);
  if (auto *Binary = dyn_cast<BinaryOperator>(E);
      Binary && Binary->getOpcode() == BO_Or)
    return combine(ValueKind::BitOr,
                   {of(Binary->getLHS()), of(Binary->getRHS())});
  if (ValueId Flags = ofFlags(E))
    return Flags;
  if (auto *Conditional = dyn_cast<AbstractConditionalOperator>(E))
    return combine(ValueKind::Choice, {of(Conditional->getTrueExpr()),
                                       of(Conditional->getFalseExpr())});
  if (auto *Member = dyn_cast<MemberExpr>(E))
    return ofMember(Member);
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return ofTable(Subscript);
  if (auto *List = dyn_cast<InitListExpr>(E);
      List && E->getType()->isArrayType()) {
    llvm::SmallVector<ValueId, 8> Elements;
    for (const Expr *Init : List->inits())
      Elements.push_back(of(Init));
    return combine(ValueKind::Choice, Elements);
  }
  if (auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return ofConstruction(Construct);
  if (auto *Call = dyn_cast<CallExpr>(E))
    return ofCall(Call);
  return ofObject(E);
}

ValueId ValueBuilder::ofTable(const ArraySubscriptExpr *Subscript) {
  ValueId Base = of(Subscript->getBase());
  if (Base && Tu.Facts.Values[Base.Value].Kind == ValueKind::CommandLine)
    return Base;
  // One of the elements of a table.
  if (Base &&
      Subscript->getBase()->IgnoreParenImpCasts()->getType()->isArrayType())
    return Base;
  // An element of an array of texts that a caller passes (argv).
  if (Base && Tu.Facts.Values[Base.Value].Kind == ValueKind::Parameter &&
      Subscript->getType()->isPointerType())
    return Base;
  return {};
}

/// A class that wraps flags (QFlags) holds one integer.
ValueId ValueBuilder::ofFlags(const Expr *E) {
  const CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl();
  if (!Record || E->isValueDependent() || !Record->hasDefinition() ||
      !Record->isLiteral() || Record->getNumBases() != 0)
    return {};
  auto Field = Record->field_begin();
  if (Field == Record->field_end() || std::next(Field) != Record->field_end() ||
      !Field->getType()->isIntegralOrEnumerationType())
    return {};
  Expr::EvalResult Result;
  if (!E->EvaluateAsRValue(Result, Tu.Ast) || !Result.Val.isStruct() ||
      Result.Val.getStructNumFields() != 1 ||
      !Result.Val.getStructField(0).isInt())
    return {};
  return integer(Result.Val.getStructField(0).getInt().tryExtValue());
}

ValueId ValueBuilder::ofReference(const DeclRefExpr *Ref) {
  Value V;
  auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
  if (!Var)
    return {};
  if (Var->hasGlobalStorage()) {
    V.Kind = ValueKind::Variable;
    V.Symbol = Tu.Namer.symbol(Var);
    return Tu.intern(std::move(V));
  }
  return ofLocal(Var);
}

bool ValueBuilder::isEmpty(ValueId Id) const {
  const Value &V = Tu.Facts.Values[Id.Value];
  return Id && V.Kind == ValueKind::Text && !V.Text;
}

/// True if \p E makes a buffer that gets its text elsewhere.
bool ValueBuilder::isUnwritten(const LocalInfo &Info, const Expr *E) {
  return (!Info.Formatted.empty() || !Info.Continued.empty() ||
          !Info.Cleared.empty()) &&
         !Info.Lent && isFresh(E, Tu);
}

/// True if \p Local holds characters, and no text of its own.
bool ValueBuilder::isBuffer(const VarDecl *Local) {
  QualType T = Local->getType().getCanonicalType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  const LocalInfo *Info = Body.info(Local);
  return T->isArrayType() || (Record && !Tu.Known.isText(Record)) ||
         (Info && llvm::any_of(Info->Assigned,
                               [&](const Expr *E) { return isFresh(E, Tu); }));
}

/// The calls that put texts one behind the other, in the order of the source;
/// of strcat(strcat(A, B), C) the inner one comes first.
static llvm::SmallVector<const CallExpr *, 2>
continuations(const LocalInfo &Info) {
  llvm::SmallVector<const CallExpr *, 2> Calls(Info.Continued.begin(),
                                               Info.Continued.end());
  llvm::stable_sort(Calls, [](const CallExpr *A, const CallExpr *B) {
    return A->getEndLoc() < B->getEndLoc();
  });
  return Calls;
}

/// True if one of \p Calls stands before something that clears the buffer.
static bool isClearedAfter(const LocalInfo &Info,
                           llvm::ArrayRef<const CallExpr *> Calls) {
  return llvm::any_of(Info.Cleared, [&](const Expr *Clear) {
    return llvm::any_of(Calls, [&](const CallExpr *Call) {
      return Call->getBeginLoc() < Clear->getBeginLoc();
    });
  });
}

ValueId ValueBuilder::ofLocal(const VarDecl *Local) {
  const LocalInfo *Info = Body.info(Local);
  llvm::SmallVector<ValueId, 4> Bases;
  if (auto *Param = dyn_cast<ParmVarDecl>(Local)) {
    auto *Owner = dyn_cast<FunctionDecl>(Param->getDeclContext());
    if (!Owner)
      return {};
    Value V;
    // In a lambda, a parameter of a function around it.
    if (Owner != In && !Owner->isMain())
      V.Symbol = Tu.Namer.symbol(Owner);
    V.Kind = Owner->isMain() ? ValueKind::CommandLine : ValueKind::Parameter;
    V.Index = Owner->isMain() ? 0 : Param->getFunctionScopeIndex();
    Bases.push_back(Tu.intern(std::move(V)));
  }
  bool Whole = InProgress.empty();
  if (auto It = Objects.find(Local); Whole && It != Objects.end())
    return It->second;
  if (!InProgress.insert(Local).second)
    return {};
  if (Tu.Holders.of(Local->getType())) {
    if (Info)
      for (const Expr *E : Info->Assigned)
        Bases.push_back(of(E));
    ValueId Result = ofObjectLocal(Local, combine(ValueKind::Choice, Bases));
    InProgress.erase(Local);
    if (Whole && Depth == 1)
      Objects[Local] = Result;
    return Result;
  }
  if (!Info) {
    InProgress.erase(Local);
    return Bases.empty() ? ValueId{} : Bases[0];
  }
  // Declared empty and given its text later: the empty text does not count.
  bool Later = Info->Assigned.size() > 1 || !Info->Formatted.empty();
  for (const Expr *E : Info->Assigned) {
    ValueId Id = of(E);
    if (!(Later && isEmpty(Id)) && !isUnwritten(*Info, E))
      Bases.push_back(Id);
  }
  for (const CallExpr *Call : Info->Formatted)
    Bases.push_back(ofCall(Call));
  bool Anew =
      !Info->Continued.empty() && isClearedAfter(*Info, Info->Formatted);
  if (Anew || (Bases.empty() && !Info->Cleared.empty()))
    Bases.push_back(text(""));
  // An empty buffer that is written in ways not seen here.
  bool Filled = !Info->Continued.empty() || !Info->Appended.empty();
  if (isBuffer(Local) &&
      llvm::all_of(Bases, [&](ValueId Id) { return isEmpty(Id); }) &&
      (!Filled || Info->Poked || Info->Extended))
    Bases.clear();
  // Where something unseen may have changed the text, nothing is known of it;
  // nor where several texts are put together in one buffer.
  if (Info->Unknown || isClearedAfter(*Info, Info->Continued))
    Bases.clear();
  llvm::SmallVector<ValueId, 4> Parts;
  Parts.push_back(combine(ValueKind::Choice, Bases));
  ValueKind How = ValueKind::Concat;
  for (const Expr *E : Info->Appended) {
    auto *Call = cast<CallExpr>(E);
    bool Operator = isa<CXXOperatorCallExpr>(Call);
    if (const FunctionDecl *Callee = Call->getDirectCallee())
      if (const ValueModel *Model = Tu.Known.of(Callee).get<ValueModel>();
          Model && Model->Kind == ValueModelKind::Join)
        How = ValueKind::Join;
    for (unsigned I = Operator ? 1 : 0; I < Call->getNumArgs(); ++I)
      Parts.push_back(of(Call->getArg(I)));
  }
  for (const CallExpr *Call : continuations(*Info))
    Parts.push_back(Call->getNumArgs() > 1 ? of(Call->getArg(1)) : ValueId{});
  if (Info->Extended)
    Parts.push_back({});
  InProgress.erase(Local);
  return combine(How, Parts);
}

static bool isCopy(const CXXConstructExpr *Construct) {
  return Construct->getConstructor()->isCopyOrMoveConstructor() &&
         Construct->getNumArgs() != 0;
}

ValueId ValueBuilder::ofConstruction(const CXXConstructExpr *Construct) {
  llvm::ArrayRef<const Expr *> Args(Construct->getArgs(),
                                    Construct->getNumArgs());
  if (const ValueModel *Model =
          Tu.Known.of(Construct->getConstructor()).get<ValueModel>();
      Model && !Args.empty()) {
    // std::string(64, '\0'): a number of characters.
    if (Args.size() > 1 && Model->Kind == ValueModelKind::Same &&
        Args[0]->getType()->isIntegerType())
      return isZero(Args[1], Tu.Ast) ? text("") : ValueId{};
    return ofModel(*Model, nullptr, Args);
  }
  const CXXRecordDecl *Class = Construct->getConstructor()->getParent();
  bool Holds = Tu.Holders.of(Construct->getType());
  if (Holds && Tu.Namer.inProject(Class) && !isCopy(Construct))
    return made(Construct->getConstructor(), Args);
  // A text that is empty, or a pointer that is null.
  if (Args.empty())
    return Holds || Tu.Known.isText(Class) ? text("") : ValueId{};
  // A copy is the value; an object made from a text (a file by its name)
  // stands for that text.
  const Expr *First = Args[0];
  // A number of elements.
  if (First->getType()->isIntegerType() && isFresh(Construct, Tu))
    return {};
  if (!isSymbolic(First->getType()) &&
      !Construct->getConstructor()->isCopyOrMoveConstructor())
    return {};
  return of(First);
}

ValueId ValueBuilder::ofCall(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee)
    return {};
  llvm::SmallVector<const Expr *, 4> Args(Call->arguments());
  const Expr *Receiver = nullptr;
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    Receiver = Member->getImplicitObjectArgument();
  else if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee) &&
           !Args.empty()) {
    Receiver = Args.front();
    Args.erase(Args.begin());
  }
  if (const ValueModel *Model = Tu.Known.of(Callee).get<ValueModel>())
    return ofModel(*Model, Receiver, Args, Callee);
  // &Buffer[0]
  if (Callee->getOverloadedOperator() == OO_Subscript &&
      Call->getType()->isAnyCharacterType())
    return ofBuffer(Call);
  if (!Tu.Namer.inProject(Callee))
    return ofLibraryCall(Call, Receiver, Args);
  if (!isSymbolic(Callee->getReturnType()))
    return {};
  Value V;
  V.Kind = ValueKind::CallResult;
  V.Symbol = Tu.Namer.symbol(Callee);
  V.Args = valuesOf(Args);
  if (Receiver && Tu.Holders.of(Receiver->getType()))
    V.Of = of(Receiver);
  return Tu.intern(std::move(V));
}

/// True if \p F formats; else it copies the text that it is given (strcpy).
static bool isFormatting(const FunctionDecl *F) {
  return !F || F->isVariadic() || F->hasAttr<FormatAttr>();
}

ValueId ValueBuilder::ofModel(const ValueModel &Model, const Expr *Receiver,
                              llvm::ArrayRef<const Expr *> Args,
                              const FunctionDecl *Callee) {
  llvm::SmallVector<const Expr *, 4> Chosen;
  if (Model.Args.empty()) {
    if (Receiver)
      Chosen.push_back(Receiver);
    Chosen.append(Args.begin(), Args.end());
  }
  for (ArgumentIndex Index : Model.Args) {
    if (Index == ReceiverArgument && Receiver)
      Chosen.push_back(Receiver);
    else if (Index >= 0 && static_cast<size_t>(Index) < Args.size())
      Chosen.push_back(Args[Index]);
  }
  llvm::erase_if(Chosen, [](const Expr *E) {
    return isa<CXXDefaultArgExpr>(E) && !E->getType()->isPointerType();
  });
  Value V;
  switch (Model.Kind) {
  case ValueModelKind::Same:
    return Chosen.empty() ? ValueId{} : of(Chosen[0]);
  case ValueModelKind::Concat:
  case ValueModelKind::Join: {
    llvm::SmallVector<ValueId, 4> Parts;
    if (!Model.Below.empty())
      Parts.push_back(text(Model.Below));
    for (const Expr *E : Chosen)
      Parts.push_back(of(E));
    return combine(Model.Kind == ValueModelKind::Concat ? ValueKind::Concat
                                                        : ValueKind::Join,
                   Parts);
  }
  case ValueModelKind::Format:
    return format(Chosen);
  case ValueModelKind::FormatInto: {
    // The target comes first, then perhaps a size, then the format.
    llvm::ArrayRef<const Expr *> Rest = Args;
    if (Model.Args.size() > 1)
      Rest = Rest.drop_front(
          std::min<size_t>(Rest.size(), std::max(0, Model.Args[1])));
    else if (!Rest.empty())
      Rest = Rest.drop_front();
    return isFormatting(Callee) || Rest.empty() ? format(Rest) : of(Rest[0]);
  }
  case ValueModelKind::FillInto:
    return Chosen.size() < 2 || isZero(Chosen[1], Tu.Ast) ? text("")
                                                          : ValueId{};
  case ValueModelKind::AppendInto:
    return Chosen.empty() ? ValueId{} : ofBuffer(Chosen[0]);
  case ValueModelKind::Environment: {
    ValueId Name = Chosen.empty() ? ValueId{} : of(Chosen[0]);
    V.Kind = ValueKind::Environment;
    if (Name && Tu.Facts.Values[Name.Value].Kind == ValueKind::Text)
      V.Text = Tu.Facts.Values[Name.Value].Text;
    // A temporary directory that the environment names is one all the same.
    if (Tu.Known.isTempVariable(Tu.Facts.Strings[V.Text])) {
      V.Kind = ValueKind::TempDirectory;
      V.Text = {};
    }
    return Tu.intern(std::move(V));
  }
  case ValueModelKind::TempDirectory:
    V.Kind = ValueKind::TempDirectory;
    return Tu.intern(std::move(V));
  case ValueModelKind::CommandLine:
    return fromConfiguration();
  case ValueModelKind::Parent: {
    ValueId Path = Chosen.empty() ? ValueId{} : of(Chosen[0]);
    if (!Path)
      return {};
    V.Kind = ValueKind::Parent;
    V.Args = {Path};
    return Tu.intern(std::move(V));
  }
  }
  return {};
}

namespace {
/// One piece of a format string: literal text, or the argument that follows.
struct FormatPiece {
  std::string Text;
  int Argument = -1;   ///< Position among the arguments, or -1 for text.
  bool IsText = false; ///< The argument is put in as it is (%s, {}).
};
} // namespace

/// Splits a printf format ("%s/%d.txt") or a brace format ("{}/{:>3}").
static std::vector<FormatPiece> splitFormat(llvm::StringRef Format) {
  std::vector<FormatPiece> Pieces;
  bool Braces = Format.contains('{') && !Format.contains('%');
  std::string Literal;
  int Next = 0;
  auto Flush = [&] {
    if (!Literal.empty())
      Pieces.push_back({Literal, -1, true});
    Literal.clear();
  };
  for (size_t I = 0; I < Format.size(); ++I) {
    char C = Format[I];
    if ((Braces && (C == '{' || C == '}') && I + 1 < Format.size() &&
         Format[I + 1] == C) ||
        (!Braces && C == '%' && I + 1 < Format.size() &&
         Format[I + 1] == '%')) {
      Literal += C;
      ++I;
    } else if (Braces && C == '{') {
      size_t End = Format.find('}', I);
      llvm::StringRef Spec = Format.slice(I + 1, End).split(':').first;
      int Index = Next;
      if (Spec.empty() || Spec.getAsInteger(10, Index))
        Index = Next++;
      Flush();
      Pieces.push_back({"", Index, true});
      if (End == llvm::StringRef::npos)
        break;
      I = End;
    } else if (!Braces && C == '%') {
      size_t End = Format.find_first_of("diouxXeEfFgGaAcspn@", I + 1);
      Flush();
      Pieces.push_back(
          {"", Next++, End != llvm::StringRef::npos && Format[End] == 's'});
      if (End == llvm::StringRef::npos)
        break;
      I = End;
    } else {
      Literal += C;
    }
  }
  Flush();
  return Pieces;
}

/// The text in the buffer that \p E points to.
ValueId ValueBuilder::ofBuffer(const Expr *E) {
  Buffer B = bufferOf(E, Tu);
  return B.Of && B.FromStart ? of(B.Of) : ValueId{};
}

ValueId ValueBuilder::format(llvm::ArrayRef<const Expr *> FormatAndArgs) {
  if (FormatAndArgs.empty())
    return {};
  ValueId Format = of(FormatAndArgs[0]);
  if (!Format || Tu.Facts.Values[Format.Value].Kind != ValueKind::Text)
    return {};
  std::string Text = Tu.Facts.Strings[Tu.Facts.Values[Format.Value].Text].str();
  llvm::SmallVector<ValueId, 4> Parts;
  for (const FormatPiece &Piece : splitFormat(Text)) {
    size_t Index = static_cast<size_t>(Piece.Argument) + 1;
    if (Piece.Argument < 0)
      Parts.push_back(text(Piece.Text));
    else if (Piece.IsText && Index < FormatAndArgs.size())
      Parts.push_back(of(FormatAndArgs[Index]));
    else
      Parts.push_back({});
  }
  return combine(ValueKind::Concat, Parts);
}

} // namespace stateless
