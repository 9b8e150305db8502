//===- DataOrigins.cpp - What stored values come from ---------------------===//
//
// See DataOrigins.h. A bound that is reached makes the value unknown.
//
//===----------------------------------------------------------------------===//
#include "analysis/DataOrigins.h"
#include <map>
#include <set>

namespace stateless {

/// A value that takes more steps than this is unknown.
static constexpr size_t MaxSteps = 2000;

template <typename T> static void addOnce(std::vector<T> &To, const T &What) {
  if (!llvm::is_contained(To, What))
    To.push_back(What);
}

void DataOrigin::add(const DataOrigin &Other) {
  for (const Part &P : Other.Requests)
    addOnce(Requests, P);
  for (SymbolId Name : Other.Varying)
    addOnce(Varying, Name);
  for (SymbolId Name : Other.Threads)
    addOnce(Threads, Name);
  for (SymbolId Name : Other.States)
    addOnce(States, Name);
  Clock |= Other.Clock;
  Own |= Other.Own;
  Unknown |= Other.Unknown;
}

/// One walk, from one store.
class OriginWalk {
public:
  OriginWalk(const DataOrigins &In, SymbolId Subject)
      : In(In), Prog(In.Prog), Graph(In.Graph), Subject(Subject) {}

  DataOrigin from(const Function &F, const Location &Loc) {
    stores(F, Loc);
    if (Work.empty())
      storesOfCallees(F, Loc);
    for (size_t I = 0; I < Work.size(); ++I) {
      if (I == MaxSteps) {
        Found.Unknown = true;
        break;
      }
      Item At = Work[I];
      step(At);
    }
    return std::move(Found);
  }

private:
  static constexpr uint32_t NoContext = ~0U;

  /// A call that the walk came into a function by, and so leaves it by.
  struct Context {
    const Function *Caller;
    Location Loc;
    uint32_t Around; ///< The context of Caller.

    auto operator<=>(const Context &) const = default;
  };

  struct Item {
    const Function *In;
    Source From;
    SymbolId Part; ///< The name of the part of it that matters.
    uint32_t Called;

    auto operator<=>(const Item &) const = default;
  };

  void push(const Function &F, const DataFlow &Flow, SymbolId Part,
            uint32_t Called) {
    for (const Source &S : Flow.From) {
      Item Next{&F, S, S.Part ? S.Part : Part, Called};
      if (Seen.insert(Next).second)
        Work.push_back(Next);
    }
  }

  void stores(const Function &F, const Location &Loc, SymbolId Part = {},
              uint32_t Called = NoContext) {
    for (const DataFlow &Flow : F.Data)
      if ((Flow.Into == SinkKind::Store || Flow.Into == SinkKind::Shared) &&
          Flow.Loc == Loc)
        push(F, Flow, Part, Called);
  }

  /// A function of the project that is called at \p Loc stores it; all that it
  /// stores may be meant.
  void storesOfCallees(const Function &F, const Location &Loc) {
    uint32_t By = contextOf({&F, Loc, NoContext});
    for (uint32_t I = 0; I < F.Calls.size(); ++I)
      if (F.Calls[I].Loc == Loc)
        for (const Function *Target : Graph.targets(F, I))
          for (const DataFlow &Flow : Target->Data)
            if (Flow.Into == SinkKind::Store)
              push(*Target, Flow, {}, By);
  }

  void arguments(const Function &F, const Location &Loc, uint32_t Index,
                 SymbolId Part, uint32_t Called) {
    for (const DataFlow &Flow : F.Data)
      if (Flow.Into == SinkKind::Argument && Flow.Index == Index &&
          Flow.Loc == Loc)
        push(F, Flow, Part, Called);
  }

  void step(const Item &At) {
    switch (At.From.Kind) {
    case SourceKind::Unknown:
      Found.Unknown = true;
      break;
    case SourceKind::Parameter:
      parameter(At);
      break;
    case SourceKind::Elsewhere: {
      auto Bodies = Prog.bodies(At.From.Symbol);
      Found.Unknown |= Bodies.empty();
      for (const Function *F : Bodies)
        stores(*F, At.From.Loc, At.Part);
      break;
    }
    case SourceKind::Variable:
    case SourceKind::Field:
      place(At.From.Symbol);
      break;
    case SourceKind::Result:
    case SourceKind::Output:
      call(At);
      break;
    case SourceKind::Library:
      library(At);
      break;
    }
  }

  void parameter(const Item &At) {
    if (At.Called != NoContext) {
      Context By = Contexts[At.Called];
      return arguments(*By.Caller, By.Loc, At.From.Index, At.Part, By.Around);
    }
    callers(At, Graph.nodeOf(*At.In), /*Levels=*/4);
  }

  /// From the parameter of \p At to all who call \p Node, which is its function
  /// or a method that it overrides.
  void callers(const Item &At, uint32_t Node, unsigned Levels) {
    bool Any = false;
    for (const CallGraph::Edge &E : Graph.in(Node)) {
      if (E.General)
        continue;
      Any = true;
      const Function *Caller = Graph.functionOf(E.To);
      if (Graph.isEntry(E.To))
        request(At, Graph.entryOf(E.To));
      else if (Graph.isBetween(E.To) && Levels)
        callers(At, E.To, Levels - 1);
      else if (!Caller || E.Call == CallGraph::NoCall || E.Passed)
        Found.Unknown = true;
      else
        arguments(*Caller, Caller->Calls[E.Call].Loc, At.From.Index, At.Part,
                  NoContext);
    }
    Found.Unknown |= !Any;
  }

  /// What a framework gives to a handler; `void *` is the project's own. A
  /// function with a loop that takes requests has been given none.
  void request(const Item &At, const EntryPoint &E) {
    const std::vector<Parameter> &Parameters = At.In->Parameters;
    const Type &T = Prog.type(At.From.Index < Parameters.size()
                                  ? Parameters[At.From.Index].Type
                                  : TypeId());
    bool Brings = !E.Takes && (E.Kind == EntryKind::Request ||
                               E.Kind == EntryKind::Message);
    bool IsContext =
        T.Kind == TypeKind::Pointer &&
        (T.Args.empty() || Prog.text(Prog.type(T.Args[0]).Spelling) == "void");
    if (Brings && !IsContext)
      addOnce(Found.Requests, {At.Part, &E});
    else
      Found.Unknown |= IsContext || E.Takes;
  }

  /// A variable or field: all that is stored there while the program serves.
  void place(SymbolId Symbol) {
    if (Symbol == Subject) {
      Found.Own = true;
      return;
    }
    if (!Places.insert(Symbol).second)
      return;
    for (const Write &W : In.Writes.writesOf(Symbol)) {
      if (isOutsideServing(W.When))
        continue;
      addOnce(Found.States, Symbol);
      stores(*W.By, W.Loc);
    }
    auto It = In.Initialized.find(Symbol);
    if (It != In.Initialized.end())
      for (const auto &[F, Flow] : It->second)
        if (!isOutsideServing(In.Times.of(*F, Flow->Loc)))
          push(*F, *Flow, {}, NoContext);
  }

  void call(const Item &At) {
    const Function &F = *At.In;
    bool Any = false;
    for (uint32_t I = 0; I < F.Calls.size(); ++I) {
      if (F.Calls[I].Loc != At.From.Loc)
        continue;
      for (const Function *Target : Graph.targets(F, I)) {
        Any = true;
        into(At, *Target);
      }
    }
    if (Any)
      return;
    // What is out of sight may give out all that it is given.
    Found.Unknown = true;
    for (const DataFlow &Flow : F.Data)
      if (Flow.Into == SinkKind::Argument && Flow.Loc == At.From.Loc)
        push(F, Flow, At.Part, At.Called);
  }

  void into(const Item &At, const Function &Target) {
    bool Output = At.From.Kind == SourceKind::Output;
    uint32_t By = contextOf({At.In, At.From.Loc, At.Called});
    for (const DataFlow &Flow : Target.Data)
      if (Output
              ? Flow.Into == SinkKind::Store && Flow.Index == At.From.Index + 1
              : Flow.Into == SinkKind::Return)
        push(Target, Flow, At.Part, By);
  }

  /// Recursion has one context.
  uint32_t contextOf(const Context &C) {
    for (uint32_t At = C.Around; At != NoContext; At = Contexts[At].Around)
      if (Contexts[At].Caller == C.Caller && Contexts[At].Loc == C.Loc)
        return At;
    auto [It, New] =
        ContextIndex.try_emplace(C, static_cast<uint32_t>(Contexts.size()));
    if (New)
      Contexts.push_back(C);
    return It->second;
  }

  void library(const Item &At) {
    const Function &F = *At.In;
    for (const Operation &Op : F.Operations) {
      if (Op.Loc != At.From.Loc)
        continue;
      Found.Clock |= Op.Kind == OperationKind::Clock;
      if (Op.Kind == OperationKind::Vary)
        addOnce(Found.Varying, At.From.Symbol);
      if (Op.Kind == OperationKind::Thread)
        addOnce(Found.Threads, At.From.Symbol);
      if (Op.Kind == OperationKind::Receive)
        received(At);
    }
    for (const Call &C : F.Calls)
      if (C.Loc == At.From.Loc && C.Library && C.Role == CallRole::Receives)
        received(At);
  }

  void received(const Item &At) {
    addOnce(Found.Requests, {At.From.Symbol, nullptr});
  }

  const DataOrigins &In;
  const Program &Prog;
  const CallGraph &Graph;
  SymbolId Subject;
  DataOrigin Found;
  std::vector<Item> Work;
  std::set<Item> Seen;
  std::vector<Context> Contexts;
  std::map<Context, uint32_t> ContextIndex;
  llvm::DenseSet<SymbolId> Places;
};

DataOrigins::DataOrigins(const Program &Prog, const CallGraph &Graph,
                         const Phases &Times, const Mutation &Writes)
    : Prog(Prog), Graph(Graph), Times(Times), Writes(Writes) {
  for (const Function &F : Prog.functions())
    for (const DataFlow &Flow : F.Data)
      if (Flow.Into == SinkKind::Store && Flow.Symbol)
        Initialized[Flow.Symbol].push_back({&F, &Flow});
}

DataOrigin DataOrigins::of(SymbolId Symbol, const Function &F,
                           const Location &Loc) const {
  return OriginWalk(*this, Symbol).from(F, Loc);
}

} // namespace stateless
