//===- ObjectOwners.cpp - Which name an unnamed object goes by ------------===//
#include "analysis/ObjectOwners.h"

namespace stateless {

static bool isPointer(const Type &T) {
  return T.Kind == TypeKind::Pointer || T.Kind == TypeKind::LValueReference ||
         T.PointerLike;
}

ObjectOwners::ObjectOwners(const Program &Prog, const PointsTo &Points)
    : Prog(Prog), Points(Points) {
  for (ObjectId Id = UnknownObject + 1; Id < Points.size(); ++Id) {
    addHolder(Id);
    if (const Variable *V = variable(Id);
        V && V->Where == Storage::Automatic && isPointer(Prog.type(V->Type)))
      Pointers[V->Function].push_back(Id);
  }
}

/// The variable that \p Id is.
const Variable *ObjectOwners::variable(ObjectId Id) const {
  const Object &O = Points.object(Id);
  return O.Kind == ObjectKind::Variable ? Prog.variable(O.Symbol) : nullptr;
}

/// What \p Id refers to may have been made for it.
void ObjectOwners::addHolder(ObjectId Id) {
  const Variable *V = variable(Points.root(Id));
  if (!V || V->Where != Storage::Automatic)
    return;
  for (ObjectId What : Points.contents(Id)) {
    const Object &O = Points.object(What);
    if (O.Kind != ObjectKind::New || !O.In || O.In->Symbol != V->Function)
      continue;
    const Variable *&First = MakersLocal[What];
    if (!First || V < First)
      First = V;
  }
}

template <typename Visitor>
void ObjectOwners::forEachLead(ObjectId Pointer, Visitor Visit) const {
  for (ObjectId What : Points.contents(Pointer))
    Visit(What);
  for (ObjectId Part : Points.parts(Pointer))
    for (ObjectId What : Points.contents(Part))
      Visit(What);
}

std::vector<SymbolId> ObjectOwners::localsFor(ObjectId Id,
                                              const Function &F) const {
  std::vector<SymbolId> Result;
  if (auto It = Pointers.find(F.Symbol); It != Pointers.end())
    for (ObjectId Pointer : It->second) {
      bool Leads = false;
      forEachLead(Pointer, [&](ObjectId What) { Leads |= What == Id; });
      if (Leads)
        Result.push_back(Points.object(Pointer).Symbol);
    }
  if (const Variable *Made = MakersLocal.lookup(Id); Made && Result.empty())
    Result.push_back(Made->Symbol);
  return Result;
}

/// What some variables lead to, but by way of other variables.
class ObjectOwners::Reached {
public:
  explicit Reached(const PointsTo &Points)
      : Points(Points), Seen(Points.size()) {}

  void add(ObjectId From) {
    std::vector<ObjectId> Work{From};
    while (!Work.empty()) {
      ObjectId At = Work.back();
      Work.pop_back();
      bool Other = Points.object(At).Kind == ObjectKind::Variable && At != From;
      if (At == UnknownObject || Other || Seen[At])
        continue;
      Seen[At] = true;
      llvm::append_range(Work, Points.contents(At));
      llvm::append_range(Work, Points.parts(At));
    }
  }
  bool contains(ObjectId Id) const { return Seen[Id]; }

private:
  const PointsTo &Points;
  std::vector<bool> Seen;
};

/// \p ByOthers: what those lead to that come before \p Pointer.
bool ObjectOwners::isAlias(ObjectId Pointer,
                           const llvm::DenseSet<SymbolId> &Staying,
                           const Reached &ByOthers) const {
  const Variable &V = *variable(Pointer);
  bool Plain = Prog.type(V.Type).Kind == TypeKind::Pointer;
  bool ToOwn = false, ToOthers = false;
  auto IsOwn = [&](ObjectId Id) {
    if (Points.object(Id).Kind != ObjectKind::New)
      return Points.object(Id).Kind == ObjectKind::Local;
    const Variable *Made = MakersLocal.lookup(Id);
    if (Made &&
        (Made->Function == V.Function || Staying.contains(Made->Symbol)))
      return Made == &V;
    return !ByOthers.contains(Id);
  };
  forEachLead(Pointer, [&](ObjectId What) {
    bool Own = IsOwn(Points.root(What));
    ToOwn |= Own;
    // Of what a reference or a smart pointer of unknown origin refers to,
    // nobody else is known to hold it.
    ToOthers |= !Own && (Plain || What != UnknownObject);
  });
  // A plain pointer may have been used for something else before.
  return ToOthers && !(Plain && ToOwn);
}

llvm::DenseSet<SymbolId>
ObjectOwners::aliases(const llvm::DenseSet<SymbolId> &Staying) const {
  std::vector<std::pair<const Variable *, ObjectId>> InOrder;
  Reached ByOthers(Points);
  for (ObjectId Id = UnknownObject + 1; Id < Points.size(); ++Id)
    if (const Variable *V = variable(Id)) {
      if (V->Where != Storage::Automatic)
        ByOthers.add(Id);
      else if (Staying.contains(V->Symbol))
        InOrder.push_back({V, Id});
    }
  llvm::sort(InOrder);
  llvm::DenseSet<SymbolId> Result;
  for (auto [V, Id] : InOrder) {
    if (isPointer(Prog.type(V->Type)) && isAlias(Id, Staying, ByOthers))
      Result.insert(V->Symbol);
    ByOthers.add(Id);
  }
  for (const auto &[F, All] : Pointers)
    for (ObjectId Id : All)
      if (!Staying.contains(variable(Id)->Symbol) &&
          isAlias(Id, Staying, ByOthers))
        Result.insert(variable(Id)->Symbol);
  return Result;
}

} // namespace stateless
