//===- BodyVisitor.h - The walk over one function body ---------*- C++ -*-===//
//
// Private to Body*.cpp. A stack of frames, the innermost being the function or
// lambda that is walked. It must not be included elsewhere.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_BODYVISITOR_H
#define STATELESS_EXTRACT_BODYVISITOR_H

#include "extract/Answers.h"
#include "extract/Awaits.h"
#include "extract/Body.h"
#include "extract/Buffers.h"
#include "extract/DataSources.h"
#include "extract/FreshLocals.h"
#include "extract/Handovers.h"
#include "extract/Lowering.h"
#include "extract/OpenedFiles.h"
#include "extract/ProgramPoints.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include <deque>
#include <functional>

namespace stateless {

/// One function whose evidence is being gathered.
struct Frame {
  Frame(TuContext &Tu, const Locals &Body, const clang::FunctionDecl *Decl)
      : Decl(Decl), Valuer(Tu, Body, Decl), Fresh(Decl, Tu.Ast),
        Points(Decl, Tu.Known),
        Waits(Decl, Tu.Known, Tu.Namer, Tu.Facts.Strings), Replies(Decl, Tu),
        Opened(Decl, Tu) {}

  const clang::FunctionDecl *Decl; ///< Null: an initialiser at namespace scope.
  Function Fact;
  ValueBuilder Valuer;
  FreshLocals Fresh;
  ProgramPoints Points;
  Awaits Waits;
  Answers Replies;
  OpenedFiles Opened;
  std::vector<ProgramPoint> Placed; ///< Of Points.
  uint32_t InLoop = NoLoop; ///< The innermost loop in Fact that is walked.
  /// What the registrations in Fact hand over.
  std::vector<const clang::Expr *> HandedOver;
};

class BodyVisitor : public clang::RecursiveASTVisitor<BodyVisitor> {
  using Base = clang::RecursiveASTVisitor<BodyVisitor>;

public:
  BodyVisitor(TuContext &Tu, Locals &Body, LocalDeclHandler OnLocalDecl)
      : Tu(Tu), Body(Body), Data(Tu), OnLocalDecl(OnLocalDecl) {}

  void run(const clang::FunctionDecl *F);
  void run(const clang::VarDecl *Var);
  void run(const clang::FieldDecl *Field);

  // RecursiveASTVisitor's protocol. What is not evaluated does nothing.
  bool TraverseTypeLoc(clang::TypeLoc, bool = true) { return true; }
  bool TraverseUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr *) {
    return true;
  }
  bool TraverseCXXNoexceptExpr(clang::CXXNoexceptExpr *) { return true; }
  bool TraverseRequiresExpr(clang::RequiresExpr *) { return true; }
  bool TraverseCXXTypeidExpr(clang::CXXTypeidExpr *) { return true; }
  bool TraverseLambdaExpr(clang::LambdaExpr *Lambda);
  bool TraverseDecl(clang::Decl *D);
  bool VisitBinaryOperator(clang::BinaryOperator *Op);
  bool VisitUnaryOperator(clang::UnaryOperator *Op);
  bool VisitCallExpr(clang::CallExpr *Call);
  bool VisitCXXConstructExpr(clang::CXXConstructExpr *Construct);
  bool VisitCXXNewExpr(clang::CXXNewExpr *New);
  bool VisitCXXDeleteExpr(clang::CXXDeleteExpr *Delete);
  bool VisitReturnStmt(clang::ReturnStmt *Return);
  bool VisitCastExpr(clang::CastExpr *Cast);
  bool VisitInitListExpr(clang::InitListExpr *List);
  bool VisitAtomicExpr(clang::AtomicExpr *Atomic);
  bool VisitGCCAsmStmt(clang::GCCAsmStmt *Asm);
  bool VisitCXXDefaultArgExpr(clang::CXXDefaultArgExpr *Default);
  bool VisitCXXDefaultInitExpr(clang::CXXDefaultInitExpr *Default);
  bool VisitCoroutineSuspendExpr(clang::CoroutineSuspendExpr *Suspend);
  bool VisitCXXForRangeStmt(clang::CXXForRangeStmt *Loop);
  bool VisitCXXBindTemporaryExpr(clang::CXXBindTemporaryExpr *Temporary);
  bool TraverseCompoundStmt(clang::CompoundStmt *Block);
  bool TraverseWhileStmt(clang::WhileStmt *Loop);
  bool TraverseForStmt(clang::ForStmt *Loop);
  bool TraverseDoStmt(clang::DoStmt *Loop);

private:
  void loop(const clang::Stmt *Code, const clang::Expr *Condition, bool Counts);
  void loop(const clang::Stmt *First, llvm::ArrayRef<const clang::Stmt *> All,
            bool Endless, bool Left);
  Location placed(ProgramPoints::Position At, clang::SourceLocation Loc);
  Location placed(const clang::Stmt *S, clang::SourceLocation Loc);
  Location placed(const clang::Expr *E) { return placed(E, E->getExprLoc()); }
  Location placed(const clang::VarDecl *Var);
  void storedCallback(const clang::BinaryOperator *Op);
  Frame &push(const clang::FunctionDecl *F);
  Frame &pushInitializer(const clang::ValueDecl *Of, FunctionKind Kind,
                         const clang::Expr *Init);
  void pop();
  void keepControl();
  void keepData(SinkKind Into, uint32_t Index, SymbolId Symbol, Location Loc,
                std::vector<Source> From);
  void stored(const clang::Expr *To, llvm::ArrayRef<const clang::Expr *> Values,
              clang::SourceLocation Loc);
  void givenTo(const clang::Expr *E);
  void made(const clang::VarDecl *Static);
  void initialized(const clang::FieldDecl *Field, const clang::Expr *Init);
  void sortData();
  void scan(const clang::Stmt *Code, const clang::FunctionDecl *In);
  void lower(const clang::FunctionDecl *F, const clang::Stmt *Code);
  void keepFlow(FlowBody Lowered);
  void given(const clang::CXXCtorInitializer *Init);
  void keepChanges();
  void constructorInitializers(const clang::CXXConstructorDecl *Ctor);
  void recordCall(const clang::Expr *E, Frame &F);
  Call describeCall(const clang::Expr *E, Frame &F, bool &HandsCode);
  void describeArguments(Call &Fact, const clang::FunctionDecl *Callee,
                         llvm::ArrayRef<const clang::Expr *> Args, Frame &F);
  ValueId impliedMode(const OperationModel &Model, std::optional<ValueId> Mode);
  void completeModes(const OperationModel &Model,
                     std::vector<NamedValue> &Values);
  ValueId operationValue(const OperationModel &Model, ValueRole Role,
                         const clang::Expr *Given, const clang::Expr *Base,
                         Frame &F);
  void recordSetting(const clang::FunctionDecl *Callee, const clang::Expr *E,
                     llvm::ArrayRef<const clang::Expr *> Args, Frame &F);
  void recordOperation(const clang::FunctionDecl *Callee, const clang::Expr *E,
                       const clang::Expr *Receiver,
                       llvm::ArrayRef<const clang::Expr *> Args, Frame &F);
  bool recordRegistration(const clang::FunctionDecl *Callee,
                          const clang::Expr *E, const clang::Expr *Receiver,
                          llvm::ArrayRef<const clang::Expr *> Args, Frame &F);
  std::vector<Location> awaited(const clang::Expr *Start, Frame &F);
  void givesText(const Buffer &To, ValueId Text, clang::SourceLocation Loc);
  void storesText(const clang::Expr *To, const clang::Expr *What,
                  const clang::Expr *At, Frame &F);
  void assignsText(const clang::FunctionDecl *Callee,
                   const clang::Expr *Receiver,
                   llvm::ArrayRef<const clang::Expr *> Args,
                   const clang::Expr *E, Frame &F);
  void writesText(const clang::FunctionDecl *Callee, const clang::Expr *E,
                  llvm::ArrayRef<const clang::Expr *> Args, Frame &F);
  ValueId routeOf(const EntryPointModel &Model, const clang::Expr *Receiver,
                  llvm::ArrayRef<const clang::Expr *> Args, Frame &F);
  ValueId verbOf(const clang::Expr *E, Frame &F);
  void aggregateField(const clang::FieldDecl *Field, const clang::Expr *Init);
  void keptLocal(const clang::VarDecl *Var);
  void implicitCall(CallKind Kind, const clang::FunctionDecl *Callee,
                    clang::SourceLocation Loc);
  void constructed(const clang::CXXConstructorDecl *Ctor,
                   clang::SourceLocation Loc);
  void initializes(const clang::FieldDecl *Field, clang::SourceLocation Loc);
  void destroyed(clang::QualType T, clang::SourceLocation Loc);
  void calledIn(const clang::Expr *E);
  void madeCall(const clang::FunctionDecl *Callee, clang::QualType Object,
                llvm::ArrayRef<const clang::Expr *> Args, const clang::Expr *E);
  bool onlyKeeps(const clang::FunctionDecl *Callee, const clang::Expr *E,
                 const clang::Expr *Receiver);

  TuContext &Tu;
  Locals &Body;
  DataSources Data;
  LocalDeclHandler OnLocalDecl;
  std::deque<Frame> Stack; // deque: builders keep references to their frame
};

} // namespace stateless

#endif
