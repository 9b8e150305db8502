//===- Mutation.cpp - Who writes what -------------------------------------===//
//
// 1. What a function writes through pointers or by name (FlowAccesses) is told
//    of each object and of the fields on the way to it; what has no name, of
//    the variables and fields that lead to it (Holders).
// 2. What escapes may be written at any time.
// 3. Reads are told likewise.
// 4. Each write gets the phase of the place where it stands.
//
// Limits: flow-insensitive; instances of one class are told apart as far as the
// points-to analysis tells them apart.
//
//===----------------------------------------------------------------------===//
#include "analysis/Mutation.h"
#include "analysis/FlowAccesses.h"
#include "analysis/Holders.h"
#include "facts/Parallel.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"

namespace stateless {

class MutationBuilder {
public:
  MutationBuilder(const Program &Prog, const Phases &Times, Mutation &Out)
      : Prog(Prog), Times(Times), Keys(Prog, Out.Points, Times),
        Leading(Out.Points), Out(Out) {}

  void run() {
    findReferring();
    const FlowOrigins Sources(Prog);
    auto Accesses = [&](StatementKind Told) {
      return FlowAccesses(Prog, Out.Points, Keys, Sources, Told);
    };
    sideBySide(
        [&] {
          FlowAccesses Flows = Accesses(StatementKind::Write);
          for (const Function &F : Prog.functions())
            writes(F, Flows);
          escaped();
        },
        [&] {
          FlowAccesses Flows = Accesses(StatementKind::Read);
          for (const Function &F : Prog.functions())
            reads(F, Flows);
        });
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
    case AccessKind::Destroy:
      return WriteKind::Destroyed;
    case AccessKind::DependentUse:
      return WriteKind::DependentUse;
    default:
      return WriteKind::Assignment;
    }
  }

  /// Fields that are references, or get what a parameter points to.
  void findReferring() {
    for (const Field &F : Prog.fields())
      if (Prog.type(F.Type).Kind == TypeKind::LValueReference)
        Out.Referring.insert(F.Symbol);
    for (const Function &F : Prog.functions())
      for (const FlowBody &Body : F.FlowBodies)
        for (const Statement &S : Body.Statements)
          if (SymbolId Kept = keepsParameter(Body.Statements, S))
            Out.Referring.insert(Kept);
  }

  /// The pointer field that \p S stores a parameter in; none if it does not.
  SymbolId keepsParameter(const std::vector<Statement> &Code,
                          const Statement &S) const {
    if (S.Kind != StatementKind::Store || !S.A || !S.B)
      return {};
    const Statement &At = Code[S.A - 1], &Last = Code[S.B - 1];
    const Statement &What =
        Last.Kind == StatementKind::Cast && Last.A ? Code[Last.A - 1] : Last;
    const Field *To =
        At.Kind == StatementKind::Field ? Prog.field(At.Symbol) : nullptr;
    bool Given = What.Kind == StatementKind::Load && What.A &&
                 Code[What.A - 1].Kind == StatementKind::Parameter;
    return To && Given && Prog.type(To->Type).Kind == TypeKind::Pointer
               ? To->Symbol
               : SymbolId();
  }

  //===-- What is written through pointers --------------------------------===//

  /// Behind a pointer that may lead to more objects than these, nobody knows
  /// that one of them is written; nor whose part an object is to which more
  /// variables may lead.
  static constexpr uint32_t MaxCertain = 4;

  WriteKind kindOf(const EscapeSite &Site) const {
    switch (Site.Kind) {
    case EscapeKind::Address:
      return WriteKind::AddressTaken;
    case EscapeKind::Returned:
      return WriteKind::ReturnedByReference;
    case EscapeKind::Dependent:
      return WriteKind::DependentUse;
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

  void writes(const Function &F, const FlowAccesses &Flows) {
    NamesTold.clear();
    for (const FlowAccess &Flow : Flows.of(F)) {
      writeObject(Flow.Object,
                  {&F, kindOf(Flow), Flow.Callee, Flow.Loc,
                   /*Certain=*/Flow.Among <= MaxCertain, /*Whole=*/true,
                   /*Sole=*/Flow.IsNamed || Flow.Among == 1,
                   Times.of(F, Flow.Loc)});
    }
    for (const FieldAccess &Flow : Flows.fieldsOf(F))
      if (F.Kind != FunctionKind::Initializer || F.Parent != Flow.Field)
        Out.Writes[Flow.Field].push_back(
            {&F, kindOf(Flow), Flow.Callee, Flow.Loc,
             /*Certain=*/Flow.How != AccessKind::DependentUse, Flow.Whole,
             /*Sole=*/true, Times.ofShared(F, Flow.Loc)});
  }

  /// Whoever got hold of an object out of sight may write it at any time.
  void escaped() {
    NamesTold.clear();
    for (ObjectId Id = 0; Id < Out.Points.size(); ++Id) {
      EscapeSite Site = Out.Points.escapeOf(Id);
      // Who gets hold of an object by a reference that is returned may call its
      // methods, and those are in sight.
      bool OnlyMethods = Site.Kind == EscapeKind::Returned && !Site.Itself &&
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
    if (W.When == Phase::OfChild &&
        Out.Points.object(Out.Points.root(Id)).Kind != ObjectKind::Variable)
      W.When = Times.ofShared(*W.By, W.Loc);
    auto Tell = [&](SymbolId Name, const Write &W, bool Whole) {
      if ((W.By->Kind == FunctionKind::Initializer && W.By->Parent == Name))
        return;
      Out.Writes[Name].push_back(W);
      Out.Writes[Name].back().Whole &= Whole;
    };
    forEachOwnName(Id,
                   [&](SymbolId Name, bool Whole) { Tell(Name, W, Whole); });
    llvm::ArrayRef<SymbolId> Names = Leading.of(Id);
    auto IsVariable = [&](SymbolId Name) { return Prog.variable(Name); };
    if (llvm::count_if(Names, IsVariable) > MaxCertain)
      W.Certain = W.Sole = false;
    // What is further away may be held by others, which are nearer to it.
    llvm::ArrayRef<SymbolId> Near = Leading.nearest(Id);
    Write Far = W;
    Far.Certain = Far.Sole = false;
    if (NamesTold[placeOf(W.Loc)]
            .insert({{Names.data(), Near.data()}, W.Certain + 2U * W.Sole})
            .second)
      for (SymbolId Name : Names)
        Tell(Name,
             IsVariable(Name) && !llvm::binary_search(Near, Name) ? Far : W,
             false);
  }

  /// What \p F reads is told of all names that lead there.
  void reads(const Function &F, const FlowAccesses &Flows) {
    // Where the reads of a name stand in its list.
    llvm::DenseMap<std::pair<uint32_t, PlaceOfCode>, size_t> Known;
    auto Tell = [&](SymbolId Name, const auto &Flow) {
      std::vector<ReadSite> &List = Out.Reads[Name];
      auto [It, New] =
          Known.try_emplace({Name.Value, placeOf(Flow.Loc)}, List.size());
      if (New)
        List.push_back({&F, Flow.Loc, Flow.IsTold});
      List[It->second].IsTold &= Flow.IsTold;
    };
    for (const FlowAccess &Flow : Flows.of(F)) {
      forEachOwnName(Flow.Object,
                     [&](SymbolId Name, bool) { Tell(Name, Flow); });
      for (SymbolId Name : Leading.of(Flow.Object))
        Tell(Name, Flow);
    }
    for (const FieldAccess &Flow : Flows.fieldsOf(F))
      Tell(Flow.Field, Flow);
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

  /// What a request does counts most.
  static int rank(Phase When) {
    return When == Phase::Request ? 0 : isOutsideServing(When) ? 2 : 1;
  }

  void finish() {
    for (auto &[Symbol, List] : Out.Writes) {
      auto Key = [this](const Write &W) {
        // Of several at one place, the one that says most comes first.
        return std::tuple(Prog.text(W.Loc.File), W.Loc.Line, W.Loc.Column,
                          W.By - Prog.functions().data(), rank(W.When),
                          !W.Certain, !W.Sole, !W.Whole, W.Kind);
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
  const FlowKeys Keys;
  const Holders Leading;
  Mutation &Out;
  /// The lists of names (Holders) that were told of a place, and how sure.
  llvm::DenseMap<PlaceOfCode,
                 llvm::DenseSet<std::pair<
                     std::pair<const SymbolId *, const SymbolId *>, unsigned>>>
      NamesTold;
};

Mutation::Mutation(const Program &Prog, const PointsTo &Points,
                   const CallGraph &Graph, const Phases &Times)
    : Points(Points) {
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

bool overwrites(const Write &W) {
  if (W.Kind == WriteKind::Initialization)
    return true;
  return llvm::all_of(W.By->FlowBodies, [&](const FlowBody &Body) {
    const std::vector<Statement> &In = Body.Statements;
    return llvm::all_of(In, [&](const Statement &S) {
      // A temporary object that is moved from is written, too; it is another
      // one. A local with a name may be the one that is meant.
      bool Temporary = S.A && In[S.A - 1].Kind == StatementKind::Local &&
                       !In[S.A - 1].Symbol;
      return S.Kind != StatementKind::Write || S.Loc != W.Loc ||
             S.How == AccessKind::Assign || Temporary;
    });
  });
}

std::string describeWrite(const Program &Prog, const Write &W) {
  llvm::StringRef Callee = Prog.text(W.Callee);
  llvm::StringRef Short =
      Callee.contains("::") ? Callee.rsplit("::").second : Callee;
  switch (W.Kind) {
  case WriteKind::Initialization:
    return "initialisation";
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
