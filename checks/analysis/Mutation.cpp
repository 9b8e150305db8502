//===- Mutation.cpp - Who writes what -------------------------------------===//
//
// 1. Summaries. WritesThis(F) and WritesParam(F, i) are the least sets closed
//    under: a direct access of a place rooted there; a call that hands such a
//    place to a callee that writes it (by its own summary if its body is
//    known, by its declaration otherwise); for `this`, a lambda of the method
//    that writes it. Worklist over callers: each function is revisited when a
//    callee's summary grows, so the cost is the number of calls times the
//    number of parameters.
// 2. Writes. Every access and every call that writes is resolved to variables
//    and fields. A write of R.a.b writes b, a and R; behind a pointer it still
//    counts for the variable that owns the pointer.
//    An argument that the callee keeps by reference counts as written if
//    something is written through the field that keeps it.
// 3. Phases. Initialisers and main start; a function that nothing else calls,
//    and whose address nobody takes, starts with its callers.
//
// Limits: flow-insensitive; function pointers are not followed here; recursion
// through returned references is cut at MaxResolve.
//
//===----------------------------------------------------------------------===//
#include "analysis/Mutation.h"
#include "analysis/Dispatch.h"
#include <deque>

namespace stateless {

/// Accessors that return what accessors return: further than anyone nests.
static constexpr unsigned MaxResolve = 6;
static constexpr size_t MaxResolved = 8;

static bool isWrite(AccessKind Kind) {
  return Kind != AccessKind::Read && Kind != AccessKind::Initialize;
}

class MutationBuilder {
public:
  MutationBuilder(const Program &Prog, Mutation &Out) : Prog(Prog), Out(Out) {}

  void run() {
    summarize();
    findStartUp();
    for (const Function &F : Prog.functions())
      collect(F);
    writeKept();
    finish();
  }

private:
  struct Summary {
    bool WritesThis = false;
    uint64_t WritesParams =
        0; ///< A bit each; parameters past 63 share the last.
  };

  static uint64_t bit(size_t Index) {
    return uint64_t(1) << std::min<size_t>(Index, 63);
  }

  //===-- Summaries -------------------------------------------------------===//

  void summarize() {
    std::deque<const Function *> Work;
    llvm::DenseSet<const Function *> Queued;
    for (const Function &F : Prog.functions()) {
      if (F.Kind == FunctionKind::Lambda && F.Parent)
        Lambdas[F.Parent].push_back(&F);
      Work.push_back(&F);
      Queued.insert(&F);
    }
    while (!Work.empty()) {
      const Function *F = Work.front();
      Work.pop_front();
      Queued.erase(F);
      if (!update(*F))
        continue;
      auto Enqueue = [&](const Function *Other) {
        if (Other && Queued.insert(Other).second)
          Work.push_back(Other);
      };
      for (SymbolId Name : calledAs(Prog, *F))
        for (const Function *Caller : Prog.callers(Name))
          Enqueue(Caller);
      if (F->Kind == FunctionKind::Lambda)
        Enqueue(Prog.function(F->Parent));
    }
  }

  /// True if the summary of \p F grew.
  bool update(const Function &F) {
    Summary New = Summaries.lookup(&F);
    auto Mark = [&](const Place &P) {
      for (const Place &R : Out.resolve(P, F)) {
        if (R.Root == RootKind::This)
          New.WritesThis = true;
        else if (R.Root == RootKind::Parameter)
          New.WritesParams |= bit(R.Index);
      }
    };
    for (const Access &A : F.Accesses)
      if (isWrite(A.Kind) && A.Kind != AccessKind::ReturnedByReference)
        Mark(A.Target);
    for (const Call &C : F.Calls)
      forEachWritten(C, [&](const Place &P, WriteKind, bool) { Mark(P); });
    for (const Function *Lambda : Lambdas.lookup(F.Symbol))
      New.WritesThis |= Summaries.lookup(Lambda).WritesThis;
    Summary &Old = Summaries[&F];
    bool Grew = New.WritesThis != Old.WritesThis ||
                New.WritesParams != Old.WritesParams;
    Old = New;
    return Grew;
  }

  /// The bodies that a call may run; empty where one may be out of sight.
  llvm::SmallVector<const Function *, 4> targets(const Call &C) const {
    llvm::SmallVector<const Function *, 4> Result;
    if (const Function *F = Prog.function(C.Callee); F && F->Definition)
      Result.push_back(F);
    if (C.Kind == CallKind::Virtual)
      for (const Function *F : allOverriders(Prog, C.Callee))
        if (F->Definition)
          Result.push_back(F);
    return Result;
  }

  /// Calls \p Visit(place, kind, certain) for each place that \p C writes.
  template <typename Visitor>
  void forEachWritten(const Call &C, Visitor Visit) const {
    auto Bodies = targets(C);
    bool Project = !Bodies.empty();
    if (!C.Receivers.empty() && C.Use != ReceiverUse::None) {
      bool Writes = Project
                        ? llvm::any_of(Bodies,
                                       [&](const Function *F) {
                                         return Summaries.lookup(F).WritesThis;
                                       })
                        : C.Use == ReceiverUse::Mutating;
      if (Writes)
        for (const Place &P : C.Receivers)
          Visit(P, WriteKind::MethodCall, Project || !isDeclaredOnly(C));
    }
    for (size_t I = 0; I < C.Args.size(); ++I) {
      const Argument &A = C.Args[I];
      if (A.How != Passing::MutableReference || A.Places.empty())
        continue;
      bool Writes = !Project || llvm::any_of(Bodies, [&](const Function *F) {
        return Summaries.lookup(F).WritesParams & bit(I);
      });
      if (!Writes)
        continue;
      for (const Place &P : A.Places)
        if (Project || !isHandle(P, C))
          Visit(P, WriteKind::Argument, Project || !isDeclaredOnly(C));
    }
  }

  /// A function of the project whose body is out of sight, or one reached
  /// through a pointer.
  bool isDeclaredOnly(const Call &C) const {
    return C.Kind == CallKind::Indirect || !C.Library;
  }

  /// A library object that the project holds by a raw pointer (FILE *,
  /// sqlite3 *): handing the pointer back to the library is using the handle.
  bool isHandle(const Place &P, const Call &C) const {
    if (!C.Library || P.Steps.empty() || P.Steps.back().Kind != StepKind::Deref)
      return false;
    TypeId T;
    if (P.Steps.size() > 1 &&
        P.Steps[P.Steps.size() - 2].Kind == StepKind::Field) {
      if (const Field *F = Prog.field(P.Steps[P.Steps.size() - 2].Symbol))
        T = F->Type;
    } else if (P.Steps.size() == 1 && P.Root == RootKind::Variable) {
      if (const Variable *V = Prog.variable(P.Symbol))
        T = V->Type;
    }
    const Type &Pointer = Prog.type(T);
    if (Pointer.Kind != TypeKind::Pointer || Pointer.Args.empty())
      return false;
    const Type &Pointee = Prog.type(Pointer.Args[0]);
    return Pointee.Kind == TypeKind::Record && !Prog.classOf(Pointee.Symbol);
  }

  //===-- Phases ----------------------------------------------------------===//

  void findStartUp() {
    llvm::DenseSet<SymbolId> AddressTaken;
    for (const Function &F : Prog.functions())
      for (const Call &C : F.Calls)
        for (const Argument &A : C.Args)
          AddressTaken.insert(A.Callbacks.begin(), A.Callbacks.end());
    // Shrink from "all that could be" until stable: recursion stays start-up
    // if nothing else reaches it.
    for (const Function &F : Prog.functions()) {
      bool Root = F.Kind == FunctionKind::Initializer || isMain(F);
      bool Hidden = F.Link == Linkage::Internal || Prog.isWhole();
      if (Root || (Hidden && !F.Virtual && !AddressTaken.contains(F.Symbol) &&
                   F.Kind != FunctionKind::Lambda &&
                   F.Kind != FunctionKind::Destructor &&
                   !Prog.callers(F.Symbol).empty()))
        Out.StartUp.insert(&F);
    }
    for (bool Changed = true; Changed;) {
      Changed = false;
      for (const Function &F : Prog.functions()) {
        if (!Out.StartUp.contains(&F) || F.Kind == FunctionKind::Initializer ||
            isMain(F))
          continue;
        for (const Function *Caller : Prog.callers(F.Symbol)) {
          if (Out.StartUp.contains(Caller) && !servesBefore(*Caller, F))
            continue;
          Out.StartUp.erase(&F);
          Changed = true;
          break;
        }
      }
    }
  }

  static bool isServing(const Function &F, const Location &At) {
    return F.ServingLoop && At.File == F.ServingLoop.File &&
           At.Line >= F.ServingLoop.Line;
  }

  /// True if \p Caller calls \p F from its endless loop on.
  bool servesBefore(const Function &Caller, const Function &F) const {
    return llvm::any_of(Caller.Calls, [&](const Call &C) {
      return C.Callee == F.Symbol && isServing(Caller, C.Loc);
    });
  }

  bool isMain(const Function &F) const {
    return !F.Class && Prog.text(F.QualifiedName) == "main";
  }

  Phase phase(const Function &F, const Location &At) const {
    return Out.StartUp.contains(&F) && !isServing(F, At) ? Phase::StartUp
                                                         : Phase::Serving;
  }

  //===-- Writes ----------------------------------------------------------===//

  static WriteKind kindOf(AccessKind Kind) {
    switch (Kind) {
    case AccessKind::CompoundAssign:
      return WriteKind::CompoundAssignment;
    case AccessKind::Increment:
      return WriteKind::Increment;
    case AccessKind::AddressTaken:
      return WriteKind::AddressTaken;
    case AccessKind::ReferenceBound:
    case AccessKind::CapturedByReference:
      return WriteKind::ReferenceBound;
    case AccessKind::ReturnedByReference:
      return WriteKind::ReturnedByReference;
    case AccessKind::Destroy:
      return WriteKind::Destroyed;
    case AccessKind::DependentUse:
      return WriteKind::DependentUse;
    default:
      return WriteKind::Assignment;
    }
  }

  static bool isCertain(AccessKind Kind) {
    return Kind == AccessKind::Assign || Kind == AccessKind::CompoundAssign ||
           Kind == AccessKind::Increment || Kind == AccessKind::Destroy;
  }

  void collect(const Function &F) {
    for (const Access &A : F.Accesses) {
      if (A.Kind == AccessKind::Initialize)
        continue;
      for (const Place &P : Out.resolve(A.Target, F)) {
        if (A.Kind == AccessKind::Read)
          forEachSymbol(P, F, [&](SymbolId S, bool) {
            Out.Reads[S].push_back({&F, A.Loc});
          });
        // A caller that is in sight says itself what it does.
        else if (A.Kind != AccessKind::ReturnedByReference || mayBeCalled(F))
          write(P, F,
                {&F,
                 kindOf(A.Kind),
                 {},
                 A.Loc,
                 isCertain(A.Kind),
                 /*Whole=*/true,
                 phase(F, A.Loc)});
      }
    }
    for (const Call &C : F.Calls) {
      forEachWritten(C, [&](const Place &P, WriteKind Kind, bool Certain) {
        WriteKind As = Kind;
        if (Kind == WriteKind::MethodCall)
          As = operatorKind(Prog.text(C.CalleeName));
        for (const Place &R : Out.resolve(P, F))
          write(R, F,
                {&F, As, C.CalleeName, C.Loc, Certain, /*Whole=*/true,
                 phase(F, C.Loc)});
      });
      keptArguments(C, F);
      readsOf(C, F);
    }
  }

  /// Fields in which \p F keeps a pointer or reference to its parameter
  /// \p Index.
  std::vector<SymbolId> keepers(const Function &F, size_t Index) const {
    std::vector<SymbolId> Result;
    for (const Access &A : F.Accesses) {
      bool Stores =
          A.Kind == AccessKind::Assign || A.Kind == AccessKind::Initialize;
      if (Stores && !A.Target.Steps.empty() &&
          A.Target.Steps.back().Kind == StepKind::Field &&
          llvm::any_of(A.From, [&](const Place &P) {
            return P.Root == RootKind::Parameter && P.Index == Index;
          }))
        Result.push_back(A.Target.Steps.back().Symbol);
    }
    return Result;
  }

  /// An argument that the callee keeps in a field may be written through it.
  void keptArguments(const Call &C, const Function &F) {
    for (const Function *Callee : targets(C))
      for (size_t I = 0; I < C.Args.size(); ++I) {
        if (C.Args[I].How != Passing::MutableReference ||
            C.Args[I].Places.empty())
          continue;
        for (SymbolId Field : keepers(*Callee, I))
          for (const Place &P : C.Args[I].Places)
            for (const Place &R : Out.resolve(P, F))
              Kept.push_back(
                  {Field,
                   R,
                   &F,
                   {&F, WriteKind::Argument, C.CalleeName, C.Loc,
                    /*Certain=*/false, /*Whole=*/true, phase(F, C.Loc)}});
      }
  }

  /// Who keeps a mutable reference and writes through it, writes later than
  /// the call that handed it over.
  void writeKept() {
    for (KeptPlace &K : Kept) {
      if (!Out.Writes.contains(K.Field))
        continue;
      K.As.When = Phase::Serving;
      write(K.Target, *K.By, K.As);
    }
  }

  /// An overloaded operator is what it looks like.
  static WriteKind operatorKind(llvm::StringRef Callee) {
    llvm::StringRef Name = Callee.rsplit("::").second;
    if (Name == "operator=")
      return WriteKind::Assignment;
    if (Name == "operator++" || Name == "operator--")
      return WriteKind::Increment;
    if (Name.starts_with("operator") && Name.ends_with("=") && Name.size() > 9)
      return WriteKind::CompoundAssignment;
    return WriteKind::MethodCall;
  }

  void readsOf(const Call &C, const Function &F) {
    auto Read = [&](const Place &P) {
      for (const Place &R : Out.resolve(P, F))
        forEachSymbol(R, F, [&](SymbolId S, bool) {
          Out.Reads[S].push_back({&F, C.Loc});
        });
    };
    if (C.Use == ReceiverUse::Const || C.Use == ReceiverUse::Accessor)
      llvm::for_each(C.Receivers, Read);
    for (const Argument &A : C.Args)
      if (A.How == Passing::Value)
        llvm::for_each(A.Places, Read);
  }

  /// True if somebody out of sight may call \p F.
  bool mayBeCalled(const Function &F) const {
    return F.Link == Linkage::External && !Prog.isWhole();
  }

  /// How many steps of \p P stay in the object that its constructor or
  /// destructor \p F works on. What a reference names is another's; what a
  /// pointer leads to is the object's own, as far as types tell.
  size_t ownSteps(const Place &P, const Function &F) const {
    if (P.Root != RootKind::This || (F.Kind != FunctionKind::Constructor &&
                                     F.Kind != FunctionKind::Destructor))
      return 0;
    for (size_t I = 0; I + 1 < P.Steps.size(); ++I)
      if (const Field *At = Prog.field(P.Steps[I].Symbol);
          At && Prog.type(At->Type).Kind == TypeKind::LValueReference)
        return I + 1;
    return P.Steps.size();
  }

  /// Calls \p Visit(symbol, whole) for the variable and the fields of \p P.
  template <typename Visitor>
  void forEachSymbol(const Place &P, const Function &F, Visitor Visit) const {
    if (P.Root == RootKind::Variable)
      Visit(P.Symbol, P.Steps.empty());
    for (size_t I = ownSteps(P, F); I < P.Steps.size(); ++I)
      if (P.Steps[I].Kind == StepKind::Field)
        Visit(P.Steps[I].Symbol, I + 1 == P.Steps.size());
  }

  void write(const Place &P, const Function &F, const Write &W) {
    // A variable's own initialiser does not write it.
    bool Own = F.Kind == FunctionKind::Initializer &&
               P.Root == RootKind::Variable && F.Parent == P.Symbol;
    if (!Own)
      forEachSymbol(P, F, [&](SymbolId S, bool Whole) {
        Out.Writes[S].push_back(W);
        Out.Writes[S].back().Whole = Whole;
      });
  }

  void finish() {
    for (auto &[Symbol, List] : Out.Writes) {
      auto Key = [this](const Write &W) {
        // Of several at one place, the one that says most comes first.
        return std::tuple(Prog.text(W.Loc.File), W.Loc.Line, W.Loc.Column,
                          W.When == Phase::StartUp, !W.Certain, !W.Whole,
                          W.Kind);
      };
      llvm::stable_sort(List, [&](const Write &A, const Write &B) {
        return Key(A) < Key(B);
      });
      List.erase(std::unique(List.begin(), List.end(),
                             [](const Write &A, const Write &B) {
                               return A.Loc == B.Loc;
                             }),
                 List.end());
    }
    for (auto &[Symbol, List] : Out.Reads)
      llvm::stable_sort(List, [this](const ReadSite &A, const ReadSite &B) {
        return std::tuple(Prog.text(A.Loc.File), A.Loc.Line, A.Loc.Column) <
               std::tuple(Prog.text(B.Loc.File), B.Loc.Line, B.Loc.Column);
      });
  }

  struct KeptPlace {
    SymbolId Field; ///< Keeps the pointer or reference.
    Place Target;
    const Function *By;
    Write As;
  };

  const Program &Prog;
  Mutation &Out;
  std::vector<KeptPlace> Kept;
  llvm::DenseMap<const Function *, Summary> Summaries;
  llvm::DenseMap<SymbolId, std::vector<const Function *>> Lambdas;
};

static void resolveInto(const Program &Prog, const Place &P, const Function &F,
                        unsigned Depth, std::vector<Place> &Into) {
  if (Into.size() >= MaxResolved || Depth > MaxResolve)
    return;
  if (P.Root != RootKind::CallResult) {
    if (P && !llvm::is_contained(Into, P))
      Into.push_back(P);
    return;
  }
  if (P.Index >= F.Calls.size())
    return;
  const Call &C = F.Calls[P.Index];
  auto Follow = [&](Place Q, const Function &In) {
    Q.Steps.insert(Q.Steps.end(), P.Steps.begin(), P.Steps.end());
    resolveInto(Prog, Q, In, Depth + 1, Into);
  };
  auto FollowBody = [&](const Function &Callee) {
    for (const Place &Returned : Callee.ReturnedPlaces) {
      std::vector<Place> Inner;
      resolveInto(Prog, Returned, Callee, Depth + 1, Inner);
      for (const Place &I : Inner) {
        llvm::ArrayRef<Place> Outer;
        if (I.Root == RootKind::This)
          Outer = C.Receivers;
        else if (I.Root == RootKind::Parameter && I.Index < C.Args.size())
          Outer = C.Args[I.Index].Places;
        else if (I.Root == RootKind::Variable) {
          Follow(I, F);
          continue;
        }
        for (Place O : Outer) {
          O.Steps.insert(O.Steps.end(), I.Steps.begin(), I.Steps.end());
          Follow(O, F);
        }
      }
    }
  };
  if (const Function *Callee = Prog.function(C.Callee))
    FollowBody(*Callee);
  if (C.Kind == CallKind::Virtual)
    for (const Function *Callee : allOverriders(Prog, C.Callee))
      FollowBody(*Callee);
}

std::vector<Place> Mutation::resolve(const Place &P, const Function &F) const {
  std::vector<Place> Result;
  resolveInto(Prog, P, F, 0, Result);
  return Result;
}

Mutation::Mutation(const Program &Prog) : Prog(Prog) {
  MutationBuilder(Prog, *this).run();
}

llvm::ArrayRef<Write> Mutation::writesOf(SymbolId Symbol) const {
  auto It = Writes.find(Symbol);
  return It == Writes.end() ? llvm::ArrayRef<Write>()
                            : llvm::ArrayRef<Write>(It->second);
}

llvm::ArrayRef<ReadSite> Mutation::readsOf(SymbolId Symbol) const {
  auto It = Reads.find(Symbol);
  return It == Reads.end() ? llvm::ArrayRef<ReadSite>()
                           : llvm::ArrayRef<ReadSite>(It->second);
}

std::string describeWrite(const Program &Prog, const Write &W) {
  llvm::StringRef Callee = Prog.text(W.Callee);
  llvm::StringRef Short =
      Callee.contains("::") ? Callee.rsplit("::").second : Callee;
  switch (W.Kind) {
  case WriteKind::Assignment:
    return "assignment";
  case WriteKind::CompoundAssignment:
    return "compound assignment";
  case WriteKind::Increment:
    return "increment";
  case WriteKind::MethodCall:
    return ("call of '" + Short + "'").str();
  case WriteKind::Argument:
    return ("passed to '" + (Callee.empty() ? "a function pointer" : Callee) +
            "'")
        .str();
  case WriteKind::AddressTaken:
    return "address taken";
  case WriteKind::ReferenceBound:
    return "reference bound";
  case WriteKind::ReturnedByReference:
    return "returned by reference";
  case WriteKind::Destroyed:
    return "deleted";
  case WriteKind::DependentUse:
    return "used in a template";
  }
  return "";
}

} // namespace stateless
