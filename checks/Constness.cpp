//===- Constness.cpp - Can an object of this type change? -----------------===//
#include "Constness.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace stateless {

namespace {

/// Looks into classes for members that change in a const object. Classes that
/// hold each other by pointer end the search.
class Inspector {
public:
  Inspector(const Program &Prog, const TypeCategories &Types)
      : Prog(Prog), Types(Types) {}

  Mutability of(TypeId Id, bool InConst) {
    const Type &T = Prog.type(Id);
    bool Const = T.Const || InConst;
    switch (T.Kind) {
    case TypeKind::Array:
      return T.Args.empty() ? Mutability::Mutable : of(T.Args[0], Const);
    case TypeKind::LValueReference:
    case TypeKind::RValueReference:
      return pointee(T);
    case TypeKind::Pointer:
      return Const ? pointee(T) : Mutability::Mutable;
    case TypeKind::Record:
      return Const ? record(T) : Mutability::Mutable;
    default:
      return Const ? Mutability::Constant : Mutability::Mutable;
    }
  }

private:
  Mutability pointee(const Type &T) {
    if (T.Args.empty() || Prog.type(T.Args[0]).Kind == TypeKind::Function)
      return Mutability::Constant;
    return of(T.Args[0], false) == Mutability::Constant ? Mutability::Constant
                                                        : Mutability::Inside;
  }

  Mutability record(const Type &T) {
    if (T.PointerLike)
      return pointee(T);
    const Class *C = Prog.classOf(T.Symbol);
    if (!C)
      return library(T);
    if (!Seen.insert(C).second)
      return Mutability::Constant;
    for (TypeId Base : C->Bases)
      if (of(Base, true) != Mutability::Constant)
        return Mutability::Inside;
    for (SymbolId Symbol : C->Fields) {
      const Field *F = Prog.field(Symbol);
      if (!F || isSynchronization(F->Type))
        continue;
      // A raw pointer member is a handle: const protects the object itself.
      if (!F->Mutable && Prog.type(F->Type).Kind == TypeKind::Pointer)
        continue;
      if (F->Mutable || of(F->Type, true) != Mutability::Constant)
        return Mutability::Inside;
    }
    return Mutability::Constant;
  }

  /// A constant container of pointers still leads to what they point to, and
  /// its elements may have mutable members.
  Mutability library(const Type &T) {
    for (TypeId Arg : T.Args) {
      const Type &Element = Prog.type(Arg);
      if ((Element.Kind == TypeKind::Pointer ||
           Element.Kind == TypeKind::Record) &&
          of(Arg, true) != Mutability::Constant)
        return Mutability::Inside;
    }
    return Mutability::Constant;
  }

  bool isSynchronization(TypeId Id) const {
    const Type &T = Prog.type(Id);
    auto Is = [&](StringId Name) {
      return Types.is(Prog.text(Name), "synchronization");
    };
    return Is(T.Name) || llvm::any_of(T.Aliases, Is);
  }

  const Program &Prog;
  const TypeCategories &Types;
  llvm::SmallPtrSet<const Class *, 8> Seen;
};

} // namespace

Mutability mutabilityOf(const Program &Prog, TypeId T,
                        const TypeCategories &Types) {
  return Inspector(Prog, Types).of(T, false);
}

} // namespace stateless
