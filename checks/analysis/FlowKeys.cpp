//===- FlowKeys.cpp - Subscripts of maps that only read -------------------===//
#include "analysis/FlowKeys.h"

namespace stateless {

/// Of what an element has inside, no more is looked at.
static constexpr size_t MaxClasses = 32;

/// True if \p At gives the address of *this or of a part of it.
static bool isOwn(const std::vector<Statement> &Code, StatementNumber At) {
  while (At != 0 && (Code[At - 1].Kind == StatementKind::Field ||
                     Code[At - 1].Kind == StatementKind::Element))
    At = Code[At - 1].A;
  return At != 0 && Code[At - 1].Kind == StatementKind::This;
}

FlowKeys::FlowKeys(const Program &Prog, const PointsTo &Points,
                   const Phases &Times)
    : Prog(Prog), Points(Points), Times(Times) {
  findBuilders();
  for (const FlowContext &In : Points.contexts()) {
    collectKeys(In);
    collectAsked(In);
  }
  for (const FlowContext &In : Points.contexts())
    collectFinding(In);
}

void FlowKeys::findBuilders() {
  llvm::DenseMap<const Function *, std::vector<const FlowContext *>> Contexts;
  std::vector<const Function *> Work;
  for (const FlowContext &In : Points.contexts()) {
    Contexts[In.F].push_back(&In);
    if (In.F->Kind == FunctionKind::Constructor && Builders.insert(In.F).second)
      Work.push_back(In.F);
  }
  auto Visit = [&](const FlowContext &In, size_t Body) {
    const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
    for (const Statement &S : Code)
      if (S.Kind == StatementKind::Receiver && isOwn(Code, S.A))
        for (const Function *Callee : Points.targets(In, Body, S.B).Bodies)
          if (Callee->Kind == FunctionKind::Method &&
              Builders.insert(Callee).second)
            Work.push_back(Callee);
  };
  while (!Work.empty()) {
    const Function *F = Work.back();
    Work.pop_back();
    for (const FlowContext *In : Contexts[F])
      for (size_t B = 0; B < F->FlowBodies.size(); ++B)
        Visit(*In, B);
  }
}

void FlowKeys::collectKeys(const FlowContext &In) {
  const Function &F = *In.F;
  for (size_t B = 0; B < F.FlowBodies.size(); ++B) {
    const std::vector<Statement> &Code = F.FlowBodies[B].Statements;
    for (const Statement &S : Code) {
      if (S.Keys == KeyUse::Unknown || !S.Called || !S.A)
        continue;
      bool Own = Builders.contains(&F) && isOwn(Code, S.A);
      if (Own && Code[S.A - 1].Kind == StatementKind::Field)
        KeysOfFields.insert({Code[S.A - 1].Symbol, S.Called});
      if (Own || S.Keys == KeyUse::Holds ||
          Times.of(F, S.Loc) == Phase::StartUp)
        for (ObjectId Id : Points.of(In, B, S.A))
          Keys.insert({Id, S.Called});
    }
  }
}

/// Notes that the keys of what statement \p At leads to, and of all that is a
/// part of it, are looked at.
void FlowKeys::asked(const FlowContext &In, size_t Body, StatementNumber At) {
  llvm::ArrayRef<ObjectId> Objects = Points.of(In, Body, At);
  llvm::SmallVector<ObjectId, 8> Work(Objects.begin(), Objects.end());
  while (!Work.empty()) {
    ObjectId Id = Work.pop_back_val();
    if (Asked.insert(Id).second && Id != UnknownObject)
      llvm::append_range(Work, Points.parts(Id));
  }
  const Statement &Of = In.F->FlowBodies[Body].Statements[At - 1];
  if (Of.Kind == StatementKind::Field &&
      (Objects.empty() || llvm::is_contained(Objects, UnknownObject)))
    AskedFields.insert(Of.Symbol);
}

/// A subscript looks at one key; whatever else reads a container may look at
/// all of them.
void FlowKeys::collectAsked(const FlowContext &In) {
  const Function &F = *In.F;
  auto IsOutOfSight = [&](size_t Body, const Statement &S) {
    return S.B == 0 ||
           llvm::none_of(Points.targets(In, Body, S.B).Bodies,
                         [](const Function *T) { return T->Definition; });
  };
  for (size_t B = 0; B < F.FlowBodies.size(); ++B)
    for (const Statement &S : F.FlowBodies[B].Statements) {
      if (Times.of(F, S.Loc) == Phase::StartUp)
        continue;
      switch (S.Kind) {
      case StatementKind::Read:
      case StatementKind::Escape:
      case StatementKind::ArgumentObject:
        if (S.A)
          asked(In, B, S.A);
        break;
      case StatementKind::Copy:
        if (S.B)
          asked(In, B, S.B);
        break;
      case StatementKind::Receiver:
      case StatementKind::Argument:
        if (S.A && IsOutOfSight(B, S))
          asked(In, B, S.A);
        break;
      default:
        break;
      }
    }
}

/// True if no code of \p Class makes its objects: no constructor, and no
/// initialiser of a field. What such code puts in may differ from time to time,
/// or lie elsewhere, where copies of the object reach it. Initialisers of a
/// template's instance are not facts: nobody knows of these.
bool FlowKeys::isMadeAlike(SymbolId Class) const {
  // In a USR, '>' stands before template arguments (clang/Index).
  if (Prog.text(Class).contains('>'))
    return false;
  return llvm::none_of(Prog.methods(Class), [](const Function *F) {
    return F->Kind == FunctionKind::Constructor;
  });
}

/// The same of all that is made for an element of a \p Container. False if the
/// type is not known.
bool FlowKeys::areMadeAlike(TypeId Container) const {
  const Type &T = Prog.type(Container);
  if (T.Kind != TypeKind::Record)
    return false;
  llvm::SmallVector<SymbolId, 8> Classes(T.Contains.begin(), T.Contains.end());
  for (size_t I = 0; I < Classes.size() && I < MaxClasses; ++I) {
    if (!isMadeAlike(Classes[I]))
      return false;
    auto Add = [&](TypeId Part) {
      while (Prog.type(Part).Kind == TypeKind::Array)
        Part = Prog.type(Part).Args.front();
      const Type &Of = Prog.type(Part);
      for (SymbolId Class : Of.Contains)
        if (!llvm::is_contained(Classes, Class))
          Classes.push_back(Class);
      if (Prog.classOf(Of.Symbol) && !llvm::is_contained(Classes, Of.Symbol))
        Classes.push_back(Of.Symbol);
    };
    const Class *C = Prog.classOf(Classes[I]);
    if (!C)
      return false;
    llvm::for_each(C->Bases, Add);
    for (SymbolId Member : C->Fields)
      if (const Field *F = Prog.field(Member))
        Add(F->Type);
  }
  return Classes.size() <= MaxClasses;
}

/// True if somebody may look at the keys of \p Id, which \p Of gives, or tell
/// elements that are made empty apart.
bool FlowKeys::isAsked(ObjectId Id, const Statement &Of) const {
  return Id == UnknownObject || Points.escapes(Id) || Asked.contains(Id) ||
         !areMadeAlike(Points.object(Id).Type) ||
         (Of.Kind == StatementKind::Field && AskedFields.contains(Of.Symbol));
}

void FlowKeys::collectFinding(const FlowContext &In) {
  const Function &F = *In.F;
  for (size_t B = 0; B < F.FlowBodies.size(); ++B) {
    const std::vector<Statement> &Code = F.FlowBodies[B].Statements;
    for (StatementNumber N = 1; N <= Code.size(); ++N) {
      const Statement &S = Code[N - 1];
      Place At{&F.FlowBodies[B], N};
      if (S.Keys != KeyUse::Asks || !S.A || Missing.contains(At))
        continue;
      llvm::ArrayRef<ObjectId> Objects = Points.of(In, B, S.A);
      const Statement &Of = Code[S.A - 1];
      bool All = S.Called && Of.Kind == StatementKind::Field &&
                 KeysOfFields.contains({Of.Symbol, S.Called});
      bool Finds = All || llvm::all_of(Objects, [&](ObjectId Id) {
                     bool Has = S.Called && Id != UnknownObject &&
                                Keys.contains({Id, S.Called});
                     return Has || !isAsked(Id, Of);
                   });
      if (All || (!Objects.empty() && Finds)) {
        Finding.insert(At);
      } else if (!Finds) {
        Finding.erase(At);
        Missing.insert(At);
      }
    }
  }
}

} // namespace stateless
