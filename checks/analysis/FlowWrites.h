//===- FlowWrites.h - Writes through pointers ------------------*- C++ -*-===//
//
// Which objects each function writes, by the points-to sets of the addresses
// that it writes at. What a function writes of its own parameters and of *this
// is told where it is called, so that callers are told apart; of code that a
// library runs it is told there. It must not know phases or checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_FLOWWRITES_H
#define STATELESS_ANALYSIS_FLOWWRITES_H

#include "analysis/PointsTo.h"

namespace stateless {

struct FlowWrite {
  ObjectId Object = UnknownObject;
  /// How a statement does it; Read: the call of Callee does.
  AccessKind How = AccessKind::Read;
  StringId Callee; ///< Qualified name; empty: a statement of the function.
  bool IsArgument = false; ///< Of the call of Callee; else it is the receiver.
  /// What is written is named there, or one of several that are.
  bool IsNamed = false;
  Location Loc;
  uint32_t Among = 0; ///< How many objects it may be.

  auto operator<=>(const FlowWrite &) const = default;
};

/// A write of a field, of whatever object; or of a variable or field behind
/// whose pointer something is written that is not known.
struct FieldWrite {
  SymbolId Field;
  AccessKind How = AccessKind::Read; ///< As of FlowWrite.
  StringId Callee;
  bool IsArgument = false;
  bool Whole = true; ///< False if a part of the field is written.
  Location Loc;

  auto operator<=>(const FieldWrite &) const = default;
};

class FlowWrites {
public:
  /// Both must outlive this.
  FlowWrites(const Program &Prog, const PointsTo &Points);

  /// Sorted, each once. Unknown is not among the objects.
  llvm::ArrayRef<FlowWrite> of(const Function &F) const;

  /// The fields by whose name \p F writes; of an object that it makes or ends,
  /// not. Sorted, each once.
  llvm::ArrayRef<FieldWrite> fieldsOf(const Function &F) const;

private:
  /// Where the address that a statement gives comes from.
  struct Origin {
    enum Source : uint8_t {
      Nothing,
      Own,      ///< A local, or a parameter's own object.
      Named,    ///< A variable, or a part of one.
      This,     ///< *this, or a part of it.
      Given,    ///< What parameter Index refers to, or a part of it.
      Followed, ///< A pointer was loaded, or a call gave it.
    };
    Source From = Nothing;
    uint32_t Index = 0;
    bool operator==(const Origin &) const = default;
  };
  using Origins = std::vector<Origin>;
  /// What of a function's parameters and object it writes, a bit each.
  using Bits = uint64_t;

  static Origin either(const Origin &A, const Origin &B);
  static Origins originsOf(const FlowBody &Body);
  static Bits bitOf(const Origin &O);
  Bits bitsOf(const Function &F) const;
  void closeBits();
  void findRunByLibraries();
  void collect(const FlowContext &In);
  void collectCall(const FlowContext &In, size_t Body, StatementNumber Call,
                   const Origins &From, std::vector<FlowWrite> &Into);
  bool isBoundAndWritten(ObjectId Id, const Function &F, Bits Writes) const;
  bool isObjectOf(ObjectId Id, const Function &F) const;
  Bits handedAs(const Function &F, size_t Body, const Statement &S,
                const Function &Callee) const;
  void addHolders(const FlowContext &In, size_t Body, StatementNumber At,
                  const FlowWrite &W);
  void addFields(const Function &F, size_t Body, StatementNumber At,
                 const FlowWrite &W);
  void add(llvm::ArrayRef<ObjectId> Objects, FlowWrite W,
           std::vector<FlowWrite> &Into) const;

  const Program &Prog;
  const PointsTo &Points;
  llvm::DenseMap<const Function *, Bits> Written;
  llvm::DenseMap<const Function *, bool> RunByLibrary;
  llvm::DenseMap<const Function *, unsigned> Clones;
  llvm::DenseMap<const Function *, std::vector<FlowWrite>> Writes;
  llvm::DenseMap<const Function *, std::vector<FieldWrite>> Fields;
};

} // namespace stateless

#endif
