//===- Values.h - Expressions to symbolic values ---------------*- C++ -*-===//
//
// Turns string and flag expressions into the small algebra of Facts.h: through
// locals, conversions and modelled functions, but never across a call or into
// another function; that is the link's work. It must not judge a value.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_VALUES_H
#define STATELESS_EXTRACT_VALUES_H

#include "extract/Locals.h"
#include "extract/TuContext.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>

namespace stateless {

class ValueBuilder {
public:
  /// \p In: the function whose parameters count as Parameter values; may be
  /// null at namespace scope.
  ValueBuilder(TuContext &Tu, const Locals &Body, const clang::FunctionDecl *In)
      : Tu(Tu), Body(Body), In(In) {}

  /// The value of \p E; unknown (0) where nothing at all is known.
  ValueId of(const clang::Expr *E);

  /// The texts of \p Args at \p Indexes, one after the other.
  ValueId joined(llvm::ArrayRef<const clang::Expr *> Args,
                 llvm::ArrayRef<ArgumentIndex> Indexes);

  /// \p Path below the directory \p Base.
  ValueId join(const clang::Expr *Base, const clang::Expr *Path) {
    return combine(ValueKind::Join, {of(Base), of(Path)});
  }

  /// True if values of \p T are worth following: texts, integers, enums.
  bool isSymbolic(clang::QualType T);

private:
  ValueId text(llvm::StringRef Text);
  /// Unknown if there is no number: what needs more than 63 bits, as SIZE_MAX.
  ValueId integer(std::optional<int64_t> Number);
  ValueId combine(ValueKind Kind, llvm::ArrayRef<ValueId> Args);
  ValueId ofStripped(const clang::Expr *E);
  ValueId ofFlags(const clang::Expr *E);
  ValueId ofReference(const clang::DeclRefExpr *Ref);
  ValueId ofLocal(const clang::VarDecl *Local);
  ValueId ofConstruction(const clang::CXXConstructExpr *Construct);
  ValueId ofCall(const clang::CallExpr *Call);
  ValueId ofModel(const ValueModel &Model, const clang::Expr *Receiver,
                  llvm::ArrayRef<const clang::Expr *> Args);
  ValueId format(llvm::ArrayRef<const clang::Expr *> FormatAndArgs);

  TuContext &Tu;
  const Locals &Body;
  const clang::FunctionDecl *In;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> InProgress;
  unsigned Depth = 0;
};

} // namespace stateless

#endif
