//===- HandlerObjects.h - What handlers hold on to --------------*- C++ -*-===//
//
// A handler that is registered keeps alive what its closure captured, what it
// was bound to, and the data that it is to be given back. Told by the points-to
// sets of what is handed over. It must not know for how long a handler stays.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_HANDLEROBJECTS_H
#define STATELESS_ANALYSIS_HANDLEROBJECTS_H

#include "analysis/EntryPoint.h"
#include "llvm/ADT/SetVector.h"

namespace stateless {

/// A class of the project of which another object holds or refers to one.
struct HeldClass {
  SymbolId Class;
  bool Exact; ///< By value: no derived class hides behind it.
};

/// The classes of the objects that a value of \p T holds, itself included: in
/// arrays, behind pointers, in objects of libraries.
std::vector<HeldClass> heldClasses(const Program &Prog, TypeId T);

class HandlerObjects {
public:
  HandlerObjects(const Program &Prog, const PointsTo &Points)
      : Prog(Prog), Points(Points) {}

  struct Held {
    /// Variables of automatic storage. What they hold is not told.
    llvm::SetVector<SymbolId> Locals;
    llvm::SetVector<ObjectId> Heap;
    /// Classes of objects without a name.
    llvm::SetVector<SymbolId> Classes;
  };
  Held of(const EntryPoint &E) const;

private:
  struct Search;
  void addGiven(const FlowHandler &H, const Function &Handler, Search &S) const;
  void visit(ObjectId Id, Search &S) const;
  void visitParts(ObjectId Id, Search &S) const;
  bool addClassesOfFields(ObjectId Id, Search &S) const;
  bool isProjects(TypeId T) const;

  const Program &Prog;
  const PointsTo &Points;
};

} // namespace stateless

#endif
