//===- Lowering.h - A function body as value-flow statements ---*- C++ -*-===//
//
// Walks one function body in the order of evaluation and writes down what
// flows where (FlowBody in facts/Facts.h). Every expression gives an address
// (if it is a glvalue, or an object of class type) or the value of a pointer.
// What a library does with what it is given is said in LoweringLibrary.cpp.
// Whatever is not understood gives Unknown, never nothing. It must not know
// who calls the function, nor what is made of the statements.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_LOWERING_H
#define STATELESS_EXTRACT_LOWERING_H

#include "extract/Handovers.h"
#include "extract/KnownKeys.h"
#include "extract/Locals.h"
#include "extract/MadeObjects.h"
#include "extract/TuContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"

namespace stateless {

class Lowering {
public:
  /// \p In is the function that is lowered; null: the initialiser of a
  /// variable or field.
  Lowering(TuContext &Tu, const Locals &Body, const clang::FunctionDecl *In);

  void function(const clang::Stmt *Code);
  void initializer(const clang::VarDecl *Var);

  /// The statements that can matter; empty if none does.
  FlowBody take() &&;

private:
  using Number = StatementNumber;
  using Arguments = llvm::ArrayRef<const clang::Expr *>;

  //===-- Statements (Lowering.cpp) ---------------------------------------===//

  Number add(Statement S);
  Number value(StatementKind Kind, SymbolId Symbol = {}, Number A = 0,
               Number B = 0);
  Number unknown() { return value(StatementKind::Unknown); }
  Number load(Number A);
  /// Of the objects that are read at \p A, those that may be of type \p T.
  Number loadOf(Number A, clang::QualType T);
  Number field(Number Object, const clang::FieldDecl *Field);
  Number field(Number Object, SymbolId Field, clang::QualType T);
  Number element(Number Object);
  Number either(Number A, Number B);
  void act(StatementKind Kind, Number A, Number B, clang::SourceLocation At);
  void store(Number At, Number What, clang::SourceLocation Loc);
  Statement *write(Number At, AccessKind How, clang::SourceLocation Loc,
                   const clang::FunctionDecl *By = nullptr,
                   bool IsArgument = false);
  void read(Number At, clang::SourceLocation Loc,
            const clang::FunctionDecl *By = nullptr,
            AccessKind How = AccessKind::Read);
  /// \p To is the function that gets it, if one does. \p How is DependentUse
  /// where template arguments decide what becomes of it.
  void escape(Number What, clang::SourceLocation Loc,
              const clang::FunctionDecl *To = nullptr,
              AccessKind How = AccessKind::Read);
  /// A new object of type \p T without a name.
  Number object(clang::QualType T, StatementKind Kind = StatementKind::Local);
  Number thisAddress();
  SymbolId capture(const clang::CXXRecordDecl *Lambda, unsigned Index);

  //===-- Types -----------------------------------------------------------===//

  /// True if a value of type \p T may hold something that is followed.
  bool carries(clang::QualType T);
  bool carriesAsGiven(const clang::Expr *E);
  bool carriesRecord(const clang::CXXRecordDecl *Record);
  /// True for objects that statements stand for by their address.
  static bool isObject(clang::QualType T) {
    return T->isRecordType() || T->isArrayType();
  }
  /// True for integers in which an address has room.
  bool isAddressSized(clang::QualType T) const;
  bool isLibrary(const clang::Decl *D) const;
  /// True for a class that the project does not declare.
  bool isLibraryObject(clang::QualType T) const {
    return T->isRecordType() && isLibrary(T->getAsRecordDecl());
  }
  SymbolId callOperator(clang::QualType T);
  /// The type of an object of the project's classes, or of a pointer.
  TypeId objectType(clang::QualType T);

  //===-- Code (Lowering.cpp) ---------------------------------------------===//

  void walk(const clang::Stmt *S);
  void declare(const clang::VarDecl *Var);
  void giveBack(const clang::Expr *E);
  void cleanUp(Number At, const clang::VarDecl *Var,
               const clang::FunctionDecl *Code);
  void constructor(const clang::CXXConstructorDecl *Ctor);
  void resume(const clang::CoroutineBodyStmt &Body);
  Number localAddress(const clang::VarDecl *Var);
  Number globalAddress(const clang::VarDecl *Var);

  //===-- Expressions (LoweringExprs.cpp) ---------------------------------===//

  Number lower(const clang::Expr *E);
  Number evaluate(const clang::Expr *E);
  Number evaluateCast(const clang::CastExpr *Cast);
  Number evaluateAtomic(const clang::AtomicExpr *E);
  Number castTo(Number Address, const clang::CastExpr &Cast);
  Number evaluateUnary(const clang::UnaryOperator *Op);
  bool emptiesText(const clang::BinaryOperator &Op);
  Number wholeOf(Number Element) const;
  Number evaluateBinary(const clang::BinaryOperator *Op);
  Number member(Number Base, const clang::FieldDecl *Field);
  Number evaluateMember(const clang::MemberExpr *Member);
  Number evaluateNew(const clang::CXXNewExpr *New);
  Number reference(const clang::DeclRefExpr *Ref);
  Number variable(const clang::VarDecl *Var, bool Captured);
  Number captured(const clang::ValueDecl *Var);
  Number thisPointer();
  Number materialize(const clang::Expr *E);
  Number anything(const clang::Expr *E);

  //===-- Initialisation (LoweringInits.cpp) ------------------------------===//

  void initialize(Number Into, const clang::Expr *E, clang::QualType T);
  void initializeByUnknown(Number Into, const clang::Expr *E,
                           clang::QualType T);
  void initializeList(Number Into, const clang::InitListExpr *List);
  void initializeParts(Number Into, clang::QualType T,
                       llvm::ArrayRef<const clang::Expr *> Inits);
  void initializePart(Number Whole, Number At, const clang::Expr *Init,
                      clang::QualType T);
  void closure(Number Into, const clang::LambdaExpr *Lambda);
  void construct(Number Into, const clang::CXXConstructExpr *E);
  void constructObject(Number Into, const clang::CXXConstructExpr *E);
  void moveFrom(const clang::CXXConstructExpr *E, Number From);
  void constructMembers(Number Into, const clang::CXXConstructorDecl *Ctor);
  void constructMembers(Number Into, const clang::CXXRecordDecl *Record);

  //===-- Calls (LoweringCalls.cpp) ---------------------------------------===//

  /// How arguments come to what is called.
  enum class Passing : uint8_t {
    Plain,
    Forwarded,  ///< By a library, which takes all by reference.
    ForwardedOn ///< So, and what gets them does not tell its parameters.
  };
  bool listsArguments(const clang::CallExpr *E);
  bool isLogStream(const clang::Expr *E);
  bool tells(const clang::CallExpr *E);
  Number anyCall(const clang::CallExpr *E);
  Number call(const clang::CallExpr *E);
  Number directCall(const clang::FunctionDecl *Callee, Number Receiver,
                    clang::QualType Object, Arguments Args,
                    const clang::CallExpr *E);
  const clang::Expr *forwardedByName(const clang::CallExpr *E);
  Number dependentCall(const clang::CallExpr *E);
  Number callOf(const clang::FunctionDecl *Callee, Number Receiver,
                const clang::Expr *E);
  Number projectCall(const clang::FunctionDecl *Callee, Number Receiver,
                     Arguments Args, const clang::Expr *E,
                     Passing How = Passing::Plain);
  /// \p T is the type of what is called.
  Number indirectCall(Number Callee, clang::QualType T, Number Receiver,
                      Arguments Args, const clang::Expr *E,
                      Passing How = Passing::Plain);
  void give(Number Call, const clang::FunctionProtoType *Callee, Arguments Args,
            Passing How = Passing::Plain);
  Number defaulted(const clang::CXXMethodDecl *Method, Number Receiver,
                   Arguments Args, const clang::Expr *E);
  Number result(Number Call, clang::QualType T);

  //===-- Libraries (LoweringLibrary, -Bags, -Code, -Given, -Keys)
  //---------------===//

  /// What a library call is given, by address or value.
  struct Given {
    const clang::Expr *E = nullptr;
    clang::QualType Param; ///< The type of its parameter.
    Number What = 0;       ///< lower(E).
  };
  using GivenList = llvm::SmallVector<Given, 4>;

  Number libraryMethod(const clang::CXXMethodDecl *Method, Number Receiver,
                       clang::QualType Object, Arguments Args,
                       const clang::Expr *E);
  Number libraryFunction(const clang::FunctionDecl *Callee, Arguments Args,
                         const clang::Expr *E);
  void libraryConstruct(Number Into, const clang::CXXConstructExpr *E);
  clang::QualType parameterFor(const clang::Expr *Value);
  void constructGiven(Number Into, const MadeObject &Made,
                      const clang::Expr *E);
  void constructLoosely(const clang::CXXConstructorDecl *Ctor, Number Into,
                        Arguments Args, const clang::Expr *E);
  void constructMade(Number Object, llvm::ArrayRef<MadeObject> All,
                     const clang::Expr *E);
  GivenList given(const clang::FunctionDecl *Callee, Arguments Args);
  bool changesObject(const clang::CXXMethodDecl *Method, const clang::Expr *E);
  Number callHeld(const clang::CXXMethodDecl *Method, Number Receiver,
                  Arguments Args, const clang::Expr *E);
  void changeObject(const clang::CXXMethodDecl *Method, Number Receiver,
                    clang::QualType Object, const GivenList &Args,
                    const clang::Expr *E);
  Number orRan(Number What, clang::QualType T, Number Ran,
               clang::SourceLocation Loc);
  void giveOut(Number Receiver, clang::QualType Object, const Given &G,
               clang::SourceLocation Loc);
  void changeThrough(const clang::CXXMethodDecl *Method, Number Receiver,
                     const GivenList &Args, const clang::Expr *E);
  bool changesThrough(const clang::CXXMethodDecl *Method,
                      clang::QualType Object);
  bool findsKey(const clang::CXXMethodDecl *Method, const clang::Expr *E);
  void tellKeys(Statement &Write, const clang::CXXMethodDecl *Method,
                const clang::Expr *E);
  /// What stands for the constant \p Key; empty: it is none.
  SymbolId constantKey(const clang::Expr *Key);
  /// The container at \p At is made with the keys that \p E lists.
  void holdKeys(Number At, const clang::Expr *E);
  /// What the object at \p Object, of type \p T, gives out: its elements or,
  /// if it is a pointer in all but name, what it points to.
  Number inside(Number Object, clang::QualType T);
  /// Puts what \p G carries into the object at \p Into, of type \p T.
  void keep(Number Into, clang::QualType T, const Given &G,
            clang::SourceLocation Loc);
  Number handedOut(Number From, clang::QualType FromType, clang::QualType T);
  /// Something that can be called and, if it is a method of an object that has
  /// several, that object.
  struct Code {
    StatementNumber Number = 0, Object = 0;
  };
  SymbolId functionSymbol(const clang::FunctionDecl *F);
  void codeIn(Number At, clang::QualType T, bool IsAddress,
              llvm::SmallVectorImpl<Code> &Into, unsigned Level = 0);
  llvm::SmallVector<Code, 1> codeOf(const Given &G, bool IsHandler);
  /// When a library runs code.
  enum class RunAs : uint8_t {
    Now,     ///< Before it returns, and never after.
    Later,   ///< At any time.
    Handler, ///< As a registration tells.
  };
  RunAs runAs(const clang::FunctionDecl *Callee) const;
  Number run(const Code &What, const Given *Of, RunAs As,
             const clang::FunctionDecl *Callee, const GivenList &Args,
             const clang::Expr *E, llvm::ArrayRef<Number> Also = {});
  void runPolicies(Number Object, clang::QualType T,
                   const clang::FunctionDecl *Callee, const GivenList &Args,
                   const clang::Expr *E);
  void runStored(const clang::BinaryOperator *Op);
  void expectHandover(const clang::FunctionDecl *Callee,
                      const clang::Expr *Receiver, Arguments Args,
                      const clang::Expr *E);
  void handOver(Arguments Args, const clang::Expr *E);
  bool namesRoute(const clang::Expr *E, unsigned Index) const;
  /// \p Also: what the library gives to the code besides.
  Number runGiven(const clang::FunctionDecl *Callee, const GivenList &Args,
                  const clang::Expr *E, llvm::ArrayRef<Number> Also = {});
  bool registers(const clang::FunctionDecl *Callee);
  bool mayChange(const clang::FunctionDecl *Callee, unsigned Index,
                 const Given &G);
  bool isStart(const clang::Expr *E) const;
  bool overwrites(const clang::FunctionDecl *Callee, ArgumentIndex Index,
                  const GivenList &Args, const clang::Expr *E);
  bool isArgumentList(clang::QualType T) const;
  void readReturned(const clang::FunctionDecl *Callee, const GivenList &Args,
                    const clang::Expr *E);
  void accessGiven(const clang::FunctionDecl *Callee, const GivenList &Args,
                   const clang::Expr *E);
  void escapeGiven(const clang::FunctionDecl *Callee, const GivenList &Args,
                   clang::SourceLocation Loc);
  bool isBorrowing(const clang::FunctionDecl *Callee) const;
  void escapeKept(const clang::FunctionDecl *Callee, const Given &G,
                  bool Copied, clang::SourceLocation Loc);
  void passByModel(const clang::FunctionDecl *Callee,
                   const ValueFlowModel &Flow, const GivenList &Args,
                   clang::SourceLocation Loc);
  Number makeGiven(const clang::FunctionDecl *Callee, const GivenList &Given,
                   Arguments Args, const clang::Expr *E);
  void exchangeGiven(const clang::FunctionDecl *Callee, const GivenList &All,
                     Number Ran, clang::SourceLocation Loc);
  void giveTo(const Given &To, const Given &From, bool KeepsOnly,
              clang::SourceLocation Loc);
  void giveResult(const Given &To, Number Result, clang::SourceLocation Loc);
  Number rangeOf(const Given &G);
  Number givenOut(const clang::FunctionDecl *Callee, GivenList All, Number Ran,
                  clang::SourceLocation Loc);
  Number pointerOut(const GivenList &All, clang::QualType T, Number Ran,
                    bool Borrows);
  Number objectOut(const GivenList &All, clang::QualType T, Number Ran,
                   clang::SourceLocation Loc);
  Number orGiven(Number What, clang::QualType T, llvm::ArrayRef<Given> All,
                 clang::SourceLocation Loc);
  void assignThrough(Number Into, const Given &From, const clang::Expr *E);
  void putOut(Number Iterator, const Given &From, const clang::Expr *E);
  bool leads(clang::QualType T);
  bool isProxy(clang::QualType T);
  Number leadingTo(clang::QualType T, Number Given, clang::QualType Of);
  TuContext &Tu;
  const Locals &Body;
  const clang::FunctionDecl *In;
  KnownKeys Keys;
  const clang::CXXRecordDecl *Lambda = nullptr; ///< If In is its operator().
  FlowBody Out;
  llvm::DenseMap<const clang::Expr *, Number> Values;
  /// What calls hand over that is not told yet.
  llvm::DenseMap<const clang::Expr *, Handover> HandedOver;
  llvm::DenseMap<const clang::ValueDecl *, Number> Addresses;
  llvm::DenseMap<const clang::ValueDecl *, const clang::FieldDecl *> Captures;
  const clang::FieldDecl *ThisCapture = nullptr;
  bool Telling = false; ///< What is read goes to people, and nowhere else.
  const clang::Expr *Ignored = nullptr; ///< Nobody looks at its value.
  Number This = 0;                      ///< What stands for `this` now.
  unsigned Depth = 0; ///< Of members that are constructed in members.
  llvm::DenseMap<const void *, bool> Carrying; ///< By canonical type.
};

/// True if \p Callee, which is given \p Arg for its parameter \p Index, may
/// change what that refers or points to.
bool mayWriteArgument(TuContext &Tu, const clang::FunctionDecl *Callee,
                      unsigned Index, const clang::Expr *Arg,
                      clang::QualType Param);

} // namespace stateless

#endif
