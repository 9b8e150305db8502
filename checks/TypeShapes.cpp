//===- TypeShapes.cpp - What a type says of its objects -------------------===//
//
// A program has the parts of a type before the type, so what follows from them
// is one pass. Classes may lead to each other in circles through pointers;
// that an object can change is therefore carried along reversed edges, from
// the types that can to all that hold or point to them. Nothing is bounded.
//
//===----------------------------------------------------------------------===//
#include "TypeShapes.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"

namespace stateless {

static bool isRaw(const Type &T) {
  return T.Kind == TypeKind::Pointer || T.Kind == TypeKind::LValueReference ||
         T.Kind == TypeKind::RValueReference || T.Kind == TypeKind::Array;
}

namespace {

//===-- Which types are exempt --------------------------------------------===//

/// What the rules say of types by their names and aliases.
class Exemptions {
public:
  Exemptions(const Program &Prog, const CheckOptions &Options)
      : Prog(Prog), Types(Options.Types), Own(Options.OwnCategories),
        StateKinds(Options.StateKinds) {
    for (const Class &C : Prog.classes())
      ClassNames.insert(Prog.text(C.QualifiedName));
    // The first entry of a category counts: the user's come first.
    for (const ExemptCategoryModel &M : Options.Known.ExemptCategories)
      if (Reasons.try_emplace(M.Category, M.Reason).second &&
          M.Reason == ExemptionReason::Synchronization)
        Synchronizations.push_back(M.Category);
  }

  /// By the first category that \p T is in; none if that is not exempt.
  Reason of(const Type &T) const {
    llvm::StringRef Category = categoryOf(T);
    if (const Class *C = Category.empty() ? Prog.classOf(T.Symbol) : nullptr)
      return of(*C);
    return reasonFor(Category);
  }

  /// By the name of the class, or of one around it.
  Reason of(const Class &C) const {
    llvm::StringRef Name = Prog.text(C.QualifiedName);
    while (true) {
      auto [Outer, Last] = Name.rsplit("::");
      if (Reason Why = ofName(Last.empty() ? Outer : Last))
        return Why;
      if (Last.empty() || !ClassNames.contains(Outer))
        return {};
      Name = Outer;
    }
  }

  Reason ofFile(llvm::StringRef Path) const {
    return ofName(llvm::sys::path::stem(Path));
  }

  Reason reasonFor(llvm::StringRef Category) const {
    auto It = Reasons.find(Category);
    switch (It == Reasons.end() ? ExemptionReason::None : It->second) {
    case ExemptionReason::ExemptType:
      return {ReasonKind::ExemptType, Category.str()};
    case ExemptionReason::Synchronization:
      return {ReasonKind::SynchronizationOnly};
    case ExemptionReason::None:
      break;
    }
    return {};
  }

  /// True if one of the categories that \p T is in, the first or not, says that
  /// it holds no data.
  bool isSynchronization(const Type &T) const {
    auto Is = [&](StringId Name) {
      return llvm::any_of(Synchronizations, [&](llvm::StringRef Category) {
        return Types.is(Prog.text(Name), Category);
      });
    };
    return Is(T.Name) || llvm::any_of(T.Aliases, Is);
  }

private:
  /// What is named after users' state is that, whoever keeps it.
  Reason ofName(llvm::StringRef Name) const {
    auto Category = Own.kindOf(Name);
    return Category && !StateKinds.kindOf(Name) ? reasonFor(*Category)
                                                : Reason();
  }

  /// By the type's name, or by an alias (pthread_once_t is an int).
  llvm::StringRef categoryOf(const Type &T) const {
    if (auto Category = Types.categoryOf(Prog.text(T.Name)))
      return *Category;
    for (StringId Alias : T.Aliases)
      if (auto Category = Types.categoryOf(Prog.text(Alias)))
        return *Category;
    return "";
  }

  const Program &Prog;
  const TypeCategories &Types;
  const Vocabulary &Own, &StateKinds;
  llvm::StringSet<> ClassNames;             ///< Qualified.
  llvm::StringMap<ExemptionReason> Reasons; ///< By category.
  std::vector<llvm::StringRef> Synchronizations;
};

//===-- Which types can change --------------------------------------------===//

/// Each type is two nodes, as a part of a constant object and not, and each
/// class is one: an object of it that is constant itself. A node is constant
/// if it is by its own kind and all that it leads to are.
class ConstGraph {
public:
  ConstGraph(const Program &Prog, const Exemptions &Exempt)
      : Prog(Prog), Exempt(Exempt),
        Changes(2 * Prog.types().size() + Prog.classes().size()),
        LeadingTo(Changes.size()) {
    for (uint32_t I = 0; I < Prog.types().size(); ++I)
      for (bool InConst : {false, true})
        addType(TypeId{I}, InConst);
    for (const Class &C : Prog.classes())
      addClass(C);
    while (!Work.empty()) {
      uint32_t At = Work.back();
      Work.pop_back();
      for (uint32_t From : LeadingTo[At])
        mark(From);
    }
  }

  Mutability of(TypeId Id) const {
    if (!Changes[node(Id, false)])
      return Mutability::Constant;
    return isMutableItself(Id) ? Mutability::Mutable : Mutability::Inside;
  }

private:
  static uint32_t node(TypeId Id, bool InConst) {
    return 2 * Id.Value + (InConst ? 1 : 0);
  }
  uint32_t node(const Class &C) const {
    return 2 * Prog.types().size() + (&C - Prog.classes().data());
  }

  void mark(uint32_t Node) {
    if (Changes[Node])
      return;
    Changes[Node] = true;
    Work.push_back(Node);
  }
  void edge(uint32_t From, uint32_t To) { LeadingTo[To].push_back(From); }

  /// Not only something in it.
  bool isMutableItself(TypeId Id) const {
    const Type *T = &Prog.type(Id);
    for (; T->Kind == TypeKind::Array && !T->Const && !T->Args.empty();)
      T = &Prog.type(T->Args[0]);
    return !T->Const && T->Kind != TypeKind::LValueReference &&
           T->Kind != TypeKind::RValueReference;
  }

  void addType(TypeId Id, bool InConst) {
    const Type &T = Prog.type(Id);
    uint32_t Self = node(Id, InConst);
    bool Const = T.Const || InConst;
    bool Reference = T.Kind == TypeKind::LValueReference ||
                     T.Kind == TypeKind::RValueReference;
    if (T.Kind == TypeKind::Array && !T.Args.empty())
      edge(Self, node(T.Args[0], Const));
    else if (T.Kind == TypeKind::Array || (!Const && !Reference))
      mark(Self);
    else if (Reference || T.Kind == TypeKind::Pointer ||
             (T.Kind == TypeKind::Record && T.PointerLike))
      addPointee(Self, T);
    else if (T.Kind != TypeKind::Record)
      return;
    else if (const Class *C = Prog.classOf(T.Symbol))
      edge(Self, node(*C));
    else
      addElements(Self, T);
  }

  void addPointee(uint32_t Self, const Type &T) {
    if (!T.Args.empty() && Prog.type(T.Args[0]).Kind != TypeKind::Function)
      edge(Self, node(T.Args[0], false));
  }

  /// A constant container of pointers still leads to what they point to, and
  /// its elements may have mutable members.
  void addElements(uint32_t Self, const Type &T) {
    for (TypeId Arg : T.Args) {
      TypeKind Kind = Prog.type(Arg).Kind;
      if (Kind == TypeKind::Pointer || Kind == TypeKind::Record)
        edge(Self, node(Arg, true));
    }
  }

  void addClass(const Class &C) {
    for (TypeId Base : C.Bases)
      edge(node(C), node(Base, true));
    for (SymbolId Symbol : C.Fields) {
      const Field *F = Prog.field(Symbol);
      if (!F || Exempt.isSynchronization(Prog.type(F->Type)))
        continue;
      // A raw pointer member is a handle: const protects the object itself.
      if (F->Mutable)
        mark(node(C));
      else if (Prog.type(F->Type).Kind != TypeKind::Pointer)
        edge(node(C), node(F->Type, true));
    }
  }

  const Program &Prog;
  const Exemptions &Exempt;
  std::vector<bool> Changes;
  std::vector<llvm::SmallVector<uint32_t, 2>> LeadingTo;
  std::vector<uint32_t> Work;
};

//===-- What classes hold -------------------------------------------------===//

/// Answers by class, each found once. A class is a part of itself only in code
/// that was misread; the answer is no then.
class ClassAnswers {
public:
  ClassAnswers(const Program &Prog, const Exemptions &Exempt)
      : Prog(Prog), Exempt(Exempt), Synchronises(Prog.classes().size()),
        Empty(Prog.classes().size()) {}

  /// The rules say so, or it is a class of the project of nothing else.
  bool isSynchronization(const Type &T) {
    if (Exempt.of(T).Kind == ReasonKind::SynchronizationOnly)
      return true;
    const Class *C = Prog.classOf(T.Symbol);
    return C && !C->Fields.empty() && answer(Synchronises, *C, [&] {
             return llvm::all_of(C->Fields, [&](SymbolId Symbol) {
               const Field *F = Prog.field(Symbol);
               return F && isSynchronization(Prog.type(F->Type));
             });
           });
  }

  bool holdsNothing(const Type &T) {
    const Class *C = Prog.classOf(T.Symbol);
    return C && !C->Template && C->Fields.empty() && answer(Empty, *C, [&] {
             return llvm::all_of(C->Bases, [&](TypeId Base) {
               return holdsNothing(Prog.type(Base));
             });
           });
  }

private:
  enum class Answer : uint8_t { Unasked, No, Yes };

  template <typename Question>
  bool answer(std::vector<Answer> &Known, const Class &C, Question Ask) {
    size_t At = &C - Prog.classes().data();
    if (Known[At] == Answer::Unasked) {
      Known[At] = Answer::No;
      if (Ask())
        Known[At] = Answer::Yes;
    }
    return Known[At] == Answer::Yes;
  }

  const Program &Prog;
  const Exemptions &Exempt;
  std::vector<Answer> Synchronises, Empty;
};

} // namespace

//===-- Shapes ------------------------------------------------------------===//

TypeShapes::TypeShapes(const Program &Prog, const CheckOptions &Options)
    : Prog(Prog), Shapes(Prog.types().size()) {
  Exemptions Exempt(Prog, Options);
  ConstGraph Constness(Prog, Exempt);
  ClassAnswers Answers(Prog, Exempt);
  for (const Class &C : Prog.classes())
    Classes.push_back(Exempt.of(C));
  for (const Variable &V : Prog.variables())
    if (auto [It, New] = Files.try_emplace(V.Loc.File); New)
      It->second = Exempt.ofFile(Prog.text(V.Loc.File));
  for (uint32_t I = 0; I < Shapes.size(); ++I) {
    const Type &T = Prog.types()[I];
    TypeShape &S = Shapes[I];
    S.Change = Constness.of(TypeId{I});
    S.NoData = Answers.holdsNothing(T);
    if (!T.Args.empty() && (isRaw(T) || T.PointerLike)) {
      const TypeShape &Inner = Shapes[T.Args[0].Value];
      S.Core = Inner.Core;
      S.Held = Inner.Held;
      S.Benign = Inner.Benign;
      continue;
    }
    S.Core = &T;
    S.Held = Prog.classOf(T.Symbol);
    if (!S.Held && !T.Args.empty() &&
        (T.Holder || Options.Types.is(Prog.text(T.Name), "wrapper")))
      S.Held = Shapes[T.Args[0].Value].Held;
    S.Benign = Answers.isSynchronization(T)
                   ? Reason{ReasonKind::SynchronizationOnly}
                   : Exempt.of(T);
  }
}

llvm::SmallVector<const Class *, 2> TypeShapes::classesIn(TypeId T) const {
  llvm::SmallVector<const Class *, 2> Found;
  llvm::SmallVector<TypeId, 8> Todo{T};
  llvm::DenseSet<uint32_t> Seen;
  while (!Todo.empty()) {
    TypeId At = Todo.pop_back_val();
    if (!At || !Seen.insert(At.Value).second)
      continue;
    const Class *C = Prog.classOf(At);
    if (C && !llvm::is_contained(Found, C))
      Found.push_back(C);
    if (!C)
      for (TypeId Arg : llvm::reverse(Prog.type(At).Args))
        Todo.push_back(Arg);
  }
  return Found;
}

} // namespace stateless
