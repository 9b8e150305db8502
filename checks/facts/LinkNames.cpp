//===- LinkNames.cpp - What a linker would see of a unit ------------------===//
//
// A body names the functions that it calls or hands on and the variables that
// it touches. Virtual methods are named by nobody: who makes an object of a
// class refers to its table, and the table to the methods. So a class is a
// name, too: units that define one of its methods define it, units that make
// an object of it, or of a class that holds or derives from it, need it.
//
//===----------------------------------------------------------------------===//
#include "facts/LinkNames.h"

#include "facts/FactFields.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {
namespace {

class Collector {
public:
  explicit Collector(const TuFacts &Unit) : Unit(Unit) {}

  LinkNames run() {
    LinkNames Result;
    for (const Variable &V : Unit.Variables)
      if (V.Definition) {
        defines(V.Symbol, V.Link == Linkage::External && !V.Inline);
        makes(V.Type);
      }
    for (const Function &F : Unit.Functions)
      if (F.Definition) {
        function(F);
        body(F);
        Result.Main |= isMain(F);
      }
    for (const Value &V : Unit.Values)
      mention(V.Symbol);
    for (const NamedFunction &Named : Unit.NamedFunctions)
      mention(Named.Function);
    // What a container or a smart pointer holds, the library makes and ends.
    for (const Type &T : Unit.Types)
      if (T.Kind == TypeKind::Record)
        for (TypeId Held : T.Args)
          makes(Held);
    classes();
    for (SymbolId Class : Made)
      Mentioned.insert(className(Class));
    for (uint64_t Name : Own)
      Mentioned.erase(Name);
    Result.Defines = sorted(Shared);
    Result.Needs = sorted(Mentioned);
    return Result;
  }

private:
  uint64_t name(SymbolId Symbol) const {
    return llvm::xxh3_64bits(Unit.Strings[Symbol]) >> 2;
  }
  uint64_t className(SymbolId Class) const {
    return name(Class) | ClassNameBit;
  }

  /// \p ForOthers: a unit that only sees its declaration can refer to it.
  void defines(SymbolId Symbol, bool ForOthers) {
    if (!Symbol)
      return;
    Own.insert(name(Symbol));
    if (ForOthers)
      Shared.insert(name(Symbol));
  }

  void function(const Function &F) {
    bool ForOthers = F.Link == Linkage::External && !F.Inline &&
                     F.Kind != FunctionKind::Lambda;
    defines(F.Symbol, ForOthers);
    // Others may define methods of the class, too: it is not done with ours.
    if (ForOthers && F.Class && !F.Template)
      Shared.insert(className(F.Class));
  }

  bool isMain(const Function &F) const {
    return !F.Class && Unit.Strings[F.QualifiedName] == "main";
  }

  void mention(StringId Text) {
    if (Text && Seen.insert(Text).second)
      Mentioned.insert(name(Text));
  }

  /// All text of a body is taken for symbols; what is none has no definition.
  void body(const Function &F) {
    auto Visit = [&](const auto &List) {
      forEach<StringId, Location>(List, [&](const auto &Found) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(Found)>,
                                   StringId>)
          mention(Found);
      });
    };
    Visit(F.Registrations);
    Visit(F.StoredTexts);
    Visit(F.Calls);
    Visit(F.FlowBodies);
    for (const Call &C : F.Calls)
      if (C.Kind == CallKind::Constructor && !C.Library)
        Constructed.insert(C.CalleeName);
    for (const FlowBody &Body : F.FlowBodies)
      for (const Statement &S : Body.Statements)
        if (S.Kind == StatementKind::New || S.Kind == StatementKind::Local)
          makes(S.Type);
  }

  /// An object of type \p T, not one that it points to.
  void makes(TypeId Id) {
    const Type *T = &Unit.Types[Id.Value];
    while (T->Kind == TypeKind::Array && !T->Args.empty())
      T = &Unit.Types[T->Args.front().Value];
    if (T->Kind == TypeKind::Record && T->Symbol)
      makesClass(T->Symbol);
  }

  void makesClass(SymbolId Class) {
    if (Made.insert(Class).second)
      Todo.push_back(Class);
  }

  /// Closes Made over bases and members.
  void classes() {
    llvm::DenseMap<SymbolId, const Class *> BySymbol;
    for (const Class &C : Unit.Classes) {
      BySymbol[C.Symbol] = &C;
      // "app::Store::Store"
      std::string Constructor =
          (Unit.Strings[C.QualifiedName] + "::" + Unit.Strings[C.Name]).str();
      if (Constructed.contains(Unit.Strings.find(Constructor)))
        makesClass(C.Symbol);
    }
    llvm::DenseMap<SymbolId, TypeId> FieldTypes;
    for (const Field &F : Unit.Fields)
      FieldTypes[F.Symbol] = F.Type;
    while (!Todo.empty()) {
      const Class *C = BySymbol.lookup(Todo.pop_back_val());
      if (!C)
        continue;
      for (TypeId Base : C->Bases)
        makes(Base);
      for (SymbolId Member : C->Fields)
        makes(FieldTypes.lookup(Member));
    }
  }

  static std::vector<uint64_t> sorted(const llvm::DenseSet<uint64_t> &Names) {
    std::vector<uint64_t> Result(Names.begin(), Names.end());
    llvm::sort(Result);
    return Result;
  }

  const TuFacts &Unit;
  /// All that is defined here; the part of it that others may refer to.
  llvm::DenseSet<uint64_t> Own, Shared;
  llvm::DenseSet<uint64_t> Mentioned;
  llvm::DenseSet<StringId> Seen, Constructed;
  llvm::DenseSet<SymbolId> Made;
  llvm::SmallVector<SymbolId, 32> Todo;
};

} // namespace

LinkNames linkNamesOf(const TuFacts &Unit) { return Collector(Unit).run(); }

} // namespace stateless
