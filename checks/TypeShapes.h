//===- TypeShapes.h - What a type says of its objects ----------*- C++ -*-===//
//
// All that checks ask of types, computed once for each, from its parts to the
// whole: what is behind pointers and wrappers, whether an object can change,
// and whether the rules say that it is no state. It must not know who writes.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_TYPESHAPES_H
#define STATELESS_CHECKS_TYPESHAPES_H

#include "facts/Program.h"
#include "policy/CheckOptions.h"
#include "policy/Reason.h"

namespace stateless {

enum class Mutability : uint8_t {
  Constant, ///< Nothing that it holds can change.
  Inside,   ///< Constant itself, but holds or points to something mutable.
  Mutable,
};

struct TypeShape {
  /// Without pointers, references, arrays and smart pointers.
  const Type *Core = nullptr;
  /// The class of the project that the one object is of which it holds, behind
  /// wrappers as well; or null.
  const Class *Held = nullptr;
  /// In depth: through pointers, smart pointers and `mutable` members. Members
  /// whose type the rules exempt as synchronization hold no data and do not
  /// count.
  Mutability Change = Mutability::Mutable;
  /// Why an object is no state whatever it does (it only synchronises, it is a
  /// logger); none if it can be.
  Reason Benign;
  /// An object by value of a class without data: who "writes" it writes others
  /// of its kind.
  bool NoData = false;
};

class TypeShapes {
public:
  /// \p Prog outlives the shapes. Linear in the types and classes.
  TypeShapes(const Program &Prog, const CheckOptions &Options);

  const TypeShape &operator[](TypeId T) const { return Shapes[T.Value]; }

  /// Why what an object of class \p C holds is no state, by the name of the
  /// class; none if it can be.
  const Reason &ofClass(const Class &C) const {
    return Classes[&C - Prog.classes().data()];
  }
  /// Why variables that are declared in \p File are no state, by its name.
  Reason ofFile(StringId File) const { return Files.lookup(File); }

  /// The classes of the project that \p T is, wraps, points to or is a
  /// container of, in the order in which it names them.
  llvm::SmallVector<const Class *, 2> classesIn(TypeId T) const;

private:
  const Program &Prog;
  std::vector<TypeShape> Shapes; ///< By type.
  std::vector<Reason> Classes;   ///< By class.
  llvm::DenseMap<StringId, Reason> Files;
};

} // namespace stateless

#endif
