//===- WrittenParts.cpp - What of an object is written --------------------===//
//
// That something in a class is written, however
// deep, is carried from what is held to who holds it, along the edges in
// reverse; so a search goes only where it will find something. It goes breadth
// first: each class is looked into once, by the shortest way, and classes that
// hold each other end it.
//
// What the fields of a held object say is more exact than that "something in
// it changed": the field that holds it is told itself only if it is given
// another value.
//
// What is held by a pointer may be of a derived class: a family of classes
// stands for it, whose bases are the class and the families of those that
// derive.
//
// Limits: by type, not by instance: of two objects of one class that an object
// holds, the nearer one stands for both.
//
//===----------------------------------------------------------------------===//
#include "WrittenParts.h"
#include "analysis/Analyses.h"
#include "analysis/HandlerObjects.h"

namespace stateless {

/// Once something is found, what lies behind more classes is left out.
static constexpr size_t MaxClasses = 256;

WrittenPartsIndex::WrittenPartsIndex(const Evidence &E) : E(E) {
  for (const Class &C : E.Prog.classes())
    Classes.push_back(partsOf(C));
  addFamilies();
  spread(&ClassParts::Written);
  spread(&ClassParts::Unseen);
}

uint32_t WrittenPartsIndex::position(const Class *C) const {
  return C ? C - E.Prog.classes().data() : None;
}

/// Behind each class from which others derive: it, or one of those.
void WrittenPartsIndex::addFamilies() {
  size_t Size = Classes.size();
  std::vector<std::vector<uint32_t>> Derived(Size);
  for (uint32_t I = 0; I < Size; ++I)
    for (uint32_t Base : Classes[I].Bases)
      Derived[Base].push_back(I);
  Families.resize(Size);
  for (uint32_t I = 0; I < Size; ++I) {
    Families[I] = I;
    if (Derived[I].empty())
      continue;
    Families[I] = static_cast<uint32_t>(Classes.size());
    Classes.emplace_back();
  }
  for (uint32_t I = 0; I < Size; ++I) {
    if (Families[I] != I) {
      Classes[Families[I]].Bases = {I};
      for (uint32_t Of : Derived[I])
        Classes[Families[I]].Bases.push_back(Families[Of]);
    }
    for (Part &P : Classes[I].Parts)
      if (P.Held != None && !P.Exact)
        P.Held = Families[P.Held];
  }
}

bool isExactly(const Program &Prog, TypeId T, const Class &C) {
  return llvm::all_of(heldClasses(Prog, T), [&](const HeldClass &H) {
    return H.Exact || H.Class != C.Symbol;
  });
}

WrittenPartsIndex::ClassParts WrittenPartsIndex::partsOf(const Class &C) const {
  ClassParts Result;
  for (TypeId Base : C.Bases)
    if (const Class *B = E.Prog.classOf(Base))
      Result.Bases.push_back(position(B));
  for (SymbolId Symbol : C.Fields) {
    const Field *F = E.Prog.field(Symbol);
    if (!F || E.Known.Writes.refersToOthers(*F))
      continue;
    const StateObject &O = *E.Objects->find(Symbol);
    if (O.Seen.Why.Kind == ReasonKind::Constant)
      continue;
    Result.Written |= !O.Seen.Benign;
    const Class *Held = O.Shape->Held;
    Result.Parts.push_back({F, &O.Seen, position(Held),
                            !Held || isExactly(E.Prog, F->Type, *Held)});
  }
  Result.Unseen =
      !E.Prog.isWhole() && llvm::any_of(C.Mutators, [&](SymbolId Symbol) {
        return E.Prog.bodies(Symbol).empty();
      });
  return Result;
}

/// Whoever holds or derives from what has the mark, gets it.
void WrittenPartsIndex::spread(bool ClassParts::*Mark) {
  std::vector<std::vector<uint32_t>> Holders(Classes.size());
  std::vector<uint32_t> Work;
  for (uint32_t I = 0; I < Classes.size(); ++I) {
    for (uint32_t Base : Classes[I].Bases)
      Holders[Base].push_back(I);
    for (const Part &P : Classes[I].Parts)
      if (P.Held != None)
        Holders[P.Held].push_back(I);
    if (Classes[I].*Mark)
      Work.push_back(I);
  }
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    for (uint32_t Holder : Holders[At])
      if (!(Classes[Holder].*Mark)) {
        Classes[Holder].*Mark = true;
        Work.push_back(Holder);
      }
  }
}

WrittenParts WrittenPartsIndex::of(const Class &C, bool Exact) const {
  WrittenParts Result;
  uint32_t Start = Exact ? position(&C) : Families[position(&C)];
  Result.Unseen = Classes[Start].Unseen;
  struct Place {
    uint32_t Class;
    uint32_t Holder;  ///< Position in Queue; None: the object itself.
    const Field *Via; ///< Of Holder's class; null: a base of it.
  };
  std::vector<Place> Queue;
  llvm::DenseSet<uint32_t> Seen;
  auto Enqueue = [&](uint32_t Class, uint32_t Holder, const Field *Via) {
    if (Class != None && Classes[Class].Written && Seen.insert(Class).second)
      Queue.push_back({Class, Holder, Via});
  };
  auto ChainTo = [&](uint32_t At, const Field *Last) {
    std::vector<const Field *> Chain{Last};
    for (; At != None; At = Queue[At].Holder)
      if (Queue[At].Via)
        Chain.push_back(Queue[At].Via);
    std::reverse(Chain.begin(), Chain.end());
    return Chain;
  };
  Enqueue(Start, None, nullptr);
  for (uint32_t At = 0; At < Queue.size(); ++At) {
    if (At >= MaxClasses && !Result.Fields.empty()) {
      Result.More = true;
      break;
    }
    const ClassParts &Here = Classes[Queue[At].Class];
    for (uint32_t Base : Here.Bases)
      Enqueue(Base, At, nullptr);
    for (const Part &P : Here.Parts) {
      Enqueue(P.Held, At, P.Of);
      bool Explained =
          P.Held != None && Classes[P.Held].Written &&
          llvm::all_of(P.Seen->Writes, [](const Write &W) {
            return W.Kind == WriteKind::MethodCall || !W.Whole || !W.Certain;
          });
      if (P.Seen->Benign || Explained)
        continue;
      if (Result.Fields.size() == MaxParts) {
        Result.More = true;
        return Result;
      }
      Result.Fields.push_back({ChainTo(At, P.Of), P.Seen});
    }
  }
  return Result;
}

WrittenParts writtenParts(const Evidence &E, const Class &C, bool Exact) {
  return E.Parts->of(C, Exact);
}

std::vector<WrittenState> statesOf(const WrittenParts &Parts) {
  std::vector<WrittenState> Result;
  for (const WrittenParts::Part &Part : Parts.Fields)
    Result.push_back({Part.Seen, Part.field().Symbol});
  return Result;
}

void addPart(const Program &Prog, const WrittenParts::Part &Part,
             Verdict &Into) {
  std::vector<std::string> &Chain = Into.Parts.emplace_back();
  for (const Field *F : Part.Chain)
    Chain.push_back(Prog.text(F->Symbol).str());
}

void setParts(const Program &Prog, const WrittenParts &Parts, Verdict &Into) {
  for (const WrittenParts::Part &Part : Parts.Fields)
    addPart(Prog, Part, Into);
  Into.MoreParts = Parts.More;
}

} // namespace stateless
