//===- Linker.cpp - Units merged, sorted, indexed -------------------------===//
//
// Each unit's ids are rewritten to the program's, where
// equal types and values are one; entities with equal content are dropped as
// they come (most header facts), and the unit's memory is freed. Then what has
// one symbol is merged, all is sorted by text, and the indexes are built. It
// must not know Clang, rules or checks.
//
//===----------------------------------------------------------------------===//
#include "facts/Linker.h"

#include "facts/BodyUnion.h"
#include "facts/FactPool.h"
#include "facts/Serialization.h"
#include "facts/TextOrder.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {
namespace {

/// The order in which units are linked: by main file, then by content.
std::vector<uint32_t> linkOrder(const std::vector<TuFacts> &Units) {
  auto MainFile = [&](uint32_t I) {
    return Units[I].Strings[Units[I].MainFile];
  };
  std::vector<uint32_t> Order = positions(Units.size());
  llvm::sort(Order,
             [&](uint32_t A, uint32_t B) { return MainFile(A) < MainFile(B); });
  // One file that was compiled several times: only its bytes tell.
  for (auto Begin = Order.begin(); Begin != Order.end();) {
    auto End = std::find_if(Begin, Order.end(), [&](uint32_t I) {
      return MainFile(I) != MainFile(*Begin);
    });
    if (End - Begin > 1) {
      std::vector<std::pair<std::string, uint32_t>> Keyed;
      for (uint32_t I : llvm::make_range(Begin, End))
        Keyed.emplace_back(serialize(Units[I]), I);
      llvm::sort(Keyed);
      llvm::transform(Keyed, Begin, [](const auto &K) { return K.second; });
    }
    Begin = End;
  }
  return Order;
}

/// Rewrites the ids of one unit to those of the program.
class IdMap {
public:
  std::vector<StringId> Strings;
  std::vector<TypeId> Types;
  std::vector<ValueId> Values;

  template <typename T> void apply(T &V) const {
    forEach<StringId, TypeId, ValueId>(V, [&](auto &Id) { Id = (*this)[Id]; });
  }

private:
  StringId operator[](StringId Id) const { return Strings[Id.Value]; }
  TypeId operator[](TypeId Id) const { return Types[Id.Value]; }
  /// The unknown value names itself, before it has a place here.
  ValueId operator[](ValueId Id) const { return Id ? Values[Id.Value] : Id; }
};

//===-- Merging what has one symbol ---------------------------------------===//

template <typename T> bool isDefinition(const T &Entity) {
  if constexpr (requires { Entity.Definition; })
    return Entity.Definition;
  return true;
}

template <typename T>
std::vector<T> unite(std::vector<T> A, const std::vector<T> &B) {
  if (A == B || B.empty())
    return A;
  A.insert(A.end(), B.begin(), B.end());
  removeDuplicates(A);
  return A;
}

Variable merge(Variable Best, Variable Other) {
  Best.Annotations = unite(std::move(Best.Annotations), Other.Annotations);
  // `static const int N = 5;` in a class is no definition but says the value.
  if (!Best.Init && !Other.Definition)
    Best.Init = Other.Init;
  if (!Best.Mangled)
    Best.Mangled = Other.Mangled;
  Best.StaysMutable |= Other.StaysMutable;
  Best.LentAsConst |= Other.LentAsConst;
  Best.ConstEdits = unite(std::move(Best.ConstEdits), Other.ConstEdits);
  return Best;
}

Field merge(Field Best, Field Other) {
  Best.Annotations = unite(std::move(Best.Annotations), Other.Annotations);
  return Best;
}

Class merge(Class Best, Class Other) {
  Best.Annotations = unite(std::move(Best.Annotations), Other.Annotations);
  Best.Bases = unite(std::move(Best.Bases), Other.Bases);
  Best.FarBases = unite(std::move(Best.FarBases), Other.FarBases);
  Best.Fields = unite(std::move(Best.Fields), Other.Fields);
  return Best;
}

Function merge(Function Best, Function Other) {
  Best.Annotations = unite(std::move(Best.Annotations), Other.Annotations);
  Best.Overrides = unite(std::move(Best.Overrides), Other.Overrides);
  Best.Coroutine |= Other.Coroutine;
  return appendBody(std::move(Best), std::move(Other));
}

/// One entity out of all that have its symbol, the best first.
template <typename T> T mergeAll(std::vector<T> Same) {
  bool ManyBodies = llvm::count_if(Same, isDefinition<T>) > 1;
  T Result = std::move(Same.front());
  for (T &Other : llvm::drop_begin(Same))
    Result = merge(std::move(Result), std::move(Other));
  if constexpr (std::same_as<T, Function>)
    if (ManyBodies)
      return withoutDuplicates(std::move(Result));
  return Result;
}

/// What is weak gives way to any other definition.
template <typename T> void dropWeak(std::vector<T> &Same) {
  if constexpr (requires { Same.front().Weak; }) {
    auto IsStrong = [](const T &F) { return F.Definition && !F.Weak; };
    if (Same.size() > 1 && llvm::any_of(Same, IsStrong))
      llvm::erase_if(Same, [](const T &F) { return F.Definition && F.Weak; });
  }
}

/// Merges what has one symbol; what has none stays as it is. A definition
/// comes before a declaration, then the smallest location, then the first.
template <typename T>
std::vector<T> mergeBySymbol(std::vector<T> Items, const TextOrder &Text) {
  std::vector<std::pair<SymbolId, uint32_t>> Keys;
  for (uint32_t I : positions(Items.size()))
    Keys.emplace_back(Items[I].Symbol, I);
  llvm::sort(Keys);
  std::vector<T> Result;
  for (auto Begin = Keys.begin(); Begin != Keys.end();) {
    auto End = std::next(Begin);
    while (Begin->first && End != Keys.end() && End->first == Begin->first)
      ++End;
    std::vector<T> Same;
    for (auto [Symbol, I] : llvm::make_range(Begin, End))
      Same.push_back(std::move(Items[I]));
    dropWeak(Same);
    auto Best = llvm::min_element(Same, [&](const T &A, const T &B) {
      if (isDefinition(A) != isDefinition(B))
        return isDefinition(A);
      return Text.compare(A.Loc, B.Loc) < 0;
    });
    std::rotate(Same.begin(), Best, std::next(Best));
    Result.push_back(mergeAll(std::move(Same)));
    Begin = End;
  }
  return Result;
}

} // namespace

//===-- The linker --------------------------------------------------------===//

class Linker::Pools {
public:
  Pools() {
    Types.add({});
    Values.add({});
  }

  Program finish(const LinkOptions &Options) {
    merge();
    sort();
    buildIndexes();
    P.Whole = Options.AllUnits && isComplete();
    return std::move(P);
  }

  /// Takes \p Unit apart, unless it is const.
  template <typename Facts> void add(Facts &Unit, bool Bodies = true) {
    IdMap Ids = mapIds(Unit);
    StringId MainFile = Ids.Strings[Unit.MainFile.Value];
    P.MainFiles.push_back(MainFile);
    addAll(Unit.Variables, Variables, Ids);
    addAll(Unit.Fields, Fields, Ids);
    addAll(Unit.Classes, Classes, Ids);
    if (Bodies)
      addAll(Unit.Functions, Functions, Ids);
    else
      addMains(Unit, Ids);
    addAll(Unit.Directives, Directives, Ids);
    addAll(Unit.Problems, Problems, Ids);
    addAll(Unit.Files, Files, Ids);
    addAll(Unit.ConstCasts, ConstCasts, Ids);
    addAll(Unit.NamedFunctions, NamedFunctions, Ids);
    addAll(Unit.GivenClasses, GivenClasses, Ids);
    addAll(Unit.Unseen, Unseen, Ids);
  }

private:
  template <typename Facts> IdMap mapIds(Facts &Unit) {
    IdMap Ids;
    for (uint32_t I = 0; I != Unit.Strings.size(); ++I)
      Ids.Strings.push_back(P.Strings.intern(Unit.Strings[{I}]));
    // Children come first, so theirs are mapped already.
    for (auto &T : Unit.Types)
      Ids.Types.push_back({addOne(T, Types, Ids)});
    for (auto &V : Unit.Values)
      Ids.Values.push_back({addOne(V, Values, Ids)});
    return Ids;
  }

  /// A const item is copied, any other is moved.
  template <typename Item, typename T>
  static uint32_t addOne(Item &From, FactPool<T> &Into, const IdMap &Ids) {
    T Mine(std::move(From));
    Ids.apply(Mine);
    return Into.add(std::move(Mine));
  }

  template <typename List, typename T>
  static void addAll(List &From, FactPool<T> &Into, const IdMap &Ids) {
    for (auto &Item : From)
      addOne(Item, Into, Ids);
  }

  void addMains(const TuFacts &Unit, const IdMap &Ids) {
    for (const Function &F : Unit.Functions) {
      if (F.Class || Unit.Strings[F.QualifiedName] != "main")
        continue;
      Function Main;
      Main.Symbol = F.Symbol;
      Main.Name = F.Name;
      Main.QualifiedName = F.QualifiedName;
      Main.Loc = F.Loc;
      Main.Definition = F.Definition;
      addOne(Main, Functions, Ids);
    }
  }

  void merge() {
    TextOrder Text(P.Strings);
    llvm::sort(P.MainFiles, [&](StringId A, StringId B) {
      return P.Strings[A] < P.Strings[B];
    });
    P.MainFiles.erase(llvm::unique(P.MainFiles), P.MainFiles.end());
    P.Types = Types.take();
    P.Values = Values.take();
    P.Variables = mergeBySymbol(Variables.take(), Text);
    P.Fields = mergeBySymbol(Fields.take(), Text);
    P.Classes = mergeBySymbol(Classes.take(), Text);
    P.Functions = mergeBySymbol(Functions.take(), Text);
    dropPatterns();
    P.Directives = Directives.take();
    P.Problems = Problems.take();
    P.Files = Files.take();
    P.ConstCasts = ConstCasts.take();
    P.NamedFunctions = NamedFunctions.take();
    P.GivenClasses = GivenClasses.take();
    P.Unseen = Unseen.take();
  }

  /// A unit that instantiates nothing of a template tells its own body, where
  /// much is open. What other units make of it says more.
  void dropPatterns() {
    llvm::DenseSet<SymbolId> Made;
    for (const Function &F : P.Functions)
      if (F.Definition && F.Pattern)
        Made.insert(F.Pattern);
    for (const Variable &V : P.Variables)
      if (V.Definition && V.Pattern)
        Made.insert(V.Pattern);
    llvm::DenseSet<SymbolId> Dropped;
    auto IsOpen = [&](SymbolId Symbol, SymbolId In) {
      if (!Made.contains(Symbol) && !Dropped.contains(In))
        return false;
      Dropped.insert(Symbol);
      return true;
    };
    auto IsOpenVariable = [&](const Variable &V) {
      return IsOpen(V.Symbol, V.Function);
    };
    auto IsOpenFunction = [&](const Function &F) {
      return IsOpen(F.Symbol, F.Parent);
    };
    // What is local to a function may stand before it.
    for (size_t Before = ~size_t(0); Before != Dropped.size();) {
      Before = Dropped.size();
      llvm::erase_if(P.Functions, IsOpenFunction);
      llvm::erase_if(P.Variables, IsOpenVariable);
    }
  }

  void sort() {
    TextOrder Text(P.Strings);
    P.Variables = Text.byLocation(std::move(P.Variables));
    P.Fields = Text.byLocation(std::move(P.Fields));
    P.Classes = Text.byLocation(std::move(P.Classes));
    P.Functions = Text.byLocation(std::move(P.Functions));
    llvm::sort(P.Directives, [&](const Directive &A, const Directive &B) {
      if (int Places = Text.compare(A.Loc, B.Loc))
        return Places < 0;
      if (A.Kind != B.Kind)
        return A.Kind < B.Kind;
      if (A.HasChecks != B.HasChecks)
        return B.HasChecks;
      return Text.compare(A.Checks, B.Checks) < 0;
    });
    llvm::sort(P.Problems, [&](const Problem &A, const Problem &B) {
      if (int Files = Text.compare(A.File, B.File))
        return Files < 0;
      if (int Places = Text.compare(A.Loc, B.Loc))
        return Places < 0;
      if (A.Kind != B.Kind)
        return A.Kind < B.Kind;
      return Text.compare(A.Text, B.Text) < 0;
    });
    sortFiles(Text);
    llvm::sort(P.ConstCasts, [&](const ConstCast &A, const ConstCast &B) {
      return Text.compare(A.Type, B.Type) < 0;
    });
    llvm::sort(P.NamedFunctions,
               [&](const NamedFunction &A, const NamedFunction &B) {
                 if (int Names = Text.compare(A.Function, B.Function))
                   return Names < 0;
                 return Text.compare(A.In, B.In) < 0;
               });
    llvm::sort(P.GivenClasses, [&](const GivenClass &A, const GivenClass &B) {
      if (int Names = Text.compare(A.Class, B.Class))
        return Names < 0;
      return A.Standard < B.Standard;
    });
    llvm::sort(P.Unseen, [&](const Mentions &A, const Mentions &B) {
      if (int Files = Text.compare(A.File, B.File))
        return Files < 0;
      return std::tie(A.Kind, A.Names) < std::tie(B.Kind, B.Names);
    });
  }

  /// A file that one unit calls its own is no system file.
  void sortFiles(const TextOrder &Text) {
    llvm::sort(P.Files, [&](const SourceFile &A, const SourceFile &B) {
      int Paths = Text.compare(A.Path, B.Path);
      return Paths != 0 ? Paths < 0 : A.System < B.System;
    });
    auto SamePath = [](const SourceFile &A, const SourceFile &B) {
      return A.Path == B.Path;
    };
    P.Files.erase(std::unique(P.Files.begin(), P.Files.end(), SamePath),
                  P.Files.end());
  }

  template <typename T>
  static Program::Index indexOf(const std::vector<T> &Entities) {
    Program::Index Result;
    for (uint32_t I : positions(Entities.size()))
      if (Entities[I].Symbol)
        Result.try_emplace(Entities[I].Symbol, I);
    return Result;
  }

  void buildIndexes() {
    P.VariableIndex = indexOf(P.Variables);
    P.FieldIndex = indexOf(P.Fields);
    P.ClassIndex = indexOf(P.Classes);
    P.FunctionIndexBySymbol = indexOf(P.Functions);
    for (const Mentions &Each : P.Unseen)
      for (uint32_t Name : Each.Names)
        P.MentionIndex.push_back({Name, Each.Kind, Each.File});
    llvm::sort(P.MentionIndex);
    P.MentionIndex.erase(llvm::unique(P.MentionIndex), P.MentionIndex.end());
    for (const Function &F : P.Functions) {
      for (const Call &C : F.Calls)
        if (C.Kind != CallKind::Indirect)
          list(P.Callers, C.Callee, F);
      for (SymbolId Method : F.Overrides)
        list(P.Overriders, Method, F);
      if (F.Kind != FunctionKind::Lambda)
        list(P.Methods, F.Class, F);
      if (F.Definition)
        list(P.Instances, F.Pattern, F);
    }
  }

  /// All entries for one function are made in a row, so that a look at the
  /// last one keeps each function single.
  static void list(Program::FunctionIndex &In, SymbolId Key,
                   const Function &F) {
    if (!Key)
      return;
    std::vector<const Function *> &Functions = In[Key];
    if (Functions.empty() || Functions.back() != &F)
      Functions.push_back(&F);
  }

  bool isComplete() const {
    return llvm::none_of(P.Problems,
                         [](const Problem &Each) {
                           return Each.Kind == ProblemKind::Error;
                         }) &&
           llvm::any_of(P.Functions, [&](const Function &F) {
             return F.Definition && isMain(P, F);
           });
  }

  Program P;
  FactPool<Type> Types;
  FactPool<Value> Values;
  FactPool<Variable> Variables;
  FactPool<Field> Fields;
  FactPool<Class> Classes;
  FactPool<Function> Functions;
  FactPool<Directive> Directives;
  FactPool<Problem> Problems;
  FactPool<SourceFile> Files;
  FactPool<ConstCast> ConstCasts;
  FactPool<NamedFunction> NamedFunctions;
  FactPool<GivenClass> GivenClasses;
  FactPool<Mentions> Unseen;
};

Linker::Linker() : Merged(std::make_unique<Pools>()) {}
Linker::~Linker() = default;
void Linker::add(TuFacts &&Unit) {
  TuFacts Mine(std::move(Unit));
  Merged->add(Mine);
}
void Linker::add(const TuFacts &Unit) { Merged->add(Unit); }
void Linker::addDeclarations(const TuFacts &Unit) {
  Merged->add(Unit, /*Bodies=*/false);
}
Program Linker::finish(const LinkOptions &Options) {
  return Merged->finish(Options);
}

Program link(std::vector<TuFacts> Units, const LinkOptions &Options) {
  Linker All;
  for (uint32_t I : linkOrder(Units))
    All.add(std::exchange(Units[I], {}));
  return All.finish(Options);
}

} // namespace stateless
