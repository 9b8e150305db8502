//===- Callables.h - Expressions to what they may call ---------*- C++ -*-===//
//
// Says where something that can be called comes from: a function, a lambda, a
// bound member, or the parameter, field, variable or result that holds it.
// Looks through locals, containers and what the library wraps callables in;
// what a field or a parameter holds is the link's work. It must not know what
// is done with a callable.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CALLABLES_H
#define STATELESS_EXTRACT_CALLABLES_H

#include "extract/Locals.h"
#include "extract/TuContext.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace stateless {

class CallableBuilder {
public:
  CallableBuilder(TuContext &Tu, const Locals &Body) : Tu(Tu), Body(Body) {}

  /// What calling \p E, or an element of it, may call; each once.
  std::vector<Callable> of(const clang::Expr *E);

  /// The same without functions: where \p E keeps what is put into it.
  std::vector<Callable> keepers(const clang::Expr *E);

  /// The methods of these \p Names that the class of \p Object declares, where
  /// it is the project's.
  std::vector<Callable> members(const clang::Expr *Object,
                                llvm::ArrayRef<std::string> Names);

  /// True if an object of type \p T may be called, or hold what may be.
  bool canHold(clang::QualType T);

private:
  void collect(const clang::Expr *E, std::vector<Callable> &Into);
  void collectReference(const clang::DeclRefExpr *Ref,
                        std::vector<Callable> &Into);
  void collectMember(const clang::MemberExpr *Member,
                     std::vector<Callable> &Into);
  void collectCall(const clang::CallExpr *Call, std::vector<Callable> &Into);
  void collectFunctor(clang::QualType T, std::vector<Callable> &Into);
  SymbolId callOf(const clang::FunctionDecl *F, CallRole Role);
  void add(CallableKind Kind, const clang::NamedDecl *D,
           std::vector<Callable> &Into, uint32_t Index = 0);
  bool canHold(clang::QualType T, unsigned Depth);
  bool anyCanHold(llvm::ArrayRef<clang::TemplateArgument> Args, unsigned Depth);

  TuContext &Tu;
  const Locals &Body;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> InProgress;
  llvm::DenseMap<const clang::Type *, bool> Holders;
  unsigned Depth = 0;
};

} // namespace stateless

#endif
