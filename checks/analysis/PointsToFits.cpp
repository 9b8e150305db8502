//===- PointsToFits.cpp - Which parts an object can have ------------------===//
//
// Pointers may be taken to lead where they cannot: the types of objects and
// fields say which of what is asked for there is, and what stands for it where
// code takes an object of one class for one of another.
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsToSolver.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

/// \p From and all that it derives from.
static llvm::SmallVector<const Class *, 8> withBases(const Program &Prog,
                                                     const Class *From) {
  llvm::SmallVector<const Class *, 8> Result{From};
  for (size_t I = 0; I < Result.size() && I < 64; ++I)
    for (TypeId Base : Result[I]->Bases)
      if (const Class *C = Prog.classOf(Base);
          C && !llvm::is_contained(Result, C))
        Result.push_back(C);
  return Result;
}

/// True if an object of class \p Outer begins with, or has somewhere, one of
/// class \p Inner, as C derives its classes.
static bool embeds(const Program &Prog, const Class *Outer, const Class *Inner,
                   unsigned Depth = 0) {
  return Depth < 4 &&
         llvm::any_of(
             Outer->Fields,
             [&](SymbolId Member) {
               const Field *F = Prog.field(Member);
               const Class *C = F ? Prog.classOf(F->Type) : nullptr;
               return C && (C == Inner || embeds(Prog, C, Inner, Depth + 1));
             });
}

/// True if the fields of \p A and \p B begin alike (a common initial sequence,
/// ISO C 6.5.2.3): code may take one for the other.
static bool beginAlike(const Program &Prog, const Class &A, const Class &B) {
  const Field *First = A.Fields.empty() ? nullptr : Prog.field(A.Fields[0]);
  const Field *Other = B.Fields.empty() ? nullptr : Prog.field(B.Fields[0]);
  return First && Other && First->Type == Other->Type;
}

/// True if an object of class \p Outer begins with, or has among its fields,
/// one of the library's class \p Inner.
static bool hasField(const Program &Prog, const Class *Outer, SymbolId Inner) {
  return llvm::any_of(Outer->Fields, [&](SymbolId Member) {
    const Field *F = Prog.field(Member);
    return F && Prog.type(F->Type).Symbol == Inner;
  });
}

/// False if no object of the class of \p From is copied as a whole into one of
/// the class of \p To, nor taken for one: what pointers mix up is not copied.
bool PointsToSolver::isCopied(ObjectId To, ObjectId From) {
  const Type &Into = Prog.type(Objects[To].Type);
  const Type &Of = Prog.type(Objects[From].Type);
  if (Into.Kind != TypeKind::Record || Of.Kind != TypeKind::Record ||
      Into.Symbol == Of.Symbol)
    return true;
  const Class *A = Prog.classOf(Into.Symbol), *B = Prog.classOf(Of.Symbol);
  if (!A && !B)
    return true;
  auto [It, New] = CopiedClasses.try_emplace({Into.Symbol, Of.Symbol}, true);
  if (New)
    It->second = mayBe(Prog, Objects[To], Of.Symbol) ||
                 mayBe(Prog, Objects[From], Into.Symbol) ||
                 (A && B ? embeds(Prog, A, B) || embeds(Prog, B, A) ||
                               beginAlike(Prog, *A, *B)
                  : A    ? hasField(Prog, A, Of.Symbol)
                         : hasField(Prog, B, Into.Symbol));
  return It->second;
}

/// OfClass: true if \p Id may be an object of class \p Wanted. TakenFor: or if
/// one of them may be a part of the other, or begins like it.
bool PointsToSolver::passes(Kind Which, SymbolId Wanted, ObjectId Id) {
  if (mayBe(Prog, Objects[Id], Wanted))
    return true;
  const Class *Is = Prog.classOf(Prog.type(Objects[Id].Type).Symbol);
  const Class *To = Prog.classOf(Wanted);
  if (Which == Kind::OfClass)
    return false;
  return !Is || !To || embeds(Prog, Is, To) || embeds(Prog, To, Is) ||
         beginAlike(Prog, *Is, *To);
}

/// What a lambda captures are fields of its objects, of a class without a name.
/// Its body reads them.
void PointsToSolver::indexCaptures() {
  for (const Function &F : Prog.functions()) {
    if (F.Kind != FunctionKind::Lambda)
      continue;
    for (const FlowBody &Body : F.FlowBodies)
      for (const Statement &S : Body.Statements)
        if (S.Kind == StatementKind::Field && S.A != 0 &&
            Body.Statements[S.A - 1].Kind == StatementKind::This &&
            !Prog.field(S.Symbol))
          Captures.try_emplace(S.Symbol, F.Symbol);
  }
}

/// Whether \p O can have what the lambda that \p Operator runs captures.
PointsToSolver::Fit PointsToSolver::fitOfCapture(const Object &O,
                                                 SymbolId Operator) const {
  if (O.Called)
    return O.Called == Operator ? Fit::Has : Fit::Never;
  const Type &T = Prog.type(O.Type);
  bool IsOther = T.Kind == TypeKind::Record
                     ? bool(T.Name)
                     : T.Kind != TypeKind::Unknown &&
                           T.Kind != TypeKind::Dependent &&
                           T.Kind != TypeKind::Array; // Raw memory.
  return IsOther ? Fit::Never : Fit::Has;
}

/// Pointers may be taken to lead where they cannot: objects of one type have no
/// fields of another's, and a scalar has no elements. Without this, parts of
/// parts would grow out of what libraries mix up.
PointsToSolver::Fit PointsToSolver::fitOf(ObjectId Of, SymbolId Member) {
  if (SymbolId Operator = Captures.lookup(Member))
    return fitOfCapture(Objects[Of], Operator);
  const Type &T = Prog.type(Objects[Of].Type);
  const Field *F = Prog.field(Member);
  const Class *Wanted = F ? Prog.classOf(F->Class) : nullptr;
  if (Wanted && Objects[Of].Within) {
    Fit Best = Fit::Never;
    for (SymbolId Symbol : Prog.type(Objects[Of].Within).Contains)
      if (const Class *Is = Prog.classOf(Symbol))
        Best = std::min(Best, fitOf(Is, Wanted));
    return Best;
  }
  if (T.Kind == TypeKind::Unknown || T.Kind == TypeKind::Dependent)
    return Fit::Has;
  const Class *Is = Prog.classOf(T.Symbol);
  if (!Member) {
    if (T.Kind == TypeKind::Array || (T.Kind == TypeKind::Record && !Is))
      return Fit::Has;
    return Fit::Whole;
  }
  if (!Wanted)
    return Fit::Has;
  if (T.Kind == TypeKind::Array) // Raw memory, or a pointer to the first one.
    return Prog.classOf(T.Args.empty() ? SymbolId()
                                       : Prog.type(T.Args[0]).Symbol)
               ? Fit::Has
               : Fit::Whole;
  if (T.Kind != TypeKind::Record || !Is)
    return Fit::Never;
  return fitOf(Is, Wanted);
}

PointsToSolver::Fit PointsToSolver::fitOf(const Class *Is,
                                          const Class *Wanted) {
  auto [It, New] = Fits.try_emplace({Is, Wanted}, Fit::Has);
  if (New && !llvm::is_contained(withBases(Prog, Is), Wanted) &&
      !llvm::is_contained(withBases(Prog, Wanted), Is))
    It->second = embeds(Prog, Is, Wanted) || embeds(Prog, Wanted, Is)
                     ? Fit::Whole
                     : Fit::Never;
  return It->second;
}

/// The field of \p Of that stands for \p Member of a class with fields of the
/// same types, which code takes \p Of for; empty: there is none.
SymbolId PointsToSolver::sameField(ObjectId Of, SymbolId Member) const {
  const Field *F = Prog.field(Member);
  const Class *Wanted = F ? Prog.classOf(F->Class) : nullptr;
  const Class *Is = Prog.classOf(Prog.type(Objects[Of].Type).Symbol);
  if (!Wanted || !Is || Is->Fields.size() != Wanted->Fields.size())
    return {};
  SymbolId Result;
  for (size_t I = 0; I < Is->Fields.size(); ++I) {
    const Field *A = Prog.field(Is->Fields[I]);
    const Field *B = Prog.field(Wanted->Fields[I]);
    if (!A || !B || A->Type != B->Type)
      return {};
    if (Wanted->Fields[I] == Member)
      Result = Is->Fields[I];
  }
  return Result;
}

/// Adds to \p Into the part of \p Of, if there can be one.
void PointsToSolver::insertPart(Node Into, ObjectId Of, SymbolId Member,
                                SymbolId Called) {
  if (fitOf(Of, Member) != Fit::Never)
    insert(Into, partOrWhole(Of, Member, Called));
  else if (SymbolId Same = sameField(Of, Member))
    insert(Into, partOrWhole(Of, Same, Called));
}

ObjectId PointsToSolver::partOrWhole(ObjectId Of, SymbolId Member,
                                     SymbolId Called) {
  if (fitOf(Of, Member) != Fit::Has) {
    // What it is a part of has the field (container_of).
    ObjectId Outer = Of;
    while (Member && Objects[Outer].Kind == ObjectKind::Part) {
      Outer = Objects[Outer].Parent;
      if (Objects[Outer].Type && fitOf(Outer, Member) == Fit::Has)
        return partOrWhole(Outer, Member, Called);
    }
    return Of;
  }
  ObjectId Id = part(Of, Member);
  if (Called && Objects[Id].Symbol == Member)
    Objects[Id].Called = Called;
  return Id;
}

} // namespace stateless
