//===- Mutation.cpp - Who writes what -------------------------------------===//
//
// 1. Every access and every call that writes (by WriteSummaries) is resolved to
//    variables and fields. A write of R.a.b writes b, a and R; behind a pointer
//    it still counts for the variable that owns the pointer.
// 2. What a field or a static variable keeps by reference or pointer
//    (KeptReferences) is written where something is written through that. It is
//    as certain as the write if nothing else is ever kept there, and uncertain
//    otherwise.
// 3. Each write gets the phase of the place where it stands.
//
// Limits: flow-insensitive; instances of one class are told apart only as far
// as places lead to a variable; what PlaceResolution cuts off is not seen.
//
//===----------------------------------------------------------------------===//
#include "analysis/Mutation.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include <set>

namespace stateless {

class MutationBuilder {
public:
  MutationBuilder(const Program &Prog, const CallGraph &Graph,
                  const Phases &Times, Mutation &Out)
      : Prog(Prog), Graph(Graph), Times(Times), Out(Out), Keeping(Prog),
        Summaries(Prog, Graph, Out.Places, Keeping) {}

  void run() {
    for (const Field &F : Prog.fields()) {
      TypeKind Kind = Prog.type(F.Type).Kind;
      if (Kind == TypeKind::LValueReference ||
          (Kind == TypeKind::Pointer && Keeping.keepsParameter(F.Symbol)))
        Out.Referring.insert(F.Symbol);
    }
    for (const Function &F : Prog.functions())
      collectKept(F);
    for (const Function &F : Prog.functions()) {
      followed(F);
      collect(F);
    }
    escaped();
    writeKept();
    finish();
  }

private:
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

  WriteKind kindOf(const FlowWrite &W) const {
    if (!W.Callee)
      return kindOf(W.How);
    return W.IsArgument ? WriteKind::Argument
                        : operatorKind(Prog.text(W.Callee));
  }

  void followed(const Function &F) {
    Led.clear();
    for (const FlowWrite &Flow : Out.Flows.forCallers(F))
      leads(Flow.Object, Flow.Loc);
    for (const FlowWrite &Flow : Out.Flows.of(F)) {
      leads(Flow.Object, Flow.Loc);
      Write W{&F,
              kindOf(Flow),
              Flow.Callee,
              Flow.Loc,
              /*Certain=*/Flow.Among <= MaxCertain,
              /*Whole=*/true,
              /*Sole=*/Flow.Among == 1,
              Times.of(F, Flow.Loc)};
      writeObject(Flow.Object, F, W);
    }
  }

  /// Whoever got hold of an object out of sight may write it at any time.
  void escaped() {
    for (ObjectId Id = 0; Id < Out.Points.size(); ++Id) {
      EscapeSite Site = Out.Points.escapeOf(Id);
      if (!Out.Points.escapes(Id) || !Site.By)
        continue;
      writeObject(Id, *Site.By,
                  {Site.By, WriteKind::AddressTaken, /*Callee=*/{}, Site.Loc,
                   /*Certain=*/false, /*Whole=*/false, /*Sole=*/false,
                   Phase::Unknown});
    }
  }

  void writeObject(ObjectId Id, const Function &F, Write W) {
    ObjectId Root = Out.Points.root(Id);
    writeParts(Id, F, W);
    if (Out.Points.object(Root).Kind == ObjectKind::Variable)
      return;
    // What has no name is a part of what holds it.
    W.Whole = false;
    for (ObjectId Holder : Out.Points.holders(Root))
      writeParts(Holder, F, W);
  }

  /// Calls \p Visit for the object \p Id, what it is a part of, and its fields.
  template <typename Visitor> void forEachPart(ObjectId Id, Visitor Visit) {
    for (;; Id = Out.Points.object(Id).Parent) {
      const Object &O = Out.Points.object(Id);
      if (O.Kind == ObjectKind::Variable ||
          (O.Kind == ObjectKind::Part && O.Symbol))
        Visit(O);
      if (O.Kind != ObjectKind::Part)
        return;
    }
  }

  /// What is written at \p Loc is \p Id, or a part of what holds it.
  void leads(ObjectId Id, const Location &Loc) {
    auto &Symbols = Led[{Loc.File, {Loc.Line, Loc.Column}}];
    auto Note = [&](const Object &O) { Symbols.insert(O.Symbol); };
    forEachPart(Id, Note);
    ObjectId Root = Out.Points.root(Id);
    if (Out.Points.object(Root).Kind != ObjectKind::Variable)
      for (ObjectId Holder : Out.Points.holders(Root))
        forEachPart(Holder, Note);
  }

  /// The fields that lead to the object \p Id, and the variable that it is or
  /// is a part of.
  void writeParts(ObjectId Id, const Function &F, Write W) {
    const Object *First = &Out.Points.object(Id);
    forEachPart(Id, [&](const Object &O) {
      W.Whole &= &O == First;
      if (F.Kind != FunctionKind::Initializer || F.Parent != O.Symbol)
        Out.Writes[O.Symbol].push_back(W);
    });
  }

  /// False if the points-to analysis says that what is written at \p Loc is no
  /// part of the variable or field \p Variable.
  bool mayBe(SymbolId Variable, const Location &Loc) const {
    auto It = Led.find({Loc.File, {Loc.Line, Loc.Column}});
    return It == Led.end() || It->second.empty() ||
           It->second.contains(Variable);
  }

  void collect(const Function &F) {
    for (const Access &A : F.Accesses) {
      if (A.Kind == AccessKind::Initialize || Keeping.isFollowed(F, A))
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
                 isCertainWrite(A.Kind),
                 /*Whole=*/true,
                 /*Sole=*/true,
                 Times.of(F, A.Loc)});
      }
    }
    auto Written = Summaries.writtenByCalls(F);
    for (uint32_t I = 0; I < F.Calls.size(); ++I) {
      const Call &C = F.Calls[I];
      for (const WriteSummaries::Written &W : Written[I]) {
        WriteKind As = W.Kind;
        if (As == WriteKind::MethodCall)
          As = operatorKind(Prog.text(C.CalleeName));
        for (const Place &R : Out.resolve(*W.What, F))
          write(R, F,
                {&F, As, C.CalleeName, C.Loc, W.Certain, /*Whole=*/true,
                 /*Sole=*/true, Times.of(F, C.Loc)});
      }
      readsOf(C, F);
    }
  }

  //===-- What is kept by reference ---------------------------------------===//

  struct KeptPlace {
    Place Target;
    const Function *By;
  };

  /// What a keeper may refer to, each place once; and what has been told.
  struct KeptObjects {
    std::vector<KeptPlace> Places;
    std::set<Place> Known;
    llvm::SmallDenseSet<SymbolId, 2> Symbols; ///< The roots of Places.
    /// Where its pointers are, and how much of what is written there is told.
    struct Source {
      SymbolId Copy;
      size_t SeenThrough = 0, SeenWrites = 0;
    };
    std::vector<Source> Sources;
    llvm::DenseSet<std::pair<StringId, std::pair<uint32_t, uint32_t>>> Told;

    void add(const Place &Target, const Function &By) {
      Symbols.insert(Target.Symbol);
      if (Known.insert(Target).second)
        Places.push_back({Target, &By});
    }
  };

  void collectKept(const Function &F) {
    for (const FieldValue &V : F.FieldValues)
      for (const Place &P : V.From)
        for (const Place &R : Out.Places.resolveOutside(P, F))
          Kept[V.Field].add(R, F);
    for (const Access &A : F.Accesses) {
      SymbolId In = Keeping.keeperOf(A);
      for (const Place &P : A.From)
        if (In && P.Root == RootKind::Variable && KeptReferences::isObject(P))
          Kept[In].add(P, F);
        else if (SymbolId Lost = KeptReferences::copiedFrom(P); Lost && !In)
          // Whoever finds it there may write at any time.
          Through[Lost].push_back({&F,
                                   WriteKind::AddressTaken,
                                   {},
                                   A.Loc,
                                   /*Certain=*/false,
                                   /*Whole=*/false,
                                   /*Sole=*/false,
                                   Phase::Unknown});
    }
    for (uint32_t I = 0; I < F.Calls.size(); ++I)
      keptArguments(I, F);
  }

  void keptArguments(uint32_t Index, const Function &F) {
    const Call &C = F.Calls[Index];
    bool Hands = llvm::any_of(C.Args, [](const Argument &A) {
      return A.How == Passing::MutableReference && !A.Places.empty();
    });
    if (!Hands)
      return;
    auto Keep = [&](const Function &Callee) {
      for (auto [Parameter, Part, In] : Keeping.of(Callee))
        if (Parameter < C.Args.size() &&
            C.Args[Parameter].How == Passing::MutableReference)
          for (const Place &P : C.Args[Parameter].Places)
            for (Place R : Out.Places.resolveOutside(P, F)) {
              llvm::append_range(R.Steps, Part);
              Kept[In].add(R, F);
            }
    };
    if (const Function *Callee = Prog.function(C.Callee);
        Callee && C.Kind != CallKind::Virtual)
      return Keep(*Callee);
    for (const Function *Callee : Graph.targets(F, Index))
      Keep(*Callee);
  }

  /// What was written through \p Keeper, or a copy of its pointers, since the
  /// last time it was asked; each place once, what requests do first.
  std::vector<Write> newWritesThrough(SymbolId Keeper, KeptObjects &Kept) {
    std::vector<Write> New;
    auto Take = [&](llvm::ArrayRef<Write> From, size_t &Seen) {
      for (const Write &W : From.drop_front(Seen))
        // Giving the keeper another value writes nothing through it.
        if (!W.Whole &&
            Kept.Told.insert({W.Loc.File, {W.Loc.Line, W.Loc.Column}}).second)
          New.push_back(W);
      Seen = From.size();
    };
    if (Kept.Sources.empty())
      for (SymbolId Copy : Keeping.copiesOf(Keeper))
        Kept.Sources.push_back({Copy});
    for (KeptObjects::Source &S : Kept.Sources) {
      if (auto It = Through.find(S.Copy); It != Through.end())
        Take(It->second, S.SeenThrough);
      Take(Out.writesOf(S.Copy), S.SeenWrites);
    }
    llvm::stable_sort(New, [](const Write &A, const Write &B) {
      return rank(A.When) < rank(B.When);
    });
    return New;
  }

  /// Who keeps a reference and writes through it, writes what it refers to.
  void writeKept() {
    for (unsigned Round = 0; Round < MaxKeptRounds; ++Round) {
      std::vector<std::tuple<const KeptPlace *, Write>> Found;
      for (auto &[Field, Objects] : Kept) {
        std::vector<Write> New = newWritesThrough(Field, Objects);
        bool Certain = Objects.Symbols.size() == 1;
        if (!Certain && New.size() > MaxDoubtful)
          New.resize(MaxDoubtful);
        for (const KeptPlace &K : Objects.Places)
          for (Write &W : New) {
            W.Certain &= Certain;
            Found.push_back({&K, W});
          }
      }
      if (Found.empty())
        return;
      for (const auto &[Object, W] : Found)
        write(Object->Target, *Object->By, W);
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
          At && Prog.type(At->Type).Kind == TypeKind::LValueReference &&
          Kept.contains(At->Symbol))
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
    // What a member refers to is another's.
    if (size_t Ends = ownSteps(P, F); Ends != 0 && Ends < P.Steps.size()) {
      Through[P.Steps[Ends - 1].Symbol].push_back(W);
      Through[P.Steps[Ends - 1].Symbol].back().Whole = false;
    }
    bool Indirect = llvm::any_of(
        P.Steps, [](const Step &S) { return S.Kind != StepKind::Field; });
    if (!Own)
      forEachSymbol(P, F, [&](SymbolId S, bool Whole) {
        // What only keeps the pointer is not written.
        if (Indirect && !mayBe(S, W.Loc))
          return;
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
                          rank(W.When), !W.Certain, !W.Sole, !W.Whole, W.Kind);
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

  /// A reference that is kept by what is kept by reference, and so on.
  static constexpr unsigned MaxKeptRounds = 3;
  /// Where a field may refer to any of several objects, more writes through it
  /// do not make it surer that one of them is written.
  static constexpr size_t MaxDoubtful = 8;

  const Program &Prog;
  const CallGraph &Graph;
  const Phases &Times;
  Mutation &Out;
  KeptReferences Keeping;
  WriteSummaries Summaries;
  /// Writes by constructors and destructors through fields that refer to
  /// others.
  llvm::DenseMap<SymbolId, std::vector<Write>> Through;
  llvm::MapVector<SymbolId, KeptObjects> Kept; ///< By field or variable.
  /// The variables that are written at a place of the function at hand.
  llvm::DenseMap<std::pair<StringId, std::pair<uint32_t, uint32_t>>,
                 llvm::DenseSet<SymbolId>>
      Led;
};

Mutation::Mutation(const Program &Prog, const CallGraph &Graph,
                   const Phases &Times)
    : Places(Prog, Graph), Points(Prog), Flows(Prog, Points) {
  MutationBuilder(Prog, Graph, Times, *this).run();
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
