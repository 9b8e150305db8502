//===- UnitWriter.h - The facts of one synthetic unit ----------*- C++ -*-===//
//
// Turns the plan of World.h into the facts of one translation unit: its types,
// variables, classes and functions, and those of the headers that it includes.
// It must not know what bodies do; those are BodyWriter's and FlowWriter's.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_BENCH_UNITWRITER_H
#define STATELESS_BENCH_UNITWRITER_H

#include "BodySketch.h"
#include "World.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

namespace stateless::bench {

/// The variables of a unit.
enum VariableSlot : uint32_t {
  Shared,   ///< Most have external linkage.
  Hidden,   ///< Internal linkage.
  Kept,     ///< A static local that counts calls; every fourth unit.
  Folder,   ///< Where a module keeps its files.
  Instance, ///< Of a singleton.
};

class UnitWriter {
public:
  UnitWriter(const World &W, uint32_t Unit) : W(W), Unit(Unit) {}

  TuFacts run();

private:
  friend class BodyWriter;
  friend class FlowWriter;

  StringId text(llvm::StringRef Text) { return Facts.Strings.intern(Text); }

  TypeId type(TypeKind Kind, const std::string &Name,
              const std::string &Spelling, std::vector<TypeId> Args = {},
              const std::string &Symbol = "");
  TypeId builtin(const char *Name) {
    return type(TypeKind::Builtin, Name, Name);
  }
  TypeId library(const std::string &Name, const std::string &Spelling,
                 std::vector<TypeId> Args = {}) {
    return type(TypeKind::Record, Name, Spelling, std::move(Args),
                "c:@N@std@ST>2#T#T@" + Name.substr(5));
  }
  TypeId string() { return library("std::basic_string", "std::string"); }
  TypeId classType(uint32_t Of);
  TypeId pointer(TypeId To, TypeKind Kind = TypeKind::Pointer);
  TypeId constant(TypeId Of);
  TypeId memberType(const Member &M);
  TypeId parameterType(const ParameterPlan &P);

  ValueId value(Value V) {
    Facts.Values.push_back(std::move(V));
    return {static_cast<uint32_t>(Facts.Values.size() - 1)};
  }
  ValueId literal(llvm::StringRef Text) {
    return value({ValueKind::Text, 0, 0, text(Text), {}, {}});
  }
  ValueId integer(int64_t Number) {
    return value({ValueKind::Integer, 0, Number, {}, {}, {}});
  }

  void files();
  void headerOf(uint32_t Of);
  void classOf(uint32_t Of);
  void sourceOfUnit();
  void functionFact(FunctionId Id);

  bool isExternal(uint32_t Of) const { return Of % 8 != 7; }
  std::string variableName(uint32_t Of, VariableSlot Slot) const;
  SymbolId variableSymbol(uint32_t Of, VariableSlot Slot);
  Member variableMember(uint32_t Of, VariableSlot Slot) const;
  void variable(uint32_t Of, VariableSlot Slot, bool Definition);
  void automatic(llvm::StringRef Name, TypeId Type, SymbolId In, uint32_t Line);

  /// A function's name and symbol are made once for each unit.
  struct Called {
    FunctionPlan Plan;
    SymbolId Symbol;
    StringId QualifiedName;
  };
  const Called &called(FunctionId Id);

  Location at(uint32_t Line, uint32_t Column) const {
    return {File, Line, Column};
  }

  const World &W;
  const uint32_t Unit;
  TuFacts Facts;
  llvm::DenseSet<SymbolId> References; ///< Fields that are references, so far.
  StringId File;
  llvm::DenseMap<StringId, TypeId> Types;
  llvm::DenseMap<uint32_t, std::unique_ptr<Called>> Known;
};

} // namespace stateless::bench

#endif
