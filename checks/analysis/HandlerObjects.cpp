//===- HandlerObjects.cpp - What handlers hold on to ----------------------===//
//
// From the code that is handed over, and what goes with it, through closures
// and objects of libraries (std::function, smart pointers, containers) to the
// variables and the objects of the project's classes. What those hold, their
// types tell. Where nobody knows what a closure refers to, the types of its
// captures do.
//
//===----------------------------------------------------------------------===//
#include "analysis/HandlerObjects.h"

namespace stateless {

static void addHeldClasses(const Program &Prog, TypeId T, bool Exact,
                           unsigned Depth, std::vector<HeldClass> &Into) {
  static constexpr unsigned MaxDepth = 6;
  if (!T || Depth > MaxDepth)
    return;
  const Type &Fact = Prog.type(T);
  if (Fact.Kind == TypeKind::Function)
    return;
  // A project template's arguments show in its fields; a library's are held.
  if (Fact.Kind == TypeKind::Record && Prog.classOf(Fact.Symbol)) {
    Into.push_back({Fact.Symbol, Exact});
    return;
  }
  for (TypeId Arg : Fact.Args)
    addHeldClasses(Prog, Arg, Exact && Fact.Kind == TypeKind::Array, Depth + 1,
                   Into);
}

std::vector<HeldClass> heldClasses(const Program &Prog, TypeId T) {
  std::vector<HeldClass> Result;
  addHeldClasses(Prog, T, /*Exact=*/true, 0, Result);
  return Result;
}

struct HandlerObjects::Search {
  Held Found;
  llvm::DenseSet<ObjectId> Seen;
};

bool HandlerObjects::isProjects(TypeId T) const {
  const Type *At = &Prog.type(T);
  while (At->Kind == TypeKind::Array && !At->Args.empty())
    At = &Prog.type(At->Args[0]);
  return At->Kind == TypeKind::Record && Prog.classOf(At->Symbol);
}

/// \p Id stays.
void HandlerObjects::visit(ObjectId Id, Search &S) const {
  ObjectId Root = Points.root(Id);
  const Object &O = Points.object(Root);
  switch (O.Kind) {
  case ObjectKind::Variable:
    if (const Variable *V = Prog.variable(O.Symbol);
        V && V->Where == Storage::Automatic)
      S.Found.Locals.insert(O.Symbol);
    break;
  case ObjectKind::New:
    S.Found.Heap.insert(Root);
    [[fallthrough]];
  case ObjectKind::Local:
    if (isProjects(O.Type)) {
      for (HeldClass H : heldClasses(Prog, O.Type))
        S.Found.Classes.insert(H.Class);
      return;
    }
    break;
  case ObjectKind::Unknown:
  case ObjectKind::Function:
  case ObjectKind::Member:
  case ObjectKind::Part:
    return;
  }
  if (!isProjects(O.Type) && !addClassesOfFields(Root, S))
    visitParts(Root, S);
}

/// Memory of unknown type is an object of the class whose fields it has. False
/// if that is none of the project's.
bool HandlerObjects::addClassesOfFields(ObjectId Id, Search &S) const {
  bool Any = false;
  for (ObjectId Part : Points.parts(Id))
    if (const Field *F = Prog.field(Points.object(Part).Symbol);
        F && Prog.classOf(F->Class)) {
      S.Found.Classes.insert(F->Class);
      Any = true;
    }
  return Any;
}

/// The parts of \p Id, a closure or an object of a library, and what they refer
/// to stay.
void HandlerObjects::visitParts(ObjectId Id, Search &S) const {
  if (!S.Seen.insert(Id).second)
    return;
  for (ObjectId Part : Points.parts(Id)) {
    TypeId T = Points.object(Part).Type;
    SymbolId Symbol = Points.object(Part).Symbol;
    // What an init-capture makes is a variable of its own.
    if (Prog.variable(Symbol))
      S.Found.Locals.insert(Symbol);
    llvm::ArrayRef<ObjectId> Contents = Points.contents(Part);
    if (isProjects(T) || llvm::is_contained(Contents, UnknownObject))
      for (HeldClass H : heldClasses(Prog, T))
        S.Found.Classes.insert(H.Class);
    for (ObjectId What : Contents)
      visit(What, S);
    if (!isProjects(T))
      visitParts(Part, S);
  }
}

/// What \p H hands over: the code, if it is \p Handler, and what goes with it.
void HandlerObjects::addGiven(const FlowHandler &H, const Function &Handler,
                              Search &S) const {
  const FlowContext &In = Points.contexts()[H.In];
  const std::vector<Statement> &Code = In.F->FlowBodies[H.Body].Statements;
  for (ObjectId Id : Points.of(In, H.Body, Code[H.Number - 1].A))
    if (Points.object(Id).Called &&
        llvm::is_contained(bodiesOf(Prog, Points.object(Id)), &Handler))
      visit(Id, S);
  for (const Statement &Given : llvm::ArrayRef(Code).drop_front(H.Number)) {
    if (Given.Kind != StatementKind::Argument || Given.B != H.Number)
      continue;
    for (ObjectId Id : Points.of(In, H.Body, Given.A)) {
      // A library's own object, which it was given to work with, is no data.
      const Type &T = Prog.type(Points.object(Points.root(Id)).Type);
      if (T.Kind != TypeKind::Record || Prog.classOf(T.Symbol))
        visit(Id, S);
    }
  }
}

HandlerObjects::Held HandlerObjects::of(const EntryPoint &E) const {
  Search S;
  for (const FlowHandler &H : E.Given)
    addGiven(H, *E.Handler, S);
  return std::move(S.Found);
}

} // namespace stateless
