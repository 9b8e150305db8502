//===- BodyRegistrations.cpp - Code that a body hands to others ----------===//
//
// Calls that models name as registering a handler become registrations, with
// route and method where the code states them. Who is registered, value flow
// says. It must not know who calls the handlers later.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"
#include "facts/Globs.h"

using namespace clang;

namespace stateless {

/// The calls in the chain `a.b(x).c(y)` below \p E, the nearest first, and
/// then those made before on the same object.
static llvm::SmallVector<const CallExpr *, 4> earlierCalls(const Expr *E,
                                                           const Locals &Body) {
  llvm::SmallVector<const CallExpr *, 4> Result;
  while (E) {
    E = E->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
    if (auto *Call = dyn_cast<CallExpr>(E)) {
      Result.push_back(Call);
      auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      E = Member               ? Member->getImplicitObjectArgument()
          : Call->getNumArgs() ? Call->getArg(0)
                               : nullptr;
    } else if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
      E = Unary->getSubExpr();
    } else {
      break;
    }
  }
  if (auto *Ref = dyn_cast_or_null<DeclRefExpr>(E))
    if (auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
      if (const LocalInfo *Info = Body.info(Var)) {
        for (const Expr *Init : Info->Assigned)
          if (auto *Call = dyn_cast<CallExpr>(Init->IgnoreImplicit()))
            Result.push_back(Call);
        Result.append(Info->Methods.begin(), Info->Methods.end());
      }
  return Result;
}

ValueId BodyVisitor::routeOf(const EntryPointModel &Model, const Expr *Receiver,
                             llvm::ArrayRef<const Expr *> Args, Frame &F) {
  if (Model.RouteCall.empty())
    return F.Valuer.joined(Args, Model.Route);
  const Expr *From = Receiver ? Receiver : Args.empty() ? nullptr : Args[0];
  for (const CallExpr *Call : earlierCalls(From, Body)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    bool Has = llvm::all_of(Model.Route, [Call](ArgumentIndex At) {
      return static_cast<unsigned>(At) < Call->getNumArgs();
    });
    if (Callee && Has &&
        matchesGlob(Model.RouteCall,
                    Tu.Facts.Strings[Tu.Namer.qualifiedName(Callee)]))
      return F.Valuer.joined(
          llvm::ArrayRef(Call->getArgs(), Call->getNumArgs()), Model.Route);
  }
  return {};
}

/// An HTTP method: an enumerator or a constant is known by its name.
ValueId BodyVisitor::verbOf(const Expr *E, Frame &F) {
  const Expr *Core = E->IgnoreParenCasts()->IgnoreImplicit();
  if (auto *Construct = dyn_cast<CXXConstructExpr>(Core);
      Construct && Construct->getNumArgs() == 1)
    Core = Construct->getArg(0)->IgnoreParenCasts()->IgnoreImplicit();
  auto *Ref = dyn_cast<DeclRefExpr>(Core);
  if (!Ref || !(isa<EnumConstantDecl>(Ref->getDecl()) ||
                (isa<VarDecl>(Ref->getDecl()) &&
                 cast<VarDecl>(Ref->getDecl())->hasGlobalStorage())))
    return F.Valuer.of(E);
  Value V;
  V.Kind = ValueKind::Text;
  V.Text = Tu.Facts.Strings.intern(
      llvm::StringRef(Ref->getDecl()->getName()).rtrim('_').upper());
  return Tu.intern(std::move(V));
}

/// Where what \p Start starts has run at the latest, if the function waits.
std::vector<Location> BodyVisitor::awaited(const Expr *Start, Frame &F) {
  std::optional<Awaited> Found = F.Waits.of(Start);
  if (!Found ||
      (!Found->By.empty() && !F.Points.comesBy(Start, Found->By, Found->Lost)))
    return {};
  std::vector<Location> Result;
  for (const Expr *E : Found->Behind)
    Result.push_back(Tu.Namer.locate(E->getExprLoc()));
  llvm::sort(Result);
  Result.erase(llvm::unique(Result), Result.end());
  return Result;
}

/// True if the call registers something.
bool BodyVisitor::recordRegistration(const FunctionDecl *Callee, const Expr *E,
                                     const Expr *Receiver,
                                     llvm::ArrayRef<const Expr *> Args,
                                     Frame &F) {
  Handover Given = handoverOf(Tu, Callee, Receiver, Args);
  if (!Given.Model)
    return false;
  const EntryPointModel &Model = *Given.Model;
  // What wraps a handler that is registered already says nothing more; it may
  // say what runs the handler.
  SourceManager &Sources = Tu.Ast.getSourceManager();
  for (const Expr *Outer : F.HandedOver)
    if (Model.Members.empty() &&
        Sources.isPointWithin(E->getBeginLoc(), Outer->getBeginLoc(),
                              Outer->getEndLoc()))
      return true;
  Registration Entry;
  llvm::append_range(F.HandedOver, Given.Handlers);
  Entry.Kind = Model.Kind;
  Entry.Once = Model.Once;
  Entry.By = Tu.Namer.qualifiedName(Given.By);
  Entry.Method = Tu.Facts.Strings.intern(Model.Method);
  if (Model.Verb && static_cast<size_t>(*Model.Verb) < Args.size())
    Entry.Verb = verbOf(Args[*Model.Verb], F);
  Entry.Route = routeOf(Model, Receiver, Args, F);
  Entry.Loc = placed(E);
  if (Entry.Kind == EntryKind::Thread)
    Entry.Awaited = awaited(E, F);
  F.Fact.Registrations.push_back(std::move(Entry));
  return true;
}

} // namespace stateless
