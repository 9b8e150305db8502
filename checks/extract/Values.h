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

  /// The value of what is passed for a parameter of type \p Param; unknown if
  /// it is not worth following.
  ValueId ofArgument(const clang::Expr *E, clang::QualType Param);

  /// The texts of \p Args at \p Indexes, one after the other.
  ValueId joined(llvm::ArrayRef<const clang::Expr *> Args,
                 llvm::ArrayRef<ArgumentIndex> Indexes);

  /// \p Path below the directory \p Base.
  ValueId join(const clang::Expr *Base, const clang::Expr *Path) {
    return combine(ValueKind::Join, {of(Base), of(Path)});
  }

  /// In the text \p Of, what follows one of \p Keys.
  ValueId behind(ValueId Of, llvm::ArrayRef<std::string> Keys);
  /// \p Path below what the setting \p Name was given or, if nothing gives it
  /// one, \p Default. Without \p Path that itself.
  ValueId belowSetting(llvm::StringRef Name, llvm::StringRef Default,
                       std::optional<ValueId> Path);
  /// The symbol of the setting \p Name.
  SymbolId setting(llvm::StringRef Name) {
    return Tu.Facts.Strings.intern(("setting " + Name).str());
  }
  /// The driver that \p E names; a variable of a library that holds one stands
  /// for its own name.
  ValueId driver(const clang::Expr *E);
  ValueId fromConfiguration();

  /// The empty text.
  ValueId empty() { return text(""); }

  /// True if values of \p T are worth following: texts, integers, enums,
  /// objects that hold texts.
  bool isSymbolic(clang::QualType T);

  /// The object on which \p C is done; unknown for a local, whose own value
  /// tells.
  ValueId rootOf(const BodyChange &C);
  /// What is done there.
  ValueId changeOf(const BodyChange &C);
  ValueId ofThis();
  /// The base class or field \p Part becomes \p Init.
  ValueId givenTo(const clang::NamedDecl *Part, ValueId Init);

private:
  ValueId text(llvm::StringRef Text);
  /// Unknown if there is no number: what needs more than 63 bits, as SIZE_MAX.
  ValueId integer(std::optional<int64_t> Number);
  ValueId combine(ValueKind Kind, llvm::ArrayRef<ValueId> Args);
  ValueId ofStripped(const clang::Expr *E);
  ValueId ofFlags(const clang::Expr *E);
  ValueId ofReference(const clang::DeclRefExpr *Ref);
  ValueId ofLocal(const clang::VarDecl *Local);
  ValueId ofTable(const clang::ArraySubscriptExpr *Subscript);
  bool isEmpty(ValueId Id) const;
  bool isUnwritten(const LocalInfo &Info, const clang::Expr *E);
  bool isBuffer(const clang::VarDecl *Local);
  ValueId ofBuffer(const clang::Expr *E);
  ValueId ofConstruction(const clang::CXXConstructExpr *Construct);
  ValueId ofCall(const clang::CallExpr *Call);
  ValueId ofModel(const ValueModel &Model, const clang::Expr *Receiver,
                  llvm::ArrayRef<const clang::Expr *> Args,
                  const clang::FunctionDecl *Callee = nullptr);
  ValueId format(llvm::ArrayRef<const clang::Expr *> FormatAndArgs);

  // Objects that hold texts (ObjectValues.cpp).
  ValueId ofObject(const clang::Expr *E);
  ValueId ofMember(const clang::MemberExpr *Member);
  ValueId made(const clang::CXXConstructorDecl *Ctor,
               llvm::ArrayRef<const clang::Expr *> Args);
  ValueId ofAggregate(const clang::RecordDecl *Record,
                      llvm::ArrayRef<clang::Expr *> Inits);
  ValueId ofLibraryCall(const clang::CallExpr *Call, const clang::Expr *Object,
                        llvm::ArrayRef<const clang::Expr *> Args);
  ValueId ofObjectLocal(const clang::VarDecl *Local, ValueId Start);
  std::vector<ValueId> valuesOf(llvm::ArrayRef<const clang::Expr *> Args);

  TuContext &Tu;
  const Locals &Body;
  const clang::FunctionDecl *In;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> InProgress;
  /// Of locals that hold texts, once all of the body is scanned.
  llvm::DenseMap<const clang::VarDecl *, ValueId> Objects;
  unsigned Depth = 0;
};

} // namespace stateless

#endif
