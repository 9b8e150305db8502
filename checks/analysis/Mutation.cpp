//===- Mutation.cpp - Who writes what -------------------------------------===//
//
// 1. What a function writes through pointers or by name (FlowAccesses) is told of
//    each object and of the fields on the way to it; what has no name, of the
//    variables and fields that lead to it (Holders).
// 2. What escapes may be written at any time.
// 3. Reads are told likewise. What a template does that is never instantiated
//    is resolved as places.
// 4. Each write gets the phase of the place where it stands.
//
// Limits: flow-insensitive; instances of one class are told apart as far as the
// points-to analysis tells them apart.
//
//===----------------------------------------------------------------------===//
#include "analysis/Mutation.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"

namespace stateless {

class MutationBuilder {
public:
  MutationBuilder(const Program &Prog, const Phases &Times, Mutation &Out)
      : Prog(Prog), Times(Times), Out(Out), Keeping(Prog) {}

  void run() {
    for (const Field &F : Prog.fields()) {
      TypeKind Kind = Prog.type(F.Type).Kind;
      if (Kind == TypeKind::LValueReference ||
          (Kind == TypeKind::Pointer && Keeping.keepsParameter(F.Symbol)))
        Out.Referring.insert(F.Symbol);
    }
    FlowAccesses Reads(Prog, Out.Points, Out.Keys, StatementKind::Read);
    for (const Function &F : Prog.functions()) {
      followed(F);
      reads(F, Reads);
      collect(F);
    }
    escaped();
    finish();
  }

private:
  using PlaceOfCode = std::pair<StringId, std::pair<uint32_t, uint32_t>>;
  static PlaceOfCode placeOf(const Location &Loc) {
    return {Loc.File, {Loc.Line, Loc.Column}};
  }

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

  //===-- What is written through pointers --------------------------------===//

  /// Behind a pointer that may lead to more objects than these, nobody knows
  /// that one of them is written.
  static constexpr uint32_t MaxCertain = 4;

  WriteKind kindOf(const EscapeSite &Site) const {
    switch (Site.Kind) {
    case EscapeKind::Address:
      return WriteKind::AddressTaken;
    case EscapeKind::Returned:
      return WriteKind::ReturnedByReference;
    case EscapeKind::Argument:
      return WriteKind::Argument;
    case EscapeKind::Receiver:
      return operatorKind(Prog.text(Site.Callee));
    }
    return WriteKind::AddressTaken;
  }

  template <typename AnyWrite> WriteKind kindOf(const AnyWrite &W) const {
    if (!W.Callee)
      return kindOf(W.How);
    return W.IsArgument ? WriteKind::Argument
                        : operatorKind(Prog.text(W.Callee));
  }

  void followed(const Function &F) {
    NamesTold.clear();
    for (const FlowAccess &Flow : Out.Flows.of(F)) {
      writeObject(Flow.Object,
                  {&F, kindOf(Flow), Flow.Callee, Flow.Loc,
                   /*Certain=*/Flow.Among <= MaxCertain, /*Whole=*/true,
                   /*Sole=*/Flow.IsNamed || Flow.Among == 1,
                   Times.of(F, Flow.Loc)});
    }
    for (const FieldAccess &Flow : Out.Flows.fieldsOf(F))
      if (F.Kind != FunctionKind::Initializer || F.Parent != Flow.Field)
        Out.Writes[Flow.Field].push_back(
            {&F, kindOf(Flow), Flow.Callee, Flow.Loc, /*Certain=*/true,
             Flow.Whole, /*Sole=*/true, Times.of(F, Flow.Loc)});
  }

  /// Whoever got hold of an object out of sight may write it at any time.
  void escaped() {
    NamesTold.clear();
    for (ObjectId Id = 0; Id < Out.Points.size(); ++Id) {
      EscapeSite Site = Out.Points.escapeOf(Id);
      // Who gets hold of an object by a reference that is returned may call its
      // methods, and those are in sight.
      bool OnlyMethods = Site.Kind == EscapeKind::Returned &&
                         Out.Points.object(Id).Kind == ObjectKind::Part;
      if (Out.Points.escapes(Id) && Site.By && !OnlyMethods)
        writeObject(Id, {Site.By, kindOf(Site), Site.Callee, Site.Loc,
                         /*Certain=*/false, /*Whole=*/false, /*Sole=*/false,
                         Phase::Unknown});
    }
  }

  /// Calls \p Visit(symbol, whole) for the fields that lead to the object
  /// \p Id within the one that it is a part of, and for that one if it has a
  /// name.
  template <typename Visitor>
  void forEachOwnName(ObjectId Id, Visitor Visit) const {
    for (ObjectId At = Id;; At = Out.Points.object(At).Parent) {
      const Object &O = Out.Points.object(At);
      if (O.Kind == ObjectKind::Variable ||
          (O.Kind == ObjectKind::Part && O.Symbol))
        Visit(O.Symbol, At == Id);
      if (O.Kind != ObjectKind::Part)
        return;
    }
  }

  /// \p W is a write of \p Id, or of a part of it. What has no name is told as
  /// a part of what leads to it.
  void writeObject(ObjectId Id, Write W) {
    // A return statement that names it has been told.
    auto IsTold = [&](SymbolId Name) {
      return W.Kind == WriteKind::ReturnedByReference &&
             llvm::any_of(Out.Writes[Name], [&](const Write &Other) {
               return Other.Kind == W.Kind && Other.By == W.By;
             });
    };
    auto Tell = [&](SymbolId Name, bool Whole) {
      if ((W.By->Kind == FunctionKind::Initializer && W.By->Parent == Name) ||
          IsTold(Name))
        return;
      Out.Writes[Name].push_back(W);
      Out.Writes[Name].back().Whole &= Whole;
    };
    forEachOwnName(Id, Tell);
    llvm::ArrayRef<SymbolId> Names = Out.Leading.of(Id);
    if (NamesTold[placeOf(W.Loc)]
            .insert({Names.data(), W.Certain + 2 * W.Sole})
            .second)
      for (SymbolId Name : Names)
        Tell(Name, false);
  }

  /// What \p F reads is told of all names that lead there.
  void reads(const Function &F, const FlowAccesses &Flows) {
    llvm::DenseSet<std::pair<uint32_t, PlaceOfCode>> Known;
    auto Tell = [&](SymbolId Name, const Location &Loc) {
      if (Known.insert({Name.Value, placeOf(Loc)}).second)
        Out.Reads[Name].push_back({&F, Loc});
    };
    for (const FlowAccess &Flow : Flows.of(F)) {
      forEachOwnName(Flow.Object,
                     [&](SymbolId Name, bool) { Tell(Name, Flow.Loc); });
      for (SymbolId Name : Out.Leading.of(Flow.Object))
        Tell(Name, Flow.Loc);
    }
    for (const FieldAccess &Flow : Flows.fieldsOf(F))
      Tell(Flow.Field, Flow.Loc);
  }

  void collect(const Function &F) {
    for (const Access &A : F.Accesses) {
      // What becomes of an address is followed, unless code out of sight gets
      // it. What a template does that is never instantiated is not known.
      bool Lost = A.Kind == AccessKind::DependentUse ||
                  (A.Kind == AccessKind::ReturnedByReference && mayBeCalled(F));
      if (Lost)
        for (const Place &P : Out.resolve(A.Target, F))
          write(P, F,
                {&F,
                 kindOf(A.Kind),
                 {},
                 A.Loc,
                 /*Certain=*/false,
                 /*Whole=*/true,
                 /*Sole=*/true,
                 Times.of(F, A.Loc)});
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

  /// True if somebody out of sight may call \p F.
  bool mayBeCalled(const Function &F) const {
    return F.Link == Linkage::External && !Prog.isWhole();
  }

  /// How many steps of \p P stay in the object that its constructor or
  /// destructor \p F works on. What a reference names is another's; what a
  /// pointer leads to is the object's own, as far as types tell.
  size_t ownSteps(const Place &P, const Function &F) const {
    if (P.Root != RootKind::This || P.Symbol ||
        (F.Kind != FunctionKind::Constructor &&
         F.Kind != FunctionKind::Destructor))
      return 0;
    for (size_t I = 0; I + 1 < P.Steps.size(); ++I)
      if (const Field *At = Prog.field(P.Steps[I].Symbol);
          At && (Prog.type(At->Type).Kind == TypeKind::LValueReference ||
                 Keeping.keepsParameter(At->Symbol)))
        return I + 1;
    return P.Steps.size();
  }

  /// Calls \p Visit(symbol, whole) for the variable and the fields of \p P.
  template <typename Visitor>
  void forEachSymbol(const Place &P, const Function &F, Visitor Visit) const {
    // Behind a reference stands another object: what holds the reference is
    // not written, if it is known who is.
    std::optional<size_t> Reference;
    for (size_t I = 0; I < P.Steps.size(); ++I)
      if (const Field *At = P.Steps[I].Kind == StepKind::Field
                                ? Prog.field(P.Steps[I].Symbol)
                                : nullptr;
          At && Prog.type(At->Type).Kind == TypeKind::LValueReference)
        Reference = I;
    size_t First = Reference.value_or(0);
    if (P.Root == RootKind::Variable && !Reference)
      Visit(P.Symbol, P.Steps.empty());
    for (size_t I = std::max(First, ownSteps(P, F)); I < P.Steps.size(); ++I)
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

  /// What a request does counts most.
  static int rank(Phase When) {
    return When == Phase::Request ? 0 : isOutsideServing(When) ? 2 : 1;
  }

  void finish() {
    for (auto &[Symbol, List] : Out.Writes) {
      auto Key = [this](const Write &W) {
        // Of several at one place, the one that says most comes first.
        return std::tuple(Prog.text(W.Loc.File), W.Loc.Line, W.Loc.Column,
                          W.By - Prog.functions().data(), rank(W.When), !W.Certain, !W.Sole, !W.Whole, W.Kind);
      };
      llvm::stable_sort(List, [&](const Write &A, const Write &B) {
        return Key(A) < Key(B);
      });
      List.erase(std::unique(List.begin(), List.end(),
                             [](const Write &A, const Write &B) {
                               return A.Loc == B.Loc && A.By == B.By;
                             }),
                 List.end());
    }
    for (auto &[Symbol, List] : Out.Reads)
      llvm::stable_sort(List, [this](const ReadSite &A, const ReadSite &B) {
        return std::tuple(Prog.text(A.Loc.File), A.Loc.Line, A.Loc.Column) <
               std::tuple(Prog.text(B.Loc.File), B.Loc.Line, B.Loc.Column);
      });
  }

  const Program &Prog;
  const Phases &Times;
  Mutation &Out;
  KeptReferences Keeping;
  /// The lists of names (Holders) that were told of a place, and how sure.
  llvm::DenseMap<PlaceOfCode,
                 llvm::DenseSet<std::pair<const SymbolId *, unsigned>>>
      NamesTold;
};

Mutation::Mutation(const Program &Prog, const PointsTo &Points,
                   const CallGraph &Graph, const Phases &Times)
    : Places(Prog, Graph), Points(Points), Keys(Points, Times),
      Flows(Prog, Points, Keys, StatementKind::Write),
      Leading(Points) {
  MutationBuilder(Prog, Times, *this).run();
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
