//===- DeadCode.cpp - What nothing in a program calls ---------------------===//
//
// Roots are what runs by itself and what somebody out of sight may call; from
// there everything that an edge of the call graph leads to is alive, and with a
// function the lambdas that are written in it, and its loops that serve. What
// is registered may run, whoever registers it. A call counts if the arguments
// that its function is given lead to it.
//
//===----------------------------------------------------------------------===//
#include "analysis/DeadCode.h"
#include "facts/StandardNames.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {
namespace {

class Roots {
public:
  explicit Roots(const Program &Prog) : Prog(Prog) {
    for (const Type &T : Prog.types())
      if (T.Kind == TypeKind::Record && !Prog.classOf(T.Symbol))
        for (TypeId Arg : T.Args)
          given(Arg, isStandard(Prog.text(T.Name)));
    for (const NamedFunction &Named : Prog.namedFunctions())
      if (const Function *By = Prog.function(Named.In); !By || !By->Definition)
        Taken.insert(Named.Function);
    for (const GivenClass &G : Prog.givenClasses())
      add(Seen, G.Class, G.Standard);
  }

  /// \p Asked: what a library's template might ask for by its name counts, too.
  bool contains(const Function &F, bool Asked) const {
    if (!F.Definition || F.Kind == FunctionKind::Initializer || isMain(Prog, F))
      return true;
    if (F.Kind == FunctionKind::Lambda)
      return false;
    llvm::StringRef Name = Prog.text(F.Name);
    if (F.Virtual || F.OverridesLibrary || F.Coroutine ||
        (F.Template && (F.Open || F.Class)) ||
        F.Kind == FunctionKind::Constructor ||
        F.Kind == FunctionKind::Destructor || Name.starts_with("operator") ||
        !F.Registrations.empty() || Taken.contains(F.Symbol) || isNamed(Name))
      return true;
    if (!F.Class)
      return Asked && isFoundByArguments(F);
    return (Asked && F.Kind == FunctionKind::Method && mayCall(Seen, F)) ||
           mayCall(Given, F) || isTemplate(F.Class);
  }

private:
  /// True if code that is compiled, or a string, has \p Name where nobody sees
  /// what it means.
  bool isNamed(llvm::StringRef Name) const {
    return llvm::any_of(Prog.mentions(Name), [](const Mention &M) {
      return M.Kind != MentionKind::Code;
    });
  }

  /// Classes; true: only the standard library's templates have them.
  using Classes = llvm::DenseMap<SymbolId, bool>;

  static void add(Classes &Into, SymbolId Class, bool Standard) {
    auto [It, New] = Into.try_emplace(Class, Standard);
    It->second &= Standard;
  }

  /// True if a template that has one of \p Classes may call \p F, its method.
  bool mayCall(const Classes &Classes, const Function &F) const {
    auto It = Classes.find(F.Class);
    return It != Classes.end() &&
           (!It->second || mayStandardLibraryCall(Prog.text(F.Name)));
  }

  /// A library's template has it.
  void given(TypeId Id, bool Standard) {
    const Type *T = &Prog.type(Id);
    while ((T->Kind == TypeKind::Pointer || T->Kind == TypeKind::Array ||
            T->Kind == TypeKind::LValueReference) &&
           !T->Args.empty())
      T = &Prog.type(T->Args.front());
    if (T->Symbol)
      add(Given, T->Symbol, Standard);
  }

  /// Or a class of which the compiler itself calls the methods.
  bool isTemplate(SymbolId Class) const {
    const stateless::Class *C = Prog.classOf(Class);
    return !C || C->Template || Prog.text(C->Name) == "promise_type";
  }

  /// In C++, a function that takes an object of a class of the project, or of
  /// one in its own namespace: a library's template may call it by a name that
  /// it knows (to_json), for it is found by its arguments
  /// ([basic.lookup.argdep]).
  bool isFoundByArguments(const Function &F) const {
    if (!Prog.text(F.Symbol).contains('#')) // A symbol of C has no types.
      return false;
    llvm::StringRef Namespace =
        Prog.text(F.QualifiedName).drop_back(Prog.text(F.Name).size());
    return llvm::any_of(F.Parameters, [&](const Parameter &P) {
      return isAssociated(P.Type, Namespace, /*Pointed=*/false);
    });
  }

  /// \p Pointed: a pointer leads there. One to a library's class without a
  /// namespace is what a callback of C gets, and no template.
  bool isAssociated(TypeId Id, llvm::StringRef Namespace, bool Pointed) const {
    const Type &T = Prog.type(Id);
    if (T.Kind == TypeKind::Enum || T.Kind == TypeKind::Dependent)
      return true;
    llvm::StringRef Name = Prog.text(T.Name);
    bool IsIn = Namespace.empty() ? !Pointed && !Name.contains("::")
                                  : Name.starts_with(Namespace);
    if (T.Kind == TypeKind::Record && (Prog.classOf(T.Symbol) || IsIn))
      return true;
    Pointed |= T.Kind == TypeKind::Pointer;
    return llvm::any_of(T.Args, [&](TypeId Arg) {
      return isAssociated(Arg, Namespace, Pointed);
    });
  }

  const Program &Prog;
  Classes Given;                  ///< Classes that a library's template has.
  Classes Seen;                   ///< And of which one may see objects.
  llvm::DenseSet<SymbolId> Taken; ///< Functions that none with a body names.
};

/// What runs if some functions do; and in these only what the arguments of
/// their calls ask for.
class Closure {
public:
  Closure(const Program &Prog, const CallGraph &Graph, ConstantArguments &Given)
      : Graph(Graph), Given(Given), Alive(Graph.size()) {
    for (const Function &F : Prog.functions())
      if (F.Kind == FunctionKind::Lambda)
        Lambdas[F.Parent].push_back(Graph.nodeOf(F));
    for (const NamedFunction &N : Prog.namedFunctions())
      if (N.In)
        for (const Function *F : Prog.bodies(N.Function)) {
          Named[N.In].push_back(Graph.nodeOf(*F));
          HasNamers.insert(F);
        }
    for (const EntryPoint &E : Graph.entryPoints())
      if (E.Takes)
        Loops[Graph.nodeOf(*E.Handler)].push_back(E.Node);
      else
        live(E.Node);
    // One that no function is around belongs to a variable.
    for (uint32_t Node : Lambdas.lookup(SymbolId()))
      live(Node);
  }

  /// Somebody runs \p Node, with whatever arguments.
  void live(uint32_t Node) {
    const Function *F = Graph.functionOf(Node);
    bool News = F && !Graph.isEntry(Node) && Given.addUnknown(*F);
    push(Node, News);
  }

  /// What runs, by node.
  std::vector<bool> run() {
    while (!Work.empty()) {
      uint32_t Node = Work.back();
      Work.pop_back();
      for (const CallGraph::Edge &E : Graph.out(Node))
        follow(Node, E);
      for (uint32_t Loop : Loops.lookup(Node))
        push(Loop, /*Again=*/true);
      if (const Function *F = Graph.functionOf(Node))
        for (const auto *Inner : {&Lambdas, &Named})
          if (auto It = Inner->find(F->Symbol); It != Inner->end())
            for (uint32_t Other : It->second)
              live(Other);
    }
    return std::move(Alive);
  }

  /// True if \p F is known to be named by functions: then it runs if one of
  /// them does, wherever its address goes.
  bool isNamed(const Function &F) const { return HasNamers.contains(&F); }

private:
  void push(uint32_t Node, bool Again) {
    if (!Alive[Node] || Again)
      Work.push_back(Node);
    Alive[Node] = true;
  }

  void follow(uint32_t From, const CallGraph::Edge &E) {
    const Function *Caller = Graph.functionOf(From),
                   *Callee = Graph.functionOf(E.To);
    const Call *Site =
        E.Call == CallGraph::NoCall ? nullptr : &Caller->Calls[E.Call];
    if (Site && !Given.mayRun(*Caller, Site->Loc))
      return;
    bool IsDirect =
        Site && Callee && !Graph.isEntry(E.To) && !E.Passed && !E.Unsure &&
        !E.General &&
        (Site->Kind == CallKind::Direct || Site->Kind == CallKind::Constructor);
    if (IsDirect)
      push(E.To, Given.add(*Caller, *Site, *Callee));
    else
      live(E.To);
  }

  const CallGraph &Graph;
  ConstantArguments &Given;
  /// By function: those in it, and those whose addresses it takes.
  llvm::DenseMap<SymbolId, std::vector<uint32_t>> Lambdas, Named;
  llvm::DenseSet<const Function *> HasNamers;
  llvm::DenseMap<uint32_t, std::vector<uint32_t>> Loops; // By their function.
  std::vector<uint32_t> Work;
  std::vector<bool> Alive;
};

/// What runs if \p First does, by node.
std::vector<bool> closure(const Program &Prog, const CallGraph &Graph,
                          ConstantArguments &Given,
                          llvm::function_ref<bool(const Function &)> First) {
  Closure Running(Prog, Graph, Given);
  for (const Function &F : Prog.functions())
    if (First(F) || (Graph.escapes(F) && !Running.isNamed(F)))
      Running.live(Graph.nodeOf(F));
  return Running.run();
}

} // namespace

DeadCode::DeadCode(const Program &Prog, const CallGraph &Graph) : Graph(Graph) {
  if (!Prog.isWhole())
    return;
  Roots First(Prog);
  const ConstantArguments Untouched(Prog);
  Seen.emplace(Untouched);
  Alive = closure(Prog, Graph, *Seen, [&](const Function &F) {
    return First.contains(F, /*Asked=*/false);
  });
  Given.emplace(Untouched);
  MayRun = closure(Prog, Graph, *Given, [&](const Function &F) {
    return First.contains(F, /*Asked=*/true);
  });
}

} // namespace stateless
