//===- Program.h - All facts of one analysis, frozen -----------*- C++ -*-===//
//
// What the linker (facts/Linker.h) makes of translation units: immutable,
// sorted and indexed, the same whatever the order and number of the units.
// Header facts that arrive many times are kept once; bodies of one function
// that differ (by macros) are united. What a template makes are functions and
// variables of their own; the template itself is kept only if the program makes
// nothing of it. It must not know Clang, rules or checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_PROGRAM_H
#define STATELESS_FACTS_PROGRAM_H

#include "facts/Facts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace stateless {

/// One name of a Mentions.
struct Mention {
  uint32_t Name = 0; ///< nameHash()
  MentionKind Kind = MentionKind::Code;
  StringId File;

  auto operator<=>(const Mention &) const = default;
};

class Program {
public:
  llvm::StringRef text(StringId Id) const { return Strings[Id]; }
  /// The id of \p Text in this program, or the empty id.
  StringId find(llvm::StringRef Text) const { return Strings.find(Text); }

  const StringTable &strings() const { return Strings; }

  const Type &type(TypeId Id) const { return Types[Id.Value]; }
  const Value &value(ValueId Id) const { return Values[Id.Value]; }

  // Each content stands once, children before parents; [0] is the unknown one.
  llvm::ArrayRef<Type> types() const { return Types; }
  llvm::ArrayRef<Value> values() const { return Values; }

  // All are sorted by location, then symbol; each entity stands once.
  llvm::ArrayRef<Variable> variables() const { return Variables; }
  llvm::ArrayRef<Field> fields() const { return Fields; }
  llvm::ArrayRef<Class> classes() const { return Classes; }
  llvm::ArrayRef<Function> functions() const { return Functions; }
  llvm::ArrayRef<Directive> directives() const { return Directives; }
  llvm::ArrayRef<Problem> problems() const { return Problems; }
  llvm::ArrayRef<SourceFile> files() const { return Files; }
  llvm::ArrayRef<StringId> mainFiles() const { return MainFiles; }
  bool isMainFile(StringId File) const;
  /// Sorted by the text of the type.
  llvm::ArrayRef<ConstCast> constCasts() const { return ConstCasts; }
  /// Sorted by the text of the symbol.
  llvm::ArrayRef<NamedFunction> namedFunctions() const {
    return NamedFunctions;
  }
  /// Sorted likewise.
  llvm::ArrayRef<GivenClass> givenClasses() const { return GivenClasses; }
  llvm::ArrayRef<Mentions> unseen() const { return Unseen; }
  /// The files in which a name stands unseen, and as what; other names may
  /// share its hash.
  llvm::ArrayRef<Mention> mentions(llvm::StringRef Name) const;

  // Null when the program has no such entity.
  const Variable *variable(SymbolId Symbol) const;
  const Field *field(SymbolId Symbol) const;
  const Class *classOf(SymbolId Symbol) const;
  const Function *function(SymbolId Symbol) const;

  /// The class that a type is, or null: not a record, or not the project's.
  const Class *classOf(TypeId Id) const { return classOf(type(Id).Symbol); }

  /// The bodies that \p Symbol stands for: the function's own or, if it is a
  /// template's, those of all that the program makes of it. Empty: none is in
  /// sight.
  llvm::SmallVector<const Function *, 1> bodies(SymbolId Symbol) const;

  /// Functions whose body calls \p Callee by name (not through a pointer).
  llvm::ArrayRef<const Function *> callers(SymbolId Callee) const;
  /// Methods, of every class, that directly override \p Method.
  llvm::ArrayRef<const Function *> overriders(SymbolId Method) const;
  /// Methods and constructors of \p Class that the program declares.
  llvm::ArrayRef<const Function *> methods(SymbolId Class) const;

  /// True if every unit of a program with a `main` was analysed without an
  /// error: only then may a check claim that something with external linkage
  /// is never written.
  bool isWhole() const { return Whole; }

private:
  friend class Linker;

  using Index = llvm::DenseMap<SymbolId, uint32_t>;
  using FunctionIndex = llvm::DenseMap<SymbolId, std::vector<const Function *>>;

  StringTable Strings;
  std::vector<Type> Types;
  std::vector<Value> Values;
  std::vector<Variable> Variables;
  std::vector<Field> Fields;
  std::vector<Class> Classes;
  std::vector<Function> Functions;
  std::vector<Directive> Directives;
  std::vector<Problem> Problems;
  std::vector<SourceFile> Files;
  std::vector<StringId> MainFiles;
  std::vector<ConstCast> ConstCasts;
  std::vector<NamedFunction> NamedFunctions;
  std::vector<GivenClass> GivenClasses;
  std::vector<Mentions> Unseen;
  std::vector<Mention> MentionIndex; ///< Of Unseen, sorted.
  Index VariableIndex, FieldIndex, ClassIndex, FunctionIndexBySymbol;
  FunctionIndex Callers, Overriders, Methods;
  FunctionIndex Instances; ///< By pattern.
  bool Whole = false;
};

/// A function where a program starts.
bool isMain(const Program &Prog, const Function &F);

} // namespace stateless

#endif
